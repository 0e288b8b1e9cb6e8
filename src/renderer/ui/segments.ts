import type { Token } from '../../core/tex';

/** A part of a text, `[start, end)` in UTF-16 code units of its source. */
export interface Passage {
  start: number;
  end: number;
}

/** A stretch of a text under the same marks. A text token is cut where a mark begins or ends; others never are. */
export interface Segment<Mark extends Passage> extends Passage {
  token: Token;
  /** The marks that cover it, in the order given. */
  marks: Mark[];
}

/** Cuts the tokens of a text at the edges of marks. What is marked in part and cannot be cut is marked as a whole. */
export function segmentsOf<Mark extends Passage>(tokens: readonly Token[], marks: readonly Mark[]): Segment<Mark>[] {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  let next = 0;
  return tokens.flatMap((token) => {
    while (next < edges.length && (edges[next] ?? 0) <= token.start) next += 1;
    const cuts = [token.start];
    for (let at = next; at < edges.length; at += 1) {
      const edge = edges[at] ?? token.end;
      if (edge >= token.end) break;
      if (token.kind === 'text') cuts.push(edge);
    }
    return cuts.map((start, index) => {
      const passage = { start, end: cuts[index + 1] ?? token.end };
      return { ...passage, token, marks: marks.filter((mark) => overlap(mark, passage)) };
    });
  });
}

export function overlap(a: Passage, b: Passage): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A passage without the white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, { start, end }: Passage): Passage | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = from + words.trim().length;
  return from < to ? { start: from, end: to } : null;
}
