import { DomainError } from '../../core/errors';

const advice: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space and try again; nothing has been lost.',
  EDQUOT: 'Your disk quota is used up. Free some space and try again; nothing has been lost.',
  EFBIG: 'The file system does not take files this large. Move the library to another disk; nothing has been lost.',
  EIO: 'The disk reports an error. Make a backup to another disk before you go on; nothing has been lost.',
  EMFILE: 'Too many files are open on this machine. Close other programs and try again; nothing has been lost.',
  ENFILE: 'Too many files are open on this machine. Close other programs and try again; nothing has been lost.',
  EROFS: 'The disk cannot be written to. Choose a library folder that can.',
  EACCES: 'Lectern may not write to the library folder. Check its permissions.',
  EPERM: 'Lectern may not write to the library folder. Check its permissions.',
  ENOENT: 'The library folder is gone. Put it back, or open another library.',
  ENOTDIR: 'The path of the library is not a folder. Choose another one.',
};

/** Turns a failure of the disk into words a person can act on. */
export async function withWords<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (cause instanceof DomainError || !(cause instanceof Error)) throw cause;
    throw new DomainError('disk', `${advice[code] ?? `The library could not be read or written (${code || cause.message}).`} (${folder})`, { cause });
  }
}
