import { fold } from './text';

/** The fields a query can name: `tag:slow status:done "exact words" author:lovelace`. */
const fieldNames = ['title', 'author', 'year', 'tag', 'status', 'technique', 'collection', 'key', 'id', 'is'] as const;
export type QueryField = (typeof fieldNames)[number];

/** A query: every term must hold. Values are folded. */
export interface Query {
  words: string[];
  fields: { field: QueryField; value: string }[];
}

/** Reads what a person typed. Any text is a query; a word before a colon that is no field is just text. */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], fields: [] };
  for (const match of text.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)) {
    const name = match[1]?.toLowerCase();
    const value = fold(match[2] ?? match[3] ?? '');
    const field = fieldNames.find((known) => known === name);
    if (field !== undefined && value !== '') query.fields.push({ field, value });
    else {
      const word = fold(match[1] === undefined ? (match[2] ?? match[3] ?? '') : match[0]);
      if (word !== '') query.words.push(word);
    }
  }
  return query;
}
