/** Whole numbers as the bytes of unsigned 32-bit integers, in the order of this machine, in base64: a fraction of the time that they take as JSON. */
export function base64Of(numbers: Uint32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}
