import type { ExportFormat } from '../../../core/exports';
import { StyleId } from '../../../core/styles/catalogue';

export interface FormatOption {
  id: ExportFormat;
  name: string;
  /** The extension of its files. */
  note: string;
  /** What a person should know of it before choosing it. */
  hint?: string;
}

/** Every format, by what people take it for. */
export const formatGroups: readonly { name: string; formats: readonly FormatOption[] }[] = [
  { name: 'Bibliography files', formats: [
    { id: 'bibtex', name: 'BibTeX', note: '.bib', hint: 'Entries that came from a .bib file are given back as they stand there, but for what you changed.' },
    { id: 'biblatex', name: 'BibLaTeX', note: '.bib', hint: 'Entries that came from a .bib file are given back as they stand there, but for what you changed.' },
    { id: 'ris', name: 'RIS', note: '.ris' },
    { id: 'csl-json', name: 'CSL-JSON', note: '.json' },
    { id: 'csl-yaml', name: 'CSL-YAML', note: '.yaml' },
    { id: 'hayagriva', name: 'Hayagriva (Typst)', note: '.yml' },
  ] },
  { name: 'Word processors', formats: [
    { id: 'endnote-xml', name: 'EndNote XML', note: '.xml' },
    { id: 'word-xml', name: 'Word sources', note: '.xml', hint: 'In Word: References, Manage Sources, Browse.' },
  ] },
  { name: 'Data', formats: [
    { id: 'csv', name: 'CSV table', note: '.csv', hint: 'A cell that a spreadsheet would run as a formula begins with an apostrophe.' },
    { id: 'cff', name: 'CITATION.cff', note: '.cff', hint: 'For a repository: it is about one work.' },
  ] },
  { name: 'Formatted', formats: [
    { id: 'text', name: 'Formatted text', note: '.txt' },
    { id: 'html', name: 'Formatted HTML', note: '.html' },
    { id: 'markdown', name: 'Markdown list', note: '.md' },
    { id: 'rtf', name: 'Rich text', note: '.rtf' },
  ] },
];

export const formats: readonly FormatOption[] = formatGroups.flatMap((group) => group.formats);

/** Whether a format is a bibliography set in a citation style. */
export const isFormatted = (format: ExportFormat): boolean => formatGroups.at(-1)?.formats.some(({ id }) => id === format) === true;

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
