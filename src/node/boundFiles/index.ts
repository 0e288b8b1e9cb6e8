import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, normalize } from 'node:path';
import type { BoundFile, BoundFiles, Found } from '../../core/boundFiles';
import { DomainError } from '../../core/errors';
import type { Clock } from '../../core/ports';
import { AgreementFolder, type Agreement } from './agreements';
import { contentOf, hashOf, replaceWhole, stampOf, targetOf, type Content } from './wholeFile';
import { withFileWords } from './words';

/** The most that is read of a file that someone else has changed, in bytes. */
const MAX_READ = 64 << 20;

/** Keeps files outside the library, and remembers in `folder` what it wrote. */
export function boundFilesOf(folder: string, clock: Pick<Clock, 'now' | 'breathe'>): BoundFiles {
  const agreements = new AgreementFolder(folder);

  async function writeOver(file: BoundFile, agreement: Agreement, content: Content): Promise<Found> {
    const target = await targetOf(file.path);
    if (!sameExtension(target, file.path)) return { kind: 'foreign' }; // it has become a link to a file of another kind
    const stamp = await stampOf(target);
    const before = await hashOf(target);
    const isOurs = before === null || before === content.hash || agreement.known.includes(before);
    if (!isOurs) return { kind: 'foreign' };
    const written: Agreement = { path: file.path, known: [content.hash], at: before === content.hash ? (agreement.at ?? clock.now()) : clock.now() };
    if (before !== content.hash) {
      // Either content is known while the one replaces the other, whenever the machine stops.
      await agreements.keep(file.id, { ...written, known: [...agreement.known, content.hash] });
      const replaced = await replaceWhole(target, content, async () => (await stampOf(target)) === stamp);
      if (!replaced) return { kind: 'foreign' };
    }
    if (before !== content.hash || agreement.known.join() !== content.hash) await agreements.keep(file.id, written);
    return { kind: 'ours', at: written.at ?? clock.now() };
  }

  return {
    look: (file, extension) => withFileWords(file.path, async () => {
      checkPath(file.path, extension);
      if (!(await isFolder(dirname(file.path)))) return { kind: 'folder-missing' };
      const target = await targetOf(file.path);
      checkPath(target, extension);
      const hash = await hashOf(target);
      if (hash === null) return { kind: 'absent' };
      const agreement = await agreements.of(file.id, file.path);
      return agreement?.known.includes(hash) === true ? { kind: 'ours', at: agreement.at ?? clock.now() } : { kind: 'foreign' };
    }),
    agree: (file, over) => withFileWords(file.path, async () => {
      const before = await agreements.of(file.id, file.path);
      const present = over && (await isFolder(dirname(file.path))) ? await hashOf(await targetOf(file.path)) : null;
      await agreements.keep(file.id, { path: file.path, known: [...(before?.known ?? []), ...(present === null ? [] : [present])], at: before?.at ?? null });
    }),
    write: (file, pieces) => withFileWords(file.path, async () => {
      const agreement = await agreements.of(file.id, file.path);
      if (agreement === null) return { kind: 'not-here' };
      if (!(await isFolder(dirname(file.path)))) return { kind: 'folder-missing' };
      return writeOver(file, agreement, await contentOf(await pieces(), clock.breathe));
    }),
    read: (file) => withFileWords(file.path, async () => {
      const { size } = await stat(file.path);
      if (size > MAX_READ) throw new DomainError('invalid-input', `${file.path} is too large to be imported at once.`);
      return readFile(file.path, 'utf8');
    }),
  };
}

function checkPath(path: string, extension: string): void {
  if (!isAbsolute(path) || normalize(path) !== path || path.includes('\0')) {
    throw new DomainError('invalid-input', `“${path}” is not the whole path of a file. Write it from the root on, such as /home/ada/thesis/references.${extension}.`);
  }
  if (extname(path).toLowerCase() !== `.${extension}`) throw new DomainError('invalid-input', `${path} does not end with “.${extension}”. Only such a file can be kept up to date.`);
}

function sameExtension(a: string, b: string): boolean {
  return extname(a).toLowerCase() === extname(b).toLowerCase();
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
