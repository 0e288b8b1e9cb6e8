/** The item types of CSL 1.0.2. */
const types = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic',
  'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic',
  'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet',
  'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation',
  'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
] as const;

/** Variables that name people; `author` stands in the description and is not among them. */
const nameVariables = [
  'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator', 'director', 'editor',
  'editorial-director', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator', 'organizer',
  'original-author', 'performer', 'producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator',
] as const;

const dateVariables = ['accessed', 'available-date', 'event-date', 'original-date', 'submitted'] as const;

/**
 * The variables of the CSL 1.0.2 input model whose value is one text (numbers are texts here too: `12`, `e104`).
 * What a processor fills in by itself (`citation-number`, `year-suffix`, `locator`, …) is left out.
 */
const textVariables = [
  'abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place', 'authority', 'call-number',
  'chapter-number', 'citation-label', 'collection-number', 'collection-title', 'container-title', 'container-title-short', 'dimensions',
  'division', 'DOI', 'edition', 'event', 'event-place', 'event-title', 'genre', 'ISBN', 'ISSN', 'issue', 'journalAbbreviation',
  'jurisdiction', 'keyword', 'language', 'medium', 'note', 'number', 'number-of-pages', 'number-of-volumes',
  'original-publisher', 'original-publisher-place', 'original-title', 'page', 'page-first', 'part', 'part-title', 'PMCID',
  'PMID', 'printing', 'publisher', 'publisher-place', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section',
  'shortTitle', 'source', 'status', 'supplement', 'title', 'title-short', 'URL', 'version', 'volume', 'volume-title', 'volume-title-short',
] as const;

export type CslType = (typeof types)[number];
export type CslNameVariable = (typeof nameVariables)[number];
export type CslDateVariable = (typeof dateVariables)[number];
export type CslTextVariable = (typeof textVariables)[number];

/** A person by parts, or a name that is not taken apart. */
export interface CslName {
  family?: string;
  given?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/**
 * A date as year, month and day, as far as they are known, or a range of two; years before the common era are negative
 * (-1 is 1 BC). `season` is 1 (spring) to 4 (winter). `literal` is a date in words, or EDTF where the other members
 * cannot say it.
 */
export interface CslDate {
  'date-parts'?: [number[]] | [number[], number[]];
  season?: number;
  circa?: boolean;
  literal?: string;
}

type Variables = Partial<Record<CslTextVariable, string> & Record<CslNameVariable, CslName[]> & Record<CslDateVariable, CslDate>>;

/** One work in CSL-JSON 1.0. `custom` holds what CSL has no name for, as the input schema provides. */
export interface CslItem extends Variables {
  id: string;
  type: CslType;
  author?: CslName[];
  issued?: CslDate;
  custom?: Record<string, string>;
}

/** Every variable that an extra field can be. */
export const cslVariables: readonly (CslNameVariable | CslDateVariable | CslTextVariable)[] = [...nameVariables, ...dateVariables, ...textVariables];

export const isCslType = oneOf(types);
export const isCslNameVariable = oneOf(nameVariables);
export const isCslDateVariable = oneOf(dateVariables);
export const isCslTextVariable = oneOf(textVariables);

function oneOf<Word extends string>(words: readonly Word[]): (word: string) => word is Word {
  const known: ReadonlySet<string> = new Set(words);
  return (word): word is Word => known.has(word);
}
