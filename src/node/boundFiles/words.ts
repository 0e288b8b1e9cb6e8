import { DomainError } from '../../core/errors';

const words: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the disk cannot be written to',
  EACCES: 'Lectern may not write there; check the permissions of the file and its folder',
  EPERM: 'Lectern may not write there; check the permissions of the file and its folder',
  EISDIR: 'there is a folder of this name',
  ENOTDIR: 'a part of its path is not a folder',
  ENOENT: 'it is not there',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** Turns a failure of the disk into words a person can act on. */
export async function withFileWords<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (cause instanceof DomainError || !(cause instanceof Error)) throw cause;
    throw new DomainError('disk', `${path}: ${words[code] ?? (code || cause.message)}.`, { cause });
  }
}
