/** Text as a search compares it: case and accents folded. Lengths may differ from the source's. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Text reduced to its letters and digits, for telling whether two titles are the same. */
export function skeleton(text: string): string {
  const folded = fold(text);
  return folded.replace(isAscii(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '');
}

/** Most text is, and is folded many times faster. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** A count with its noun: `1 paper`, `150 papers`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
