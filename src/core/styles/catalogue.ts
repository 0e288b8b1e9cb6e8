import { z } from 'zod';

/** Names a style: that of the CSL repository, or `own:` and the name of a file in the library's folder. */
export const StyleId = z.string().min(1).max(200);

/** A style by its id, or the text of one. */
export const CitationStyle = z.union([StyleId, z.strictObject({ csl: z.string().max(1 << 20) })]);
export type CitationStyle = z.infer<typeof CitationStyle>;

/** How a style cites in the running text. */
export const citationKinds = ['author', 'author-date', 'label', 'note', 'numeric'] as const;
export type CitationKind = (typeof citationKinds)[number];

/** What is known of a style without reading it. */
export interface StyleEntry {
  id: string;
  title: string;
  /** The abbreviation of its title; `''` where it has none. */
  shortTitle: string;
  kind: CitationKind | null;
  /** The disciplines it is made for, by their names in CSL (`social_science`). */
  fields: string[];
  /** The language that the style asks for; `''` where any will do. */
  locale: string;
  /** The style that this one follows to the letter; `''` where it stands for itself. */
  parent: string;
}

export const OWN = 'own:';

/** Reads the list that scripts/citation-styles.mjs writes. */
export function* readCatalogue(text: string): Generator<StyleEntry, void> {
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [id = '', title = '', shortTitle = '', kind = '', fields = '', locale = '', parent = ''] = line.split('\t');
    yield { id, title, shortTitle, kind: citationKinds.find((known) => known === kind) ?? null, fields: fields.split(' ').filter((field) => field !== ''), locale, parent };
  }
}
