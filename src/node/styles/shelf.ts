import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/errors';
import { OWN, type StyleEntry } from '../../core/styles/catalogue';
import { MAX_STYLE_BYTES, readOwnStyle } from '../../core/styles/ownStyle';
import type { StyleShelf } from '../../core/styles/styles';
import { replaceFile } from '../store/durable';

/** The styles that a person has added, each a file in the folder `styles` of the library. */
export function styleShelf(library: string): StyleShelf {
  const folder = join(library, 'styles');
  const read = new Map<string, { stamp: string; entry: StyleEntry | null }>();

  async function entryOf(name: string): Promise<StyleEntry | null> {
    const path = join(folder, `${name}.csl`);
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = read.get(name);
    if (known?.stamp === stamp) return known.entry;
    const style = size > MAX_STYLE_BYTES ? null : readOwnStyle(await readFile(path, 'utf8'));
    const entry = style?.kind === 'style' ? { ...style.about, id: OWN + name } : null;
    read.set(name, { stamp, entry });
    return entry;
  }

  return {
    async list() {
      const names = (await readdir(folder).catch(noneWhereMissing)).flatMap((file) => nameIn(file) ?? []);
      const entries = await Promise.all(names.map((name) => entryOf(name)));
      return entries.filter((entry) => entry !== null);
    },
    read: (name) => ownStyleText(library, OWN + name).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'not-found') return null;
      throw error;
    }),
    async keep(name, text) {
      await mkdir(folder, { recursive: true });
      await replaceFile(join(folder, `${checked(name)}.csl`), only(Buffer.from(text)));
    },
    remove: (name) => rm(join(folder, `${checked(name)}.csl`), { force: true }),
  };
}

/** The text of a style of the library's own. Throws `not-found` where there is none. */
export async function ownStyleText(library: string, id: string): Promise<string> {
  const name = id.slice(OWN.length);
  try {
    return await readFile(join(library, 'styles', `${checked(name)}.csl`), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new DomainError('not-found', `The style “${name}” is not in the library any more. Choose another one, or add its file again.`, { cause });
  }
}

function nameIn(file: string): string | null {
  const name = file.endsWith('.csl') ? file.slice(0, -'.csl'.length) : '';
  return isName(name) ? name : null;
}

/** Letters and digits of any script with single hyphens: nothing that could leave the folder. */
function isName(name: string): boolean {
  return name.length <= 100 && /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(name);
}

function checked(name: string): string {
  if (!isName(name)) throw new DomainError('not-found', `There is no citation style called “${OWN}${name}”.`);
  return name;
}

function noneWhereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function* only(buffer: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield buffer;
}
