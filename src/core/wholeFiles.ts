import type { Paper } from './model';

/** The imported files of which these papers are all that the library still has. */
export function wholeFilesAmong(papers: readonly Paper[], library: Iterable<Paper>): Set<string> {
  const missing = new Map<string, number>();
  const count = (paper: Paper, step: number): void => {
    if (paper.source !== undefined) missing.set(paper.source.file, (missing.get(paper.source.file) ?? 0) + step);
  };
  for (const paper of papers) count(paper, -1);
  if (missing.size === 0) return new Set();
  for (const paper of library) if (paper.trashedAt === null) count(paper, 1);
  return new Set([...missing].filter(([, papersLeft]) => papersLeft <= 0).map(([file]) => file));
}
