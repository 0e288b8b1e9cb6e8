import type { ImportFormat } from './reading';

/** The formats that can be read, in the order to offer them in. */
export const importFormats = ['digest', 'bibtex', 'ris', 'csl-json', 'csl-yaml', 'endnote-xml', 'nbib', 'ids'] as const;

export const importFormatNames: Readonly<Record<ImportFormat, string>> = {
  digest: 'Digest', bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON', 'csl-yaml': 'CSL-YAML', 'endnote-xml': 'EndNote XML', nbib: 'PubMed', ids: 'Ids and links',
};

/** How files are named in which there may be such a format, for choosing among files. */
export const importExtensions = ['txt', 'html', 'htm', 'json', 'md', 'bib', 'bibtex', 'ris', 'csljson', 'yaml', 'yml', 'xml', 'nbib'] as const;

/** All of them as part of a sentence. */
export const readableFormats = 'Hugging Face Papers digests (text, HTML or JSON), BibTeX, RIS, CSL-JSON, CSL-YAML, EndNote XML, PubMed files and lists of DOIs, arXiv ids or links';

/** The most text that is taken in at once: characters of a text, bytes of a file. */
export const MAX_INPUT = 64 << 20;

/** Why a file of so many bytes is not taken in; null for one that is. */
export function whyTooLarge(bytes: number): string | null {
  if (bytes <= MAX_INPUT) return null;
  return `It has ${Math.ceil(bytes / (1 << 20)).toLocaleString('en')} MB; Lectern takes in files of up to ${MAX_INPUT >> 20} MB. Split it, or export fewer papers at once.`;
}
