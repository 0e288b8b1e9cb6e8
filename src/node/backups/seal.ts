import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/**
 * The last 64 bytes of a backup are the SHA-256, in hexadecimal digits, of all bytes before them. They
 * are the end of the zip's comment, so that any program can unpack the file and no byte of it, its
 * directory included, can change unseen.
 */
const SEAL_BYTES = 64;

/** The comment that a zip is closed with, its seal still blank. */
export const blankComment = `Lectern backup, SHA-256 of all bytes before: ${'0'.repeat(SEAL_BYTES)}`;

/** Passes bytes on and puts the seal in the place of the last 64. */
export async function* sealed(portions: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const split = sealSplitter();
  for await (const portion of portions) {
    const body = split.body(portion);
    hash.update(body);
    yield body;
  }
  yield Buffer.from(hash.digest('hex'));
}

/** Whether every byte of a file is as it was sealed. */
export async function isSealed(path: string): Promise<boolean> {
  const hash = createHash('sha256');
  const split = sealSplitter();
  for await (const portion of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(split.body(portion as Buffer));
  return split.seal().toString('latin1') === hash.digest('hex');
}

/** Tells the last 64 bytes of a stream from those before them. */
function sealSplitter() {
  let held: Buffer = Buffer.alloc(0);
  return {
    /** The bytes that are known not to be the seal. */
    body(portion: Buffer): Buffer {
      const bytes = Buffer.concat([held, portion]);
      const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_BYTES));
      held = bytes.subarray(body.length);
      return body;
    },
    seal: () => held,
  };
}
