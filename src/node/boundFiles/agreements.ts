import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BindingId } from '../../core/model';
import { replaceFile } from '../store/durable';

const Agreement = z.object({
  path: z.string(),
  /** The SHA-256 of what may be there: what was written last, or what the person agreed to overwrite. */
  known: z.array(z.string()),
  /** When the file was written last; null before the first time. */
  at: z.string().nullable(),
});
/** That a binding writes a path on this machine, and what it left there. */
export type Agreement = z.infer<typeof Agreement>;

const Agreements = z.array(Agreement);

/**
 * What this machine's person has agreed to, one small file a binding in `folder`. It belongs to the person and not to
 * the library: paths and what lies there are this machine's, and a library that came from elsewhere cannot bring it along.
 */
export class AgreementFolder {
  constructor(private readonly folder: string) {}

  async of(id: BindingId, path: string): Promise<Agreement | null> {
    return (await this.read(id)).find((agreement) => agreement.path === path) ?? null;
  }

  async keep(id: BindingId, agreement: Agreement): Promise<void> {
    const others = (await this.read(id)).filter(({ path }) => path !== agreement.path);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    async function* content(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from(`${JSON.stringify([agreement, ...others], null, 2)}\n`));
    }
    await replaceFile(this.fileOf(id), content());
  }

  /** One that cannot be understood counts as none: the person is asked again. */
  private async read(id: BindingId): Promise<Agreement[]> {
    try {
      return Agreements.parse(JSON.parse(await readFile(this.fileOf(id), 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private fileOf(id: BindingId): string {
    return join(this.folder, `${id}.json`);
  }
}
