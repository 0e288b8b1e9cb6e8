import { randomBytes } from 'node:crypto';
import type { Ids } from '../core/ports';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // without i, l, o and u, so that an id can be read aloud

/** Randomness is fetched for so many ids at once: asking for it costs more than having it. */
const AHEAD = 256;
const SIZE = 16;
let bytes = randomBytes(0);
let used = 0;

/** Sixteen random letters and digits: 80 bits. */
export const randomIds: Ids = {
  next() {
    if (used === bytes.length) [bytes, used] = [randomBytes(AHEAD * SIZE), 0];
    used += SIZE;
    return Array.from(bytes.subarray(used - SIZE, used), (byte) => ALPHABET[byte % 32]).join('');
  },
};
