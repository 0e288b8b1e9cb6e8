/** Parts of a name, and of a date, that not every format can tell. */
export type NamePart = 'particle' | 'dropping particle' | 'suffix' | 'group';
export type DatePart = 'day' | 'season' | 'range' | 'about' | 'perhaps' | 'before our era' | 'words';

/** What a format can hold of a paper. */
export interface Holding {
  /** What people call it. */
  name: string;
  /** Fields of the description, and variables of CSL by their CSL names; 'all' is every one of them. */
  fields: 'all' | ReadonlySet<string>;
  /** Whether fields that CSL has no name for are written too: all, or those with such names. */
  holdsOwn: boolean | RegExp;
  names: 'all' | ReadonlySet<NamePart>;
  dates: 'all' | ReadonlySet<DatePart>;
  /** It shows references as a style has them, and is not read back. */
  isFormatted?: true;
}

function words<Word extends string>(text: string): ReadonlySet<Word> {
  return new Set(text.trim().split(/\s+/) as Word[]);
}

function parts<Part extends string>(...all: Part[]): ReadonlySet<Part> {
  return new Set(all);
}

const whole = { fields: 'all', holdsOwn: true, names: 'all', dates: 'all' } as const;

const formatted = {
  fields: words<string>(`
    type title authors issued venue doi arxivId url csl-type accessed archive archive_location authority chapter-number collection-number
    collection-title container-title edition event-date event-title event-place genre issue medium number number-of-volumes
    original-date page part part-title publisher publisher-place section status title-short version volume
    author container-author editor translator director illustrator composer interviewer recipient reviewed-author reviewed-title`),
  holdsOwn: false, names: 'all', dates: 'all', isFormatted: true,
} as const;

/** What each format holds: the only place where that is said. A test holds it against what is printed. */
export const holdings = {
  bibtex: { name: 'BibTeX', ...whole },
  biblatex: { name: 'BibLaTeX', ...whole },
  'csl-json': { name: 'CSL-JSON', ...whole },
  'csl-yaml': { name: 'CSL-YAML', ...whole },
  ris: {
    name: 'RIS',
    fields: words<string>(`
      type csl-type title authors issued venue doi arxivId url abstract tags citationKey accessed annote archive archive_location call-number
      collection-title container-title-short edition event event-place event-title genre ISBN ISSN issue journalAbbreviation language note
      number number-of-pages number-of-volumes page publisher publisher-place reviewed-title section shortTitle source title-short volume
      editor collection-editor contributor translator`),
    holdsOwn: /^[A-Z][A-Z\d]$/,
    names: parts<NamePart>('suffix', 'group'),
    dates: parts<DatePart>('day', 'season'),
  },
  'endnote-xml': {
    name: 'EndNote XML',
    fields: words<string>(`
      type csl-type title authors issued venue doi arxivId url abstract tags citationKey accessed annote archive call-number
      chapter-number collection-title container-title-short edition event event-title genre ISBN ISSN issue journalAbbreviation
      language note number number-of-volumes original-date original-title page PMCID PMID publisher publisher-place section
      shortTitle title-short volume editor collection-editor translator`),
    holdsOwn: false,
    names: parts<NamePart>('suffix', 'group'),
    dates: 'all',
  },
  'word-xml': {
    name: 'Word’s XML',
    fields: words<string>(`
      type csl-type title authors issued venue doi url citationKey accessed chapter-number edition event-place genre ISBN ISSN
      issue language medium note number number-of-volumes page PMCID PMID publisher publisher-place shortTitle title-short
      version volume compiler composer container-author director editor interviewer performer producer translator`),
    holdsOwn: false,
    names: parts<NamePart>('group'),
    dates: parts<DatePart>('day', 'before our era'),
  },
  hayagriva: {
    name: 'Hayagriva',
    fields: words<string>(`
      type csl-type title authors issued venue doi arxivId url abstract citationKey accessed archive archive-place call-number chapter-number
      edition genre ISBN ISSN issue language note number number-of-pages number-of-volumes page PMCID PMID publisher publisher-place volume
      compiler composer container-author contributor director editor executive-producer illustrator narrator organizer performer
      producer script-writer translator`),
    holdsOwn: false,
    names: parts<NamePart>('particle', 'suffix', 'group'),
    dates: parts<DatePart>('day', 'about', 'before our era'),
  },
  cff: {
    name: 'CITATION.cff',
    fields: words<string>(`
      type csl-type title authors issued venue doi arxivId url abstract tags edition event-place event-title genre ISBN ISSN issue note
      number page PMCID publisher publisher-place section version volume editor translator`),
    holdsOwn: false,
    names: parts<NamePart>('particle', 'suffix', 'group'),
    dates: parts<DatePart>('day'),
  },
  csv: { name: 'CSV', ...whole },
  markdown: { name: 'Markdown', ...formatted },
  html: { name: 'HTML', ...formatted },
  text: { name: 'plain text', ...formatted },
  rtf: { name: 'RTF', ...formatted },
} as const satisfies Record<string, Holding>;

export type HeldFormat = keyof typeof holdings;
