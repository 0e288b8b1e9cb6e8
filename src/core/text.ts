/** Text as a search compares it: case and accents folded. Lengths may differ from the source's. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Text reduced to its letters and digits, for telling whether two titles are the same. */
export function skeleton(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A count with its noun: `1 paper`, `150 papers`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
