import type { CslItem } from '../csl-types';
import { squash } from '../readText';
import { bibstring } from './bibstrings';
import type { Fields } from './fields';
import { splitAnd } from './texLists';
import { texToText } from './texText';
import { joined } from './titles';

/** What the `number` of an entry counts: works in a series, issues of a periodical, or nothing but this work. */
export type Counted = 'series' | 'issues' | 'works';

const counted: ReadonlyMap<string, Counted> = new Map([
  ...[
    'book', 'collection', 'proceedings', 'reference', 'mvbook', 'mvcollection', 'mvproceedings', 'mvreference', 'bookinbook', 'inbook', 'incollection',
    'inproceedings', 'conference', 'inreference', 'suppbook', 'suppcollection', 'manual', 'booklet',
  ].map((type) => [type, 'series'] as const),
  ...['article', 'periodical', 'suppperiodical', 'review', 'newsarticle'].map((type) => [type, 'issues'] as const),
]);

export function countedBy(type: string): Counted {
  return counted.get(type) ?? 'works';
}

/** Fields that only biblatex has. Its lists of publishers and places are joined with `and`, which is a word to BibTeX. */
const ofBiblatex: ReadonlySet<string> = new Set(['date', 'hyphenation', 'journaltitle', 'location', 'langid', 'subtitle', 'maintitle', 'eprinttype', 'urldate', 'origdate', 'shorttitle', 'eventdate', 'editortype', 'pubstate']);

/** Whether an entry is written for biblatex, by the names of its fields as they are written. */
export function isForBiblatex(written: readonly (readonly [name: string, tex: string])[]): boolean {
  return written.some(([name]) => ofBiblatex.has(name));
}

type Publication = Pick<CslItem,
  'publisher' | 'publisher-place' | 'jurisdiction' | 'event-place' | 'original-publisher' | 'original-publisher-place' | 'collection-title' |
  'collection-number' | 'number' | 'issue' | 'volume' | 'number-of-volumes' | 'page' | 'number-of-pages' | 'chapter-number' | 'edition' | 'version' | 'status'>;

/** Who brought a work out, where, and how it is counted there. */
export function publicationOf(type: string, fields: Fields, { isBiblatex, isPatent }: { isBiblatex: boolean; isPatent: boolean }): Publication {
  const list = (name: string): string => {
    const tex = fields.tex(name);
    if (tex === '') return '';
    return (isBiblatex ? splitAnd(tex) : [tex]).map((item) => bibstring(squash(texToText(item)))).filter((text) => text !== '').join('; ');
  };
  const place = list('location');
  return {
    publisher: ['institution', 'organization', 'howpublished', 'publisher'].map(list).filter((text) => text !== '' && !isAddress(text)).join('; '),
    'publisher-place': isPatent ? '' : place,
    jurisdiction: isPatent ? place : '',
    'event-place': fields.text('venue'),
    'original-publisher': list('origpublisher'),
    'original-publisher-place': list('origlocation'),
    'collection-title': seriesTitle(fields.text('series')),
    volume: joined([fields.text('volume'), fields.text('part')], '.').replace('. ', '.'),
    'number-of-volumes': fields.text('volumes'),
    page: fields.text('pages').replace(/[–—]/g, '-'),
    'number-of-pages': fields.text('pagetotal') || fields.text('numpages'),
    'chapter-number': fields.text('chapter'),
    edition: fields.text('edition'),
    version: fields.text('version'),
    status: bibstring(fields.text('pubstate')),
    ...numbersOf(type, fields),
  };
}

function numbersOf(type: string, fields: Fields): Pick<CslItem, 'number' | 'issue' | 'collection-number'> {
  const number = fields.text('number').replace(/–/g, '-');
  const what = countedBy(type);
  if (what === 'series') return { 'collection-number': number };
  if (what === 'works') return { number };
  return { issue: [number, fields.text('issue')].filter((text) => text !== '').join(', '), number: fields.text('eid') };
}

/** `3` is the third series of a journal. */
function seriesTitle(series: string): string {
  const number = /^\d{1,3}$/.exec(series)?.[0];
  return number === undefined ? bibstring(series) : `${ordinal(Number(number))} series`;
}

function ordinal(number: number): string {
  const isTeen = Math.floor((number % 100) / 10) === 1;
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** `howpublished` is often nothing but an address, which is read as such. */
export function isAddress(text: string): boolean {
  return /^(?:available at:? ?)?https?:\/\/\S+$/i.test(text);
}
