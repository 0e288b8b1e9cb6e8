import { randomBytes } from 'node:crypto';
import type { Ids } from '../core/ports';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // without i, l, o and u, so that an id can be read aloud

/** Sixteen random letters and digits: 80 bits. */
export const randomIds: Ids = {
  next: () => Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join(''),
};
