import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Contents } from '../../core/files/files';

/** How much is read and hashed at once, in bytes. */
const PORTION = 1 << 19;
const HEAD = 1024;

/** Takes bytes as they pass: their SHA-256, their number, and the first of them. */
export class Passing {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  private head = Buffer.alloc(0);

  add(portion: Buffer): void {
    this.hash.update(portion);
    this.bytes += portion.length;
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, portion.subarray(0, HEAD - this.head.length)]);
  }

  contents(): Contents {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes, head: new Uint8Array(this.head) };
  }
}

/** Reads a whole file. What is no file is a failure: a pipe would be waited for without end. */
export async function contentsOf(path: string, each: (portion: Buffer) => Promise<void> = () => Promise.resolve()): Promise<Contents> {
  if (!(await stat(path)).isFile()) throw Object.assign(new Error('It is not a file.'), { code: 'EISDIR' });
  const passing = new Passing();
  for await (const portion of createReadStream(path, { highWaterMark: PORTION }) as AsyncIterable<Buffer>) {
    passing.add(portion);
    await each(portion);
  }
  return passing.contents();
}

/** A file that is being written beside its later place. */
export class Unfinished {
  private constructor(private readonly handle: FileHandle, private readonly passing: Passing) {}

  static async at(path: string): Promise<Unfinished> {
    return new Unfinished(await open(path, 'wx', 0o600), new Passing());
  }

  async append(portion: Buffer): Promise<void> {
    this.passing.add(portion);
    await this.handle.appendFile(portion);
  }

  /** Forces it to the disk. */
  async end(): Promise<Contents> {
    try {
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
    return this.passing.contents();
  }

  /** It is not wanted any more. */
  async drop(): Promise<void> {
    await this.handle.close();
  }
}
