/** What is to be written once the library is closed; null while none is open here. */
let heldBack: string[] | null = null;

/**
 * Holds back what is printed until `work` has ended. A pager takes it when its reader scrolls, and the library is not to
 * stay closed to others for so long.
 */
export async function printingAfter<T>(work: () => Promise<T>): Promise<T> {
  const texts: string[] = [];
  heldBack = texts;
  try {
    return await work();
  } finally {
    heldBack = null;
    for (const text of texts) await print(text);
  }
}

/** Writes to standard output and waits until that is taken. A reader that has left, as `head` does, is no failure. */
export function print(text: string): Promise<void> {
  if (heldBack !== null) {
    heldBack.push(text);
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined || isLeft(error)) resolve();
      else reject(error);
    });
  });
}

/** Without this, a reader of standard output that has left would end the process in the middle of its work. */
export function surviveLeavingReaders(): void {
  process.stdout.on('error', (error: Error) => { if (!isLeft(error)) throw error; });
}

function isLeft(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}
