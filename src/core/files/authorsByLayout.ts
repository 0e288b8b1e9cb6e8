import { looksLikeName, parseName, splitNames } from '../formats/names';
import type { Author } from '../model';
import type { Line, Page } from './pageModel';
import type { FoundTitle } from './titleByLayout';

/** How many lines under the title are looked at. */
const LOOKED_AT = 30;
/** Works with more authors than that are listed on a page of their own. */
const MOST = 60;

const affiliation = /\b(?:universi\w+|institut\w*|departe?ment\w*|dept|school|laborator\w*|labs?|college|cent(?:er|re|rum)|inc|gmbh|ltd|llc|research|facult\w+|hospital|company|corporation|academy|group|team|ministry|agency|foundation|société|école|hochschule|street|box|usa|germany|france|china|india|canada|netherlands|austria|switzerland|clinic|project|unit|development|core|initiative|network|consortium|version|package|equal|contribution|corresponding|author|google|microsoft|meta|nvidia|amazon|openai|deepmind|enthusiasts|associates|consulting)\b/i;
const end = /^(?:abstract|summary|contents|keywords|introduction|\d+\.?\s*introduction|index terms)\b/i;
const month = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** The people named under a title: the first lines that are names alone, and those set like them. */
export function authorsByLayout({ lines }: Page, { lines: titleLines }: FoundTitle): Author[] {
  const last = titleLines.at(-1);
  if (last === undefined) return [];
  const under = below(lines, last);
  const first = under.find(({ bare }) => namesIn(bare).length > 0);
  if (first === undefined || first.size >= last.size * 1.15) return [];
  const authors: Author[] = [];
  for (const { bare, size, font } of under) {
    if (Math.abs(size - first.size) > 0.4 || font !== first.font) continue;
    for (const name of namesIn(bare)) if (!authors.some((known) => isSame(known, name))) authors.push(name);
  }
  return authors.slice(0, MOST);
}

/** The lines between the title and the abstract. */
function below(lines: readonly Line[], last: Line): Line[] {
  const under = lines.filter(({ turned, baseline }) => !turned && baseline > last.baseline + 1).slice(0, LOOKED_AT);
  const stop = under.findIndex(({ text }) => end.test(text));
  return stop === -1 ? under : under.slice(0, stop);
}

/** The names in a line; none where it is anything but names. */
export function namesIn(text: string): Author[] {
  if (affiliation.test(text) || month.test(text) || /[@:/]|\b\d{4}\b/.test(text)) return [];
  const plain = text.replace(/[\d∗*†‡§¶⋆♯#]+|\((?:\w|,)\)/gu, ',').replace(/^by\s+/i, '').replace(/[,\s]*,[,\s]*/g, ', ').replace(/\u2003/g, ', ').replace(/^[,\s]+|[,\s]+$/g, '');
  const parts = splitList(plain);
  if (parts.length === 0 || !parts.every(isName)) return [];
  return parts.map((part) => parseName(unshouted(part))).filter((name) => name !== null);
}

function splitList(text: string): string[] {
  const listed = text.split(/\s*(?:\u2003|,\s*(?:and|und|et)\s|,|;|\s(?:and|und|&|et)\s|\s·\s)\s*/i).map((part) => part.trim()).filter((part) => part !== '');
  return listed.filter((part) => !/^(?:jr|sr|ii|iii|ph\.?d|md|m\.d)\.?$/i.test(part));
}

/** A full name, whose last word is more than an initial. */
function isName(text: string): boolean {
  return looksLikeName(text) && /\p{L}{2}/u.test(text.split(' ').at(-1) ?? '');
}

/** Capitals of a line that is set in them, as they are written elsewhere. */
function unshouted(name: string): string {
  return name === name.toUpperCase() ? name.replace(/\p{L}{2,}/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase()) : name;
}

/** The people of a field that lists them; none where it holds anything else. */
export function namesOfField(field: string): Author[] {
  const whole = field.replace(/\s+/g, ' ').trim();
  const parts = isReversed(whole) ? [whole] : whole.includes(';') ? whole.split(/\s*;\s*/).filter((part) => part !== '') : splitNames(whole);
  if (parts.length === 0 || !parts.every((part) => isName(part) || isReversed(part))) return [];
  return parts.map(parseName).filter((name) => name !== null);
}

/** `Lovelace, Ada` */
function isReversed(part: string): boolean {
  const [family = '', given = '', ...more] = part.split(',').map((each) => each.trim());
  return more.length === 0 && given !== '' && !isName(family) && !isName(given) && isName(`${given} ${family}`);
}

function isSame(a: Author, b: Author): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
