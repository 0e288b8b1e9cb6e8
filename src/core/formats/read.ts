import { readBibtex } from './bibtex/readBibtex';
import { readCslJson } from './cslJson';
import type { Encoding } from './decode';
import { detectFormat, whyUnreadable } from './detect';
import { readDigest } from './digest';
import { readCslYaml } from './readCslYaml';
import { readEndnoteXml } from './readEndnoteXml';
import { readIds } from './readIds';
import { readNbib } from './readNbib';
import { readRis } from './readRis';
import { finding, normalizeLineEnds } from './readText';
import type { Finding, ImportFormat, Reading } from './reading';
import type { OnPart } from './told';

/** How to read an input: by the named format, or by the one that its content shows. */
export interface ReadOptions {
  format?: ImportFormat | 'auto' | undefined;
  fileName?: string | undefined;
  /** How the text was decoded, where it comes from a file. */
  encoding?: Encoding | undefined;
}

/** Reads the papers of any input; `onPart` hears how far it is. Total: what cannot be read is among the findings, and nothing is thrown. */
export function readPapers(text: string, options: ReadOptions, onPart?: OnPart): Reading {
  const input = normalizeLineEnds(text);
  const named = options.format === undefined || options.format === 'auto' ? null : options.format;
  const unreadable = whyUnreadable(input, options.fileName);
  if (unreadable !== null) return { format: named ?? 'digest', papers: [], findings: [finding(1, unreadable, input.trim())] };
  const format = named ?? detectFormat(input, options.fileName) ?? 'digest';
  const reading = readAs(format, { input, text, sure: named !== null, onPart });
  if (reading.papers.length + reading.findings.length === 0) reading.findings.push(finding(1, 'There are no papers in it.', input.trim()));
  const guessed = options.encoding === 'windows-1252' ? guessedLetters(input) : null;
  return guessed === null ? reading : { ...reading, notices: [guessed] };
}

/** `text` is the input as it came, for the format that is given back byte for byte. */
function readAs(format: ImportFormat, { input, text, sure, onPart }: { input: string; text: string; sure: boolean; onPart: OnPart | undefined }): Reading {
  switch (format) {
    case 'digest': return readDigest(input, { sure }, onPart);
    case 'csl-json': return readCslJson(input, onPart);
    case 'bibtex': return readBibtex(text, onPart);
    case 'ris': return readRis(input, onPart);
    case 'csl-yaml': return readCslYaml(input, onPart);
    case 'endnote-xml': return readEndnoteXml(input, onPart);
    case 'nbib': return readNbib(input, onPart);
    case 'ids': return readIds(input, onPart);
  }
}

/** Where the reader has to look whether the encoding was guessed rightly: the first letter that depends on it. */
function guessedLetters(input: string): Finding | null {
  const at = input.search(/[\u0080-\uFFFF]/);
  if (at === -1) return null;
  const before = input.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  const end = input.indexOf('\n', at);
  return {
    ...finding(before.split('\n').length, 'This file is not in UTF-8 and was read as Windows-1252 (Latin-1). If letters with accents look wrong, save it as UTF-8 and import it again.', input.slice(start, end === -1 ? input.length : end)),
    column: at - start + 1,
  };
}
