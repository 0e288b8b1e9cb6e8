import { DomainError } from '../errors';
import type { MediaType } from '../model';

/** What a file is, by its first bytes and then by its name. Throws `invalid-input` for what cannot be read as a paper. */
export function mediaTypeOf(name: string, head: Uint8Array): MediaType {
  if (isPdf(head)) return 'application/pdf';
  if (head.length === 0) throw new DomainError('invalid-input', `“${name}” is empty.`);
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'pdf') throw new DomainError('invalid-input', `“${name}” is called a PDF and is none: it does not begin as one.`);
  const isText = !head.includes(0) || startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  if (isText && ['html', 'htm', 'xhtml'].includes(extension)) return 'text/html';
  if (isText && ['txt', 'text', 'md', 'markdown'].includes(extension)) return 'text/plain';
  throw new DomainError('invalid-input', `“${name}” is no PDF, page of HTML or plain text. A paper can have such files only.`);
}

/** Readers of PDF take a file whose header stands within its first 1,024 bytes. */
export function isPdf(head: Uint8Array): boolean {
  for (let at = 0; at + 5 <= Math.min(head.length, 1024); at += 1) if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d], at)) return true;
  return false;
}

function startsWith(bytes: Uint8Array, pattern: readonly number[], at = 0): boolean {
  return pattern.every((byte, index) => bytes[at + index] === byte);
}
