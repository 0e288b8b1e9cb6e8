import { parseName, person, splitFamily, splitGiven, type Person } from '../../../../core/formats/names';
import { readNames } from '../../../../core/formats/nameText';
import type { Author } from '../../../../core/model';

/** An author while edited. The key stays with the row when it is moved. */
export interface AuthorRow {
  key: number;
  kind: 'person' | 'group';
  /** The given name with what follows it: `Alexander von`. */
  given: string;
  /** The family name with its particle and suffix: `van Beethoven`, `Davis, Jr.`; or the name of a group. */
  family: string;
  /** The person as stored, whose parts hold for as long as nothing else is written. */
  stored?: Person;
}

export function rowsOf(authors: readonly Author[]): AuthorRow[] {
  return authors.map((author, key) => rowOf(author, key));
}

function rowOf(author: Author, key: number): AuthorRow {
  if ('literal' in author) return { key, kind: 'group', given: '', family: author.literal };
  return { key, kind: 'person', given: givenText(author), family: familyText(author), stored: author };
}

function givenText({ given, droppingParticle = '' }: Person): string {
  return `${given} ${droppingParticle}`.trim();
}

function familyText({ particle, family, suffix }: Person): string {
  return `${particle === undefined ? '' : `${particle} `}${family}${suffix === undefined ? '' : `, ${suffix}`}`;
}

/** The authors that rows stand for. A row without any name is none; a person with one name has it as the family name. */
export function authorsOf(rows: readonly AuthorRow[]): Author[] {
  return rows.flatMap((row): Author[] => {
    const name = row.family.trim() || row.given.trim();
    if (name === '') return [];
    return [row.kind === 'group' ? { literal: name } : personOf(row, name)];
  });
}

function personOf({ given, family, stored }: AuthorRow, name: string): Author {
  const givenParts = stored !== undefined && givenText(stored) === given ? givenOf(stored) : splitGiven(given.trim());
  if (stored !== undefined && familyText(stored) === family) return person({ ...familyOf(stored), ...givenParts });
  const [before = '', ...behind] = name.split(',');
  const written = family.trim() === '' ? { given: '' } : givenParts;
  if (before.trim() === '' || (behind.length > 0 && written.given === '')) return parseName(name) ?? { literal: name };
  return person({ ...splitFamily(before.trim()), ...written, suffix: behind.join(',').trim() });
}

function givenOf({ given, droppingParticle = '' }: Person): { given: string; droppingParticle: string } {
  return { given, droppingParticle };
}

function familyOf({ family, particle = '', suffix = '' }: Person): { family: string; particle: string; suffix: string } {
  return { family, particle, suffix };
}

export function sameAuthors(a: readonly AuthorRow[], b: readonly AuthorRow[]): boolean {
  return JSON.stringify(authorsOf(a)) === JSON.stringify(authorsOf(b));
}

/** Adds the names written in a text, parted by semicolons or lines: `Ada Lovelace; Babbage, Charles`. */
export function withNames(rows: readonly AuthorRow[], text: string): AuthorRow[] {
  const first = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const authors = readNames(text.replace(/\n/g, ';'));
  return [...rows, ...authors.map((author, index) => rowOf(author, first + index))];
}

/** Moves a row by one place, up (-1) or down (1). */
export function withMoved(rows: readonly AuthorRow[], key: number, by: -1 | 1): AuthorRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const row = rows[from];
  const other = rows[from + by];
  if (row === undefined || other === undefined) return [...rows];
  return rows.with(from, other).with(from + by, row);
}

/** Makes a group of a person or a person of a group, keeping the whole name. */
export function withKindChanged(rows: readonly AuthorRow[], key: number): AuthorRow[] {
  return rows.map((row) => {
    if (row.key !== key) return row;
    const name = `${row.given} ${row.family}`.trim();
    if (row.kind === 'person') return { key, kind: 'group', given: '', family: name };
    const named = parseName(name);
    return named !== null && !('literal' in named) ? rowOf(named, key) : { key, kind: 'person', given: '', family: name };
  });
}
