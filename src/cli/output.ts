/** Writes to standard output and waits until that is taken. A reader that has left, as `head` does, is no failure. */
export function print(text: string): Promise<void> {
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
