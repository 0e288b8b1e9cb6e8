import { crc32 } from 'node:zlib';

/** The CRC-32 of bytes, or of a text as UTF-8, as eight hexadecimal digits. */
export function checksum(data: string | Uint8Array): string {
  return hex(crc32(data));
}

/** The CRC-32 of portions that belong together. */
export function checksumOf(portions: readonly Uint8Array[]): string {
  return hex(portions.reduce((before, portion) => crc32(portion, before), 0));
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
