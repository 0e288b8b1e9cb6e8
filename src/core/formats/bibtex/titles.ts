import type { CslItem } from '../csl-types';
import type { Fields } from './fields';
import { journalOfMacro } from './journals';

/** Works that appear in another. */
const parts = new Set(['inbook', 'bookinbook', 'suppbook', 'incollection', 'suppcollection', 'inproceedings', 'conference', 'inreference']);

export function isPart(type: string): boolean {
  return parts.has(type);
}

type Titles = Pick<CslItem, 'title' | 'title-short' | 'volume-title' | 'container-title' | 'container-title-short' | 'event-title' | 'original-title'>;

/**
 * The titles of a work (biblatex manual, 2.2.2). A volume of a work in several volumes is cited by the title of the whole
 * (`maintitle`), its own is that of the volume.
 */
export function titlesOf(type: string, fields: Fields): Titles {
  const isVolume = fields.has('maintitle');
  const isInside = isPart(type);
  const own = type === 'periodical' ? 'issue' : isVolume && !isInside ? 'main' : '';
  const title = whole(fields, own);
  const issued = title === '' && type === 'periodical';
  return {
    title: issued ? whole(fields, '') : title === '' ? fallbackTitle(fields) : title,
    'title-short': shortTitle(fields, isVolume, isInside),
    'volume-title': isVolume ? whole(fields, isInside ? 'book' : '') : '',
    'container-title': issued ? '' : containerTitle(type, fields),
    'container-title-short': firstText(fields, ['shortjournal', 'journalabbr']),
    'event-title': joined([fields.text('eventtitle'), fields.text('eventtitleaddon')], '.'),
    'original-title': fields.text('origtitle'),
  };
}

/** `Title: Subtitle. Addition`. */
function whole(fields: Fields, prefix: 'main' | 'book' | 'journal' | 'issue' | ''): string {
  const title = (prefix === 'journal' ? journalOfMacro(fields.tex('journaltitle')) : null) ?? fields.text(`${prefix}title`);
  if (title === '') return '';
  return joined([joined([title, fields.text(`${prefix}subtitle`)], ':'), fields.text(`${prefix}titleaddon`)], '.');
}

function containerTitle(type: string, fields: Fields): string {
  if (type === 'periodical') return whole(fields, '');
  const prefixes = isPart(type) ? ['main', 'book', 'journal'] as const : ['journal'] as const;
  return prefixes.map((prefix) => whole(fields, prefix)).find((title) => title !== '') ?? '';
}

function fallbackTitle(fields: Fields): string {
  return whole(fields, 'book') || whole(fields, '');
}

/** The short title that is given, or what stands before the subtitle. */
function shortTitle(fields: Fields, isVolume: boolean, isInside: boolean): string {
  const given = isVolume && !isInside ? '' : fields.text('shorttitle');
  if (given !== '') return given;
  const title = fields.text('title');
  const hasSubtitle = !isVolume && (fields.has('subtitle') || fields.has('titleaddon'));
  return beforeColon(title) ?? (hasSubtitle ? title : '');
}

/** What stands before a colon outside of formulas and commands. */
function beforeColon(title: string): string | null {
  const colon = title.search(/:\s/);
  const before = title.slice(0, Math.max(colon, 0));
  const isWhole = before.split('$').length % 2 === 1 && before.split('{').length === before.split('}').length;
  return before !== '' && isWhole ? before : null;
}

/** Texts with a mark between them, where the first does not end in one. */
export function joined([first = '', second = '']: readonly string[], mark: ':' | '.'): string {
  if (first === '' || second === '') return first + second;
  return /[.!?:;,…]$/.test(first) ? `${first} ${second}` : `${first}${mark} ${second}`;
}

function firstText(fields: Fields, names: readonly string[]): string {
  return names.map((name) => fields.text(name)).find((text) => text !== '') ?? '';
}
