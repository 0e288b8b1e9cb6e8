import type { PaperId } from '../../core/model';
import { rowCache } from './rows';

/** The type of papers on their way from the table to a collection. */
const PAPERS_TYPE = 'application/x-lectern-papers';

/** So many papers are text too. */
const MOST_CITED = 200;

/** Elsewhere than in the library a few papers are text: how LaTeX cites those whose rows have come. */
export function dragPapers(data: DataTransfer, ids: readonly PaperId[]): void {
  data.setData(PAPERS_TYPE, JSON.stringify(ids));
  const keys = (ids.length > MOST_CITED ? [] : ids).map((id) => rowCache.get(id)?.citationKey).filter((key) => key !== undefined);
  if (keys.length > 0) data.setData('text/plain', `\\cite{${keys.join(',')}}`);
  Object.assign(data, { effectAllowed: 'copy' });
}

/** Whether papers are being dragged; which ones is told only when they are dropped. */
export const carriesPapers = (data: DataTransfer): boolean => data.types.includes(PAPERS_TYPE);

/** The papers that were dropped. */
export function droppedPapers(data: DataTransfer): PaperId[] {
  return JSON.parse(data.getData(PAPERS_TYPE)) as PaperId[];
}
