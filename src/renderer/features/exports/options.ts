import type { ExportFormat } from '../../../core/exports';
import type { CitationStyleId } from '../../../core/ports';

export const formats: readonly { id: ExportFormat; name: string; note: string }[] = [
  { id: 'bibtex', name: 'BibTeX', note: '.bib' },
  { id: 'csl-json', name: 'CSL-JSON', note: '.json' },
  { id: 'ris', name: 'RIS', note: '.ris' },
  { id: 'text', name: 'Formatted text', note: '.txt' },
  { id: 'html', name: 'Formatted HTML', note: '.html' },
];

export const styles: readonly { id: CitationStyleId; name: string }[] = [
  { id: 'apa', name: 'APA' },
  { id: 'ieee', name: 'IEEE' },
  { id: 'chicago-author-date', name: 'Chicago author-date' },
  { id: 'vancouver', name: 'Vancouver' },
];

/** Whether a format is a bibliography set in a citation style. */
export const isFormatted = (format: ExportFormat): boolean => format === 'text' || format === 'html';

export interface Choice {
  format: ExportFormat;
  style: CitationStyleId;
}

const standard: Choice = { format: 'bibtex', style: 'apa' };

/** Reads what `JSON.stringify` made of a choice; what is none, or no longer offered, becomes the standard one. */
export function choiceOf(stored: string | null): Choice {
  const { format, style } = fieldsOf(stored);
  return {
    format: formats.find(({ id }) => id === format)?.id ?? standard.format,
    style: styles.find(({ id }) => id === style)?.id ?? standard.style,
  };
}

function fieldsOf(stored: string | null): { format?: unknown; style?: unknown } {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
