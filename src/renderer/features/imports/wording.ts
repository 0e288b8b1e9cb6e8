import type { DuplicateItem, ImportPreview, PreviewItem } from '../../../core/imports';
import type { Finding } from '../../../core/formats/reading';
import type { Description } from '../../../core/model';
import { counted } from '../../../core/text';

/** The whole preview in one line: `150 new · 0 already here · 0 not readable`. */
export function summaryOf({ fresh, duplicates, problems }: Pick<ImportPreview, 'fresh' | 'duplicates' | 'problems'>): string {
  const figure = (list: readonly unknown[]): string => list.length.toLocaleString('en');
  return `${figure(fresh)} new · ${figure(duplicates)} already here · ${figure(problems)} not readable`;
}

/** What the button of an import says, and what is said when it is done; null when there is nothing to do. */
export function deedOf(added: number, completed: number): { offer: string; done: string } | null {
  if (added > 0) {
    const more = completed > 0 ? ` and complete ${completed.toLocaleString('en')}` : '';
    return { offer: `Import ${counted(added, 'paper')}${more}`, done: `Imported ${counted(added, 'paper')}${more.replace('complete', 'completed')}` };
  }
  return completed > 0 ? { offer: `Complete ${counted(completed, 'paper')}`, done: `Completed ${counted(completed, 'paper')}` } : null;
}

/** How many papers of the library a preview would complete. Several copies may complete the same one. */
export function completedBy(duplicates: readonly DuplicateItem[]): number {
  return new Set(duplicates.flatMap(({ of, completes }) => (of.kind === 'library' && completes.length > 0 ? [of.id] : []))).size;
}

/** Why there is nothing to import, for the person who expected something. */
export function whyNothing({ fresh, duplicates, problems }: Pick<ImportPreview, 'fresh' | 'duplicates' | 'problems'>): string | null {
  if (fresh.length > 0) return null;
  if (duplicates.length > 0) return duplicates.length === 1 ? 'Nothing new: its one paper is here already.' : `Nothing new: all its ${duplicates.length.toLocaleString('en')} papers are here already.`;
  return problems.length > 0 ? 'No paper could be read. The reasons are below.' : 'There are no papers in it.';
}

const fieldNames: Partial<Record<keyof Description, string>> = {
  authors: 'authors', issued: 'date', venue: 'venue', doi: 'DOI', arxivId: 'arXiv id', url: 'link', abstract: 'abstract',
};

/** The fields that a copy fills in: `adds date, DOI`. */
export function additionsOf({ completes }: Pick<DuplicateItem, 'completes'>): string {
  return completes.length === 0 ? '' : `adds ${completes.map((field) => fieldNames[field] ?? field).join(', ')}`;
}

/** Everything that could not be read, as text to be taken elsewhere. */
export function problemsAsText(problems: readonly Finding[]): string {
  return problems.map(({ line, column, reason, text }) => `${placeOf({ line, column })}: ${reason}\n${text}\n`).join('\n');
}

/** Where a finding stands: `Line 1,024`, `Line 12, column 3`. */
export function placeOf({ line, column }: { line: number; column?: number | undefined }): string {
  const figure = line.toLocaleString('en');
  return column === undefined ? `Line ${figure}` : `Line ${figure}, column ${column.toLocaleString('en')}`;
}

/** The line below a title: authors, year and arXiv id, as far as they are known; empty where nothing is. */
export function factsOf({ authors, year, arxivId }: Pick<PreviewItem, 'authors' | 'year' | 'arxivId'>): string {
  return [authors, year === null ? '' : String(year), arxivId === '' ? '' : `arXiv:${arxivId}`].filter((part) => part !== '').join(' · ');
}
