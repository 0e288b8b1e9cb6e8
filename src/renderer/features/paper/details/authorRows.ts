import { parseName } from '../../../../core/formats/names';
import type { Author } from '../../../../core/model';

/** An author while edited. The key stays with the row when it is moved. */
export interface AuthorRow {
  key: number;
  kind: 'person' | 'group';
  given: string;
  /** The family name, or the name of a group. */
  family: string;
}

export function rowsOf(authors: readonly Author[]): AuthorRow[] {
  return authors.map((author, key) => rowOf(author, key));
}

function rowOf(author: Author, key: number): AuthorRow {
  return 'literal' in author ? { key, kind: 'group', given: '', family: author.literal } : { key, kind: 'person', given: author.given, family: author.family };
}

/** The authors that rows stand for. A row without any name is none; a person with one name has it as the family name. */
export function authorsOf(rows: readonly AuthorRow[]): Author[] {
  return rows.flatMap(({ kind, given, family }): Author[] => {
    const name = family.trim() || given.trim();
    if (name === '') return [];
    if (kind === 'group') return [{ literal: name }];
    return [{ family: name, given: family.trim() === '' ? '' : given.trim() }];
  });
}

export function sameAuthors(a: readonly AuthorRow[], b: readonly AuthorRow[]): boolean {
  return JSON.stringify(authorsOf(a)) === JSON.stringify(authorsOf(b));
}

/** Adds the names written in a text, parted by semicolons or lines: `Ada Lovelace; Babbage, Charles`. */
export function withNames(rows: readonly AuthorRow[], text: string): AuthorRow[] {
  const first = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const authors = text.split(/[;\n]/).flatMap((name) => parseName(name) ?? []);
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
    const person = parseName(name);
    return person !== null && !('literal' in person) ? rowOf(person, key) : { key, kind: 'person', given: '', family: name };
  });
}
