import type { ExportFormat } from '../../../core/exports';
import { StyleId } from '../../../core/styles/catalogue';

export const formats: readonly { id: ExportFormat; name: string; note: string }[] = [
  { id: 'bibtex', name: 'BibTeX', note: '.bib' },
  { id: 'csl-json', name: 'CSL-JSON', note: '.json' },
  { id: 'ris', name: 'RIS', note: '.ris' },
  { id: 'text', name: 'Formatted text', note: '.txt' },
  { id: 'html', name: 'Formatted HTML', note: '.html' },
];

/** Whether a format is a bibliography set in a citation style. */
export const isFormatted = (format: ExportFormat): boolean => format === 'text' || format === 'html';

export interface Choice {
  format: ExportFormat;
  style: string;
  /** A language tag; undefined for the language that the style asks for. */
  locale: string | undefined;
}

const standard: Choice = { format: 'bibtex', style: 'apa', locale: undefined };

/** Reads what `JSON.stringify` made of a choice; what is none, or no longer offered, becomes the standard one. */
export function choiceOf(stored: string | null): Choice {
  const { format, style, locale } = fieldsOf(stored);
  return {
    format: formats.find(({ id }) => id === format)?.id ?? standard.format,
    style: StyleId.safeParse(style).data ?? standard.style,
    locale: typeof locale === 'string' && /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(locale) ? locale : standard.locale,
  };
}

function fieldsOf(stored: string | null): { format?: unknown; style?: unknown; locale?: unknown } {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
