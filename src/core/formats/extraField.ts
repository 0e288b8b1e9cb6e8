import type { Paper } from '../model';

/** An extra field of a paper, '' where it has none of that name. */
export function extraField({ extra }: Pick<Paper, 'extra'>, name: string): string {
  return Object.hasOwn(extra, name) ? (extra[name] ?? '') : '';
}
