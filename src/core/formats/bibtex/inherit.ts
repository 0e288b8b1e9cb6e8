import type { TexFields } from './fields';

/** An entry before it takes over what others lend it. */
export interface OwnEntry {
  type: string;
  fields: TexFields;
}

/** What no entry takes over from another (biblatex manual, appendix B), and what names one work alone. */
const ownOnly = new Set([
  'ids', 'crossref', 'xref', 'xdata', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related', 'relatedoptions', 'relatedstring',
  'relatedtype', 'shorthand', 'shorthandintro', 'sortkey', 'key', 'doi', 'eprint', 'eprinttype', 'eprintclass', 'abstract', 'file', 'groups', 'note', 'pages',
]);
const noTitles = ['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'];
const titles = ['title', 'subtitle', 'titleaddon'];

/** Longer chains of entries that refer to one another are not followed. */
const DEEPEST = 20;
const MOST_INHERITED = 500;

/** From which types a child takes the parent's title over as which title (biblatex manual, appendix B). */
const titleRules: readonly { from: ReadonlySet<string>; to: ReadonlySet<string>; prefix: 'main' | 'book' | 'journal' }[] = [
  { from: new Set(['mvbook']), to: new Set(['book', 'inbook', 'bookinbook', 'suppbook']), prefix: 'main' },
  { from: new Set(['mvcollection', 'mvreference']), to: new Set(['collection', 'reference', 'incollection', 'inreference', 'suppcollection']), prefix: 'main' },
  { from: new Set(['mvproceedings']), to: new Set(['proceedings', 'inproceedings', 'conference']), prefix: 'main' },
  { from: new Set(['book']), to: new Set(['inbook', 'bookinbook', 'suppbook']), prefix: 'book' },
  { from: new Set(['book', 'collection', 'reference']), to: new Set(['incollection', 'inreference', 'suppcollection']), prefix: 'book' },
  { from: new Set(['proceedings', 'book', 'collection']), to: new Set(['inproceedings', 'conference']), prefix: 'book' },
  { from: new Set(['periodical']), to: new Set(['article', 'suppperiodical']), prefix: 'journal' },
];
const authored = new Set(['inbook', 'bookinbook', 'suppbook']);

/** The entries of a file with what they inherit through `crossref` and `xdata`. Each is worked out once; circles end. */
export class Inheritance {
  private readonly entries = new Map<string, OwnEntry>();
  private readonly resolved = new Map<OwnEntry, TexFields>();

  /** Of two entries with one key the first is referred to. */
  add(key: string, entry: OwnEntry): void {
    if (!this.entries.has(key)) this.entries.set(key, entry);
    if (!this.entries.has(key.toLowerCase())) this.entries.set(key.toLowerCase(), entry);
  }

  /** The fields of the entry with a key, whatever its case; undefined where there is none. */
  fieldsUnder(key: string): TexFields | undefined {
    const entry = this.entryUnder(key);
    return entry === undefined ? undefined : this.fieldsOf(entry);
  }

  fieldsOf(entry: OwnEntry, depth = 0): TexFields {
    const known = this.resolved.get(entry);
    if (known !== undefined) return known;
    const lenders = depth > DEEPEST ? [] : [...this.lenders(entry, 'xdata'), ...this.lenders(entry, 'crossref')];
    if (lenders.length === 0) return entry.fields;
    this.resolved.set(entry, entry.fields); // what a circle of references finds
    const fields = new Map(entry.fields);
    for (const { lender, isXdata } of lenders) {
      // Titles come last: a title for the children that the parent names outright (`booktitle`) goes before its own.
      const lent = [...this.fieldsOf(lender, depth + 1)].slice(0, MOST_INHERITED).toSorted(([a], [b]) => Number(titles.includes(a)) - Number(titles.includes(b)));
      for (const [name, tex] of isXdata ? lent : lent.filter(([field]) => !ownOnly.has(field))) {
        for (const taken of isXdata ? [name] : takenAs(name, lender.type, entry.type, (field) => entry.fields.has(field))) {
          if (!fields.has(taken)) fields.set(taken, tex);
        }
      }
    }
    for (const { reference } of lenders) fields.delete(reference); // it has done what it was for
    this.resolved.set(entry, fields);
    return fields;
  }

  private entryUnder(key: string): OwnEntry | undefined {
    return this.entries.get(key) ?? this.entries.get(key.toLowerCase());
  }

  private lenders({ fields }: OwnEntry, field: 'crossref' | 'xdata'): { lender: OwnEntry; isXdata: boolean; reference: string }[] {
    const keys = (fields.get(field) ?? '').split(',').map((key) => key.trim()).filter((key) => key !== '').slice(0, DEEPEST);
    const found = keys.map((key) => this.entryUnder(key)).filter((entry) => entry !== undefined);
    return found.map((lender) => ({ lender, isXdata: field === 'xdata' || lender.type === 'xdata', reference: field }));
  }
}

/** The names under which a child takes a field of its parent over. */
function takenAs(name: string, from: string, to: string, hasOwn: (name: string) => boolean): string[] {
  const rule = titleRules.find((candidate) => candidate.from.has(from) && candidate.to.has(to));
  if (noTitles.includes(name)) return [];
  if (name === 'author') return authored.has(to) && (from === 'book' || from === 'mvbook') ? ['bookauthor', 'author'] : ['author'];
  if (!titles.includes(name)) return [name];
  if (rule !== undefined) return [`${rule.prefix}${name}`];
  // Only a work without a title of its own takes another's for it, and a part of a work that is not named names it.
  return hasOwn('title') ? [] : [name];
}
