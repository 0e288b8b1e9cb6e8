import type { Paper, Source } from '../../model';
import { parseEntry, type ParsedEntry } from '../bibtex/entry';
import { isForBiblatex } from '../bibtex/publication';
import { readBibtex } from '../bibtex/readBibtex';
import { refersToOthers } from '../bibtex/works';
import { bibEntryOf } from './entry';
import { patchEntry, type FieldChange } from './patch';

/** A paper that a .bib file brought. */
export type SourcedPaper = Paper & { source: Source };

export function isSourced(paper: Paper): paper is SourcedPaper {
  return paper.source !== undefined;
}

/** Fields that an entry may have in the place of the one that would be printed. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  journal: ['journaltitle'], journaltitle: ['journal'], address: ['location'], location: ['address'], annote: ['annotation'], annotation: ['annote'],
  institution: ['school', 'organization', 'publisher'], school: ['institution', 'organization', 'publisher'], organization: ['howpublished', 'publisher', 'institution'],
  howpublished: ['organization', 'publisher', 'institution'], publisher: ['organization', 'institution', 'howpublished'], archiveprefix: ['eprinttype'],
  eprinttype: ['archiveprefix'], keywords: ['keyword'], language: ['langid', 'hyphenation'], langid: ['language', 'hyphenation'], urldate: ['accessed', 'lastchecked', 'lastaccessed'],
  library: ['callnumber'], pagetotal: ['numpages'], pmcid: ['pmc'], origdate: ['origyear'],
};
/** What a whole title or volume, written into its field, has already. */
const partsOfFields: Readonly<Record<string, readonly string[]>> = {
  volume: ['part'], title: ['subtitle', 'titleaddon'], booktitle: ['booksubtitle', 'booktitleaddon'], journaltitle: ['journalsubtitle', 'journaltitleaddon'], maintitle: ['mainsubtitle', 'maintitleaddon'],
};

/**
 * The entry of a paper as its file has it, with what has been changed since and nothing else. What that is tells a
 * comparison: the entry is read again, and the fields that would be printed of it then are held against those of now.
 * `lenders` gives the entries beside it, for one that refers to them. Null where the entry cannot be read any more.
 */
export function faithfulEntry(paper: SourcedPaper, key: string, lenders: () => string): string | null {
  const { text: raw, strings = {} } = paper.source;
  const parsed = parseEntry(raw);
  if (isUnedited(paper) && (parsed.kind === 'broken' || parsed.key === key || parsed.key === '')) return raw;
  const around = `${Object.values(strings).toReversed().join('\n')}\n${refersToOthers.test(raw) ? lenders() : ''}\n`;
  const then = asItIsRead(paper, around + raw);
  if (parsed.kind === 'broken' || then === null) return null;
  const names = new Set(parsed.fields.map(({ name }) => name.toLowerCase()));
  const dialect = isForBiblatex([...names].map((name) => [name, ''])) ? 'biblatex' : 'bibtex';
  const options = { dialect, datedAs: names.has('date') || (dialect === 'biblatex' && !names.has('year')) ? 'biblatex' : 'bibtex' } as const;
  const before = bibEntryOf(then, key, options);
  const now = bibEntryOf(paper, key, options);
  const changes = changesBetween(before.fields, now.fields).flatMap((change) => withParts(change, parsed, now.fields));
  const patched = (some: readonly FieldChange[]): string => patchEntry(raw, parsed, { type: before.entry === now.entry ? null : now.entry, key: key === parsed.key ? null : key, changes: some });
  // Year and month may say the date already, day included: then it gets no field of its own.
  const withoutDate = patched(changes.filter((change) => change.names[0] !== 'date' || names.has('date')));
  return asItIsRead(paper, around + withoutDate)?.issued === paper.issued ? withoutDate : patched(changes);
}

/** Nothing at all was done to a paper since it came in, though its key may be another than that of its entry, if that was taken. */
function isUnedited({ addedAt, modifiedAt }: Paper): boolean {
  return addedAt === modifiedAt;
}

function asItIsRead(paper: SourcedPaper, text: string): Paper | null {
  const read = readBibtex(text).papers.at(-1);
  return read === undefined ? null : { ...paper, ...read.description, tags: read.tags ?? [] };
}

function changesBetween(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): FieldChange[] {
  const names = [...new Set([...now.keys(), ...before.keys()])].filter((name) => before.get(name) !== now.get(name) && name !== 'key');
  return names.map((name) => ({ names: [name, ...(otherNames[name] ?? [])], value: now.get(name) ?? null }));
}

/** With the field go those that say parts of it: a subtitle, the day of a month. */
function withParts(change: FieldChange, { fields }: ParsedEntry, now: ReadonlyMap<string, string>): FieldChange[] {
  const [name = ''] = change.names;
  const parts = name === 'month' || name === 'year' ? ['day'] : (partsOfFields[name] ?? []);
  return [change, ...parts.filter((part) => !now.has(part) && fields.some((field) => field.name.toLowerCase() === part)).map((part): FieldChange => ({ names: [part], value: null }))];
}
