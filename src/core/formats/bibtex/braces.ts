/** The braces of a text in pairs, found in one pass. A backslash does not hide a brace from BibTeX. */
export class BracePairs {
  private readonly positions: Int32Array;
  /** For each brace the index of its partner; -1 where it has none. */
  private readonly partners: Int32Array;

  constructor(text: string) {
    const positions: number[] = [];
    const partners: number[] = [];
    const open: number[] = [];
    let opening = next(text, '{', 0);
    let closing = next(text, '}', 0);
    while (opening < text.length || closing < text.length) {
      const index = positions.length;
      partners.push(-1);
      if (opening < closing) {
        positions.push(opening);
        open.push(index);
        opening = next(text, '{', opening + 1);
        continue;
      }
      positions.push(closing);
      const partner = open.pop();
      if (partner !== undefined) partners[partner] = index;
      closing = next(text, '}', closing + 1);
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

/** Behind the brace that closes the one at `start`; -1 when none does. */
export function endOfGroup(text: string, start: number): number {
  let opening = next(text, '{', start + 1);
  let closing = next(text, '}', start + 1);
  for (let depth = 1; closing < text.length; ) {
    if (opening < closing) {
      depth += 1;
      opening = next(text, '{', opening + 1);
    } else {
      depth -= 1;
      if (depth === 0) return closing + 1;
      closing = next(text, '}', closing + 1);
    }
  }
  return -1;
}

/** Where the next such brace stands; the end of the text where none does. */
function next(text: string, brace: string, from: number): number {
  const at = text.indexOf(brace, from);
  return at === -1 ? text.length : at;
}
