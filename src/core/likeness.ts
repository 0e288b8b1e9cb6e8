/**
 * Whether two words differ by no more than `most` edits: letters put in, left out, changed, or neighbours swapped
 * (optimal string alignment). Takes the product of their lengths.
 */
export function areLike(a: string, b: string, most: number): boolean {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return (last[b.length] ?? 0) <= most;
}
