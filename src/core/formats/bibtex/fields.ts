import { squash } from '../readText';
import { texToText } from './texText';

/** The fields of an entry in TeX, by their names in lower case. */
export type TexFields = ReadonlyMap<string, string>;

/** Names that mean the same field (biblatex manual, 2.2.5, and what programs write). */
const aliases: ReadonlyMap<string, string> = new Map(Object.entries({
  address: 'location', annote: 'annotation', archiveprefix: 'eprinttype', eprinttype: 'eprinttype', journal: 'journaltitle',
  hyphenation: 'langid', primaryclass: 'eprintclass', school: 'institution', pdf: 'file', origyear: 'origdate', 'eid-number': 'eid',
}));

/** Fields whose value is no TeX: addresses, identifiers, files and what programs keep for themselves. */
const verbatim = new Set(['doi', 'url', 'eprint', 'file', 'pmid', 'pmcid', 'isbn', 'issn', 'keywords', 'groups', 'timestamp', 'crossref', 'xdata', 'xref', 'ids', 'related', 'options', 'date-added', 'date-modified', 'bdsk-url-1', 'owner']);

/** Whether the value of a field is no TeX. */
export function isVerbatim(name: string): boolean {
  return verbatim.has(name);
}

/**
 * The fields of one entry, which remembers what of it has been read, so that the rest can be kept by its own name. Values
 * are squashed, save that `paragraphs` keeps empty lines.
 */
export class Fields {
  private readonly read = new Set<string>();

  constructor(private readonly fields: TexFields) {}

  has(name: string): boolean {
    return this.tex(name, false) !== '';
  }

  /** The TeX of a field, '' where there is none. */
  tex(name: string, isUse = true): string {
    const value = this.fields.get(name) ?? '';
    if (isUse && value !== '') this.read.add(name);
    return value;
  }

  /** The text of a field, with formulas and font commands. */
  text(name: string): string {
    const tex = this.tex(name);
    if (tex === '') return '';
    return squash(texToText(tex)) || unreadable(tex);
  }

  /** The text of a field in plain words. */
  plain(name: string): string {
    const tex = this.tex(name);
    return tex === '' ? '' : squash(texToText(tex, 'plain'));
  }

  paragraphs(name: string): string {
    return texToText(this.tex(name)).trim();
  }

  /** A date, in which a tilde means about and is no space. */
  date(name: string): string {
    const tex = this.tex(name);
    return tex.includes('\\') ? this.plain(name) : squash(tex.replace(/[{}]/g, ''));
  }

  /** An address or an identifier: as it is written, but for what must be escaped in TeX and `\url{…}` around it. */
  verbatim(name: string): string {
    const tex = this.tex(name);
    return /[\\{}]/.test(tex) ? unescaped(tex) : squash(tex);
  }

  /** What nobody has asked for, by its own name. */
  rest(): Map<string, string> {
    const rest = new Map<string, string>();
    for (const [name, tex] of this.fields) {
      if (this.read.has(name)) continue;
      const value = verbatim.has(name) ? tex.trim() : squash(texToText(tex));
      if (value !== '') rest.set(name, value);
    }
    return rest;
  }
}

/** Fields by the names that biblatex has for them; where a field has two names, its own wins over the alias. */
export function canonicalFields(written: Iterable<readonly [name: string, tex: string]>): Map<string, string> {
  const own = new Map<string, string>();
  const aliased = new Map<string, string>();
  for (const [name, tex] of written) {
    const alias = aliases.get(name);
    const target = alias === undefined ? own : aliased;
    const field = alias ?? name;
    if (tex.trim() !== '' && !target.has(field)) target.set(field, tex);
  }
  for (const [name, tex] of aliased) if (!own.has(name)) own.set(name, tex);
  return own;
}

/** What is nothing but a command that is not known is better than nothing. */
function unreadable(tex: string): string {
  return /\\[A-Za-z]/.test(tex) && !/\\(?:noopsort|relax|label|index)\b/.test(tex) ? squash(tex) : '';
}

function unescaped(tex: string): string {
  const address = /^\s*\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}\s*$/.exec(tex)?.[1] ?? tex;
  return squash(address.replace(/\{?\$\\sim\$\}?/g, '~').replace(/\{?\\(?:textasciitilde|textunderscore)(?:\{\}|\s|\})?/g, (found) => (found.includes('tilde') ? '~' : '_')).replace(/\\([%&_#~${}])(?:\{\})?/g, '$1').replace(/[{}]/g, ''));
}
