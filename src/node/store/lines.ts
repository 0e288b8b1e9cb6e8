import { open, type FileHandle } from 'node:fs/promises';

/** How much is read at once, in bytes: a piece that is worked on within a few milliseconds. */
const PIECE = 1 << 19;

export interface Read {
  /** Bytes up to and with the last line feed. */
  wholeLines: number;
  total: number;
}

/**
 * Calls `onLine` with the bytes of each line of a file, named or open, without its line feed; what follows the last
 * line feed is no line. The bytes are valid during the call only. `onLine` may end the reading with
 * `false`. The thread is free between the pieces; the next one is read while one is worked on.
 */
export async function readLines(source: string | FileHandle, onLine: (line: Buffer, number: number) => boolean | void): Promise<Read> {
  const file = typeof source === 'string' ? await open(source, 'r') : source;
  try {
    const lines = lineSplitter(onLine);
    let [current, other] = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)];
    let total = 0;
    let reading = file.read(current, 0, PIECE, 0);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) break;
      total += bytesRead;
      reading = file.read(other, 0, PIECE, total);
      const goOn = lines.take(current.subarray(0, bytesRead));
      if (!goOn) {
        await reading;
        break;
      }
      [current, other] = [other, current];
    }
    return { wholeLines: total - lines.rest(), total };
  } finally {
    if (file !== source) await file.close();
  }
}

function lineSplitter(onLine: (line: Buffer, number: number) => boolean | void) {
  let begun: Buffer[] = []; // copies of the pieces of a line whose end has not come
  let number = 0;
  return {
    take(bytes: Buffer): boolean {
      let start = 0;
      for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
        const tail = bytes.subarray(start, end);
        const line = begun.length === 0 ? tail : Buffer.concat([...begun, tail]);
        begun = [];
        start = end + 1;
        number += 1;
        if (onLine(line, number) === false) return false;
      }
      if (start < bytes.length) begun.push(Buffer.from(bytes.subarray(start)));
      return true;
    },
    rest: () => begun.reduce((sum, { length }) => sum + length, 0),
  };
}
