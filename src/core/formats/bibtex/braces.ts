/** The braces of a text in pairs, found in one pass. A backslash does not hide a brace from BibTeX. */
export class BracePairs {
  private readonly positions: Int32Array;
  /** For each brace the index of its partner; -1 where it has none. */
  private readonly partners: Int32Array;

  constructor(text: string) {
    const positions: number[] = [];
    const partners: number[] = [];
    const open: number[] = [];
    const brace = /[{}]/g;
    for (let found = brace.exec(text); found !== null; found = brace.exec(text)) {
      const index = positions.length;
      positions.push(found.index);
      partners.push(-1);
      if (found[0] === '{') {
        open.push(index);
        continue;
      }
      const partner = open.pop();
      if (partner !== undefined) partners[partner] = index;
    }
    this.positions = Int32Array.from(positions);
    this.partners = Int32Array.from(partners);
  }

  /** Behind the brace that closes the one at `position`; -1 when none does. */
  endOf(position: number): number {
    const closing = this.partners[this.indexOf(position)] ?? -1;
    return closing === -1 ? -1 : (this.positions[closing] ?? -1) + 1;
  }

  private indexOf(position: number): number {
    let low = 0;
    let high = this.positions.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
