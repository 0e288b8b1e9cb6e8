import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { DomainError } from '../../core/errors';
import type { Files, Move } from '../../core/files/files';
import type { Place } from '../../core/model';
import { withFileWords } from '../boundFiles/words';
import { ensured, filesUnder, isThere, lengthOf, moveTo, moveToFree } from './folder';
import { contentsOf, Unfinished } from './streams';

const INCOMING = '.incoming';
const MOVING = '.moving';

/** The files of the library in `folder`. */
export function folderFiles(folder: string): Files {
  const root = join(folder, 'files');
  const coming = new Map<string, Unfinished>();
  let cleared: Promise<void> | undefined;

  /** Where copies wait. What an earlier process left there goes: nobody waits for it. */
  async function incoming(): Promise<string> {
    cleared ??= rm(join(root, INCOMING), { recursive: true, force: true });
    await cleared;
    return ensured(join(root, INCOMING));
  }
  const pathOfCopy = (copy: string): string => join(root, INCOMING, copy);
  const pathOfPlace = (place: Place): string => (place.kind === 'linked' ? place.path : inside(root, place.file));

  async function begin(): Promise<string> {
    const copy = randomUUID();
    await incoming();
    coming.set(copy, await Unfinished.at(pathOfCopy(copy)));
    return copy;
  }

  async function append(copy: string, portion: Buffer): Promise<void> {
    const file = coming.get(copy);
    if (file === undefined) throw new DomainError('not-found', 'This file is not being taken in any more. Choose it again.');
    await file.append(portion);
  }

  async function finish(copy: string) {
    const file = coming.get(copy);
    if (file === undefined) throw new DomainError('not-found', 'This file is not being taken in any more. Choose it again.');
    coming.delete(copy);
    return file.end();
  }

  async function discard(copy: string): Promise<void> {
    await coming.get(copy)?.drop();
    coming.delete(copy);
    await rm(pathOfCopy(copy), { force: true });
  }

  return {
    begin: () => withFileWords(root, begin),
    append: (copy, base64) => withFileWords(root, () => append(copy, Buffer.from(base64, 'base64'))),
    finish: (copy) => withFileWords(root, () => finish(copy)),
    copy: (path) => withFileWords(path, async () => {
      await refuseNoFile(path);
      const copy = await begin();
      try {
        await contentsOf(path, (portion) => append(copy, portion));
        return { copy, ...(await finish(copy)) };
      } catch (error) {
        await discard(copy);
        throw error;
      }
    }),
    settle: (copy, file) => withFileWords(join(root, file), async () => {
      inside(root, file);
      return moveToFree(root, pathOfCopy(copy), file);
    }),
    discard: (copy) => withFileWords(root, () => discard(copy)),
    move: (moves) => withFileWords(root, () => moveAll(root, moves)),
    look: (place) => withFileWords(pathOfPlace(place), async () => {
      const bytes = await lengthOf(pathOfPlace(place));
      return bytes === null ? null : { bytes };
    }),
    read: (place) => withFileWords(pathOfPlace(place), async () => ((await lengthOf(pathOfPlace(place))) === null ? null : contentsOf(pathOfPlace(place)))),
    ofLength: (bytes, under) => withFileWords(under ?? root, () => ofLength(root, bytes, under)),
    pathOf: (place) => (place.kind === 'copy' ? pathOfCopy(place.copy) : pathOfPlace(place)),
  };
}

/** The whole path of a file in a folder. Throws where it would lead out of it, as a library from elsewhere may try. */
function inside(root: string, file: string): string {
  const path = join(root, file);
  if (file.includes('\0') || isAbsolute(file) || !path.startsWith(root + sep)) throw new DomainError('invalid-input', `“${file}” is no path in the folder of files.`);
  return path;
}

async function refuseNoFile(path: string): Promise<void> {
  if (!isAbsolute(path) || path.includes('\0')) throw new DomainError('invalid-input', `“${path}” is not the whole path of a file.`);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new DomainError('not-found', `There is no file ${path}.`);
    throw error;
  });
  if (!found.isFile()) throw new DomainError('invalid-input', `${path} is not a file.`);
}

/**
 * Moves files one by one, or, where there are several, aside first, so that two can change places. A crash in between
 * leaves them in `files/.moving`, where they are found by what they hold.
 */
async function moveAll(root: string, moves: readonly Move[]): Promise<void> {
  const under: { at: string; to: string }[] = [];
  for (const { from, to } of moves) {
    const at = inside(root, from);
    inside(root, to);
    if (!(await isThere(at))) continue;
    if (moves.length === 1) under.push({ at, to });
    else under.push({ at: join(root, await moveToFree(root, at, `${MOVING}/${randomUUID()}`)), to });
  }
  for (const { at, to } of under) {
    if (await moveTo(at, join(root, to))) continue;
    await moveToFree(root, join(root, to), to); // no record names it, and it is none that is being moved
    await moveToFree(root, at, to);
  }
}

async function ofLength(root: string, bytes: number, under: string | null): Promise<string[]> {
  if (under !== null && !isAbsolute(under)) throw new DomainError('invalid-input', `“${under}” is not the whole path of a file or folder.`);
  const folder = under === null ? root : normalize(under);
  if ((await lengthOf(folder)) === bytes) return [folder];
  const found: string[] = [];
  for await (const file of filesUnder(folder)) {
    if (file.startsWith(`${INCOMING}/`) || (await lengthOf(join(folder, file))) !== bytes) continue;
    found.push(under === null ? file : join(folder, file));
  }
  return found;
}
