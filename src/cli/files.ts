import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '../core/errors';

/** The bytes of a file, or of standard input for `-`. Throws `unreadable`. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : String(cause);
    throw new DomainError('unreadable', `${file}: ${why}.`, { cause });
  }
}
