import type { Finding } from './findings';
import { tokensOf } from './lexer';

/** A stretch of a query that looks the same from end to end. */
export interface Span {
  text: string;
  /** The name of a field, a word or sign that joins, or the rest. */
  role: 'field' | 'operator' | 'text';
  /** What is said about it, the worst where it is several things. */
  finding: Finding['kind'] | null;
}

/** Cuts a query into spans for showing it. All of them together are the text. */
export function spansOf(text: string, findings: readonly Finding[]): Span[] {
  const tokens = tokensOf(text);
  const edges = new Set([0, text.length, ...[...tokens, ...findings].flatMap(({ start, end }) => [start, end])]);
  const places = [...edges].toSorted((a, b) => a - b);
  let at = 0;
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at += 1;
    const token = tokens[at];
    const kind = token !== undefined && token.start <= start ? token.kind : 'word';
    const about = findings.filter((finding) => finding.start <= start && end <= finding.end);
    return {
      text: text.slice(start, end),
      role: kind === 'field' ? 'field' : kind === 'word' || kind === 'quoted' ? 'text' : 'operator',
      finding: about.length === 0 ? null : about.some((finding) => finding.kind === 'error') ? 'error' : 'hint',
    };
  });
}
