import type { PaperId } from '../../core/model';

/** The type of papers on their way from the table to a collection. */
const PAPERS_TYPE = 'application/x-lectern-papers';

export function dragPapers(data: DataTransfer, ids: readonly PaperId[]): void {
  data.setData(PAPERS_TYPE, JSON.stringify(ids));
  Object.assign(data, { effectAllowed: 'copy' });
}

/** Whether papers are being dragged; which ones is told only when they are dropped. */
export const carriesPapers = (data: DataTransfer): boolean => data.types.includes(PAPERS_TYPE);

/** The papers that were dropped. */
export function droppedPapers(data: DataTransfer): PaperId[] {
  return JSON.parse(data.getData(PAPERS_TYPE)) as PaperId[];
}
