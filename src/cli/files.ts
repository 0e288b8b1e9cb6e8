import { open } from 'node:fs/promises';
import { DomainError } from '../core/errors';
import { MAX_INPUT, whyTooLarge } from '../core/formats/kinds';

/** The bytes of a file, or of standard input for `-`. Throws `unreadable`, also for what is too large to be taken in. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return allOf(process.stdin);
  try {
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : String(cause);
    throw new DomainError('unreadable', `${file}: ${why}.`, { cause });
  }
}

async function readFile(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const tooLarge = whyTooLarge((await handle.stat()).size);
    if (tooLarge !== null) throw new DomainError('unreadable', `${file}: ${tooLarge}`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Reads no further than a file may be long. */
async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_INPUT) throw new DomainError('unreadable', `Standard input goes on beyond ${MAX_INPUT >> 20} MB, which is more than Lectern takes in at once. Split it.`);
  }
  return Buffer.concat(chunks);
}
