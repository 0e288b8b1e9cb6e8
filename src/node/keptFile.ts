import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './store/durable';

/** One small value in a file of the person's own folder, which may be lost without harm. */
export class KeptFile<T> {
  constructor(private readonly file: string, private readonly schema: z.ZodType<T>) {}

  /** Undefined where there is none, or one that is not understood. */
  async read(): Promise<T | undefined> {
    try {
      return this.schema.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(value: T): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    async function* content(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
    }
    await replaceFile(this.file, content());
  }
}
