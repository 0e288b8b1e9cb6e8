import { DomainError } from '../errors';
import type { CslItem } from '../formats/csl-types';
import { outcomeOf, type BibliographyFormatter, type InStyle } from '../formatting';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { fold } from '../text';
import { OWN, type StyleEntry } from './catalogue';
import { readOwnStyle } from './ownStyle';
import { searchable, styleSearch, type Searchable, type StyleQuery, type StylesFound } from './search';

/** The styles that a person has added to the library, by the names of their files. */
export interface StyleShelf {
  list(): Promise<StyleEntry[]>;
  /** The text of a style; null where there is none of that name. */
  read(name: string): Promise<string | null>;
  keep(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** All styles and locales there are. */
export interface StyleSource {
  shelf: StyleShelf;
  /** The styles that come with Lectern. */
  catalogue(): Promise<Iterable<StyleEntry>>;
  /** The tags of the locales, sorted. */
  languages(): Promise<string[]>;
}

export type StyleAdded =
  /** `replaced` is the text of the style of that name that was there before. */
  | { kind: 'added'; style: StyleEntry; replaced: string | null }
  | { kind: 'refused'; reason: string };

export interface StyleUseCases {
  search(query: StyleQuery): Promise<StylesFound>;
  /** What is known of these styles; those that are not there are left out. */
  named(ids: readonly string[]): Promise<StyleEntry[]>;
  languages(): Promise<string[]>;
  /** Adds the style in a file to the library, once it has shown that it works. */
  add(file: { name: string; text: string }): Promise<StyleAdded>;
  /** Removes a style that was added; answers what `add` takes to put it back, null where it was not there. */
  remove(id: string): Promise<{ name: string; text: string } | null>;
  /** An example bibliography in this style, as HTML. */
  example(choice: InStyle): Promise<string>;
}

/** Works that show what a style does: an article, a paper at a conference, a book and a preprint; all made up. */
const example: CslItem[] = [
  {
    id: 'article', type: 'article-journal', title: 'On the economy of small machines', 'container-title': 'Journal of Careful Computing', 'container-title-short': 'J. Care. Comput.',
    volume: '12', issue: '3', page: '201-219', DOI: '10.1000/example.12', author: [{ family: 'Okafor', given: 'Ada' }, { family: 'Lindqvist', given: 'Per Olof' }], issued: { 'date-parts': [[2023, 5, 4]] },
  },
  {
    id: 'conference', type: 'paper-conference', title: 'Sparse attention for long documents', 'container-title': 'Proceedings of the 7th Conference on Reading', 'event-title': '7th Conference on Reading', publisher: 'Reading Society',
    'publisher-place': 'Lisbon', page: '88-97', author: [{ family: 'Haddad', given: 'Lina' }, { family: 'Vries', given: 'Jan', 'non-dropping-particle': 'de' }, { family: 'Sato', given: 'Emi' }, { family: 'Brandt', given: 'Nils' }], issued: { 'date-parts': [[2024, 6]] },
  },
  { id: 'book', type: 'book', title: 'The quiet library', edition: '2', publisher: 'Harbour Press', 'publisher-place': 'Edinburgh', ISBN: '978-0-00-000000-2', author: [{ family: 'Muñoz', given: 'Carmen' }], issued: { 'date-parts': [[2019]] } },
  { id: 'preprint', type: 'article', title: 'Quantization without regret', publisher: 'arXiv', number: 'arXiv:2501.00001', URL: 'https://arxiv.org/abs/2501.00001', author: [{ family: 'Okafor', given: 'Ada' }], issued: { 'date-parts': [[2025, 1, 2]] } },
];

interface Needs { source: StyleSource; formatter: BibliographyFormatter; clock: Clock }

export function styleUseCases({ source, formatter, clock }: Needs): StyleUseCases {
  const { shelf } = source;
  let known: ReturnType<typeof prepared> | undefined;
  const catalogue = () => (known ??= prepared());

  async function prepared() {
    const byId = new Map<string, StyleEntry>();
    const searchables: Searchable[] = [];
    await inSlices(await source.catalogue(), clock, (entry) => {
      byId.set(entry.id, entry);
      searchables.push(searchable(entry));
    });
    return { byId, search: styleSearch(searchables) };
  }

  /** Why a style of the right form does not work all the same; null when it does. */
  async function failure(text: string, { parent }: Pick<StyleEntry, 'parent'>): Promise<string | null> {
    const followed = (await catalogue()).byId.get(parent);
    if (parent !== '' && followed?.parent !== '') return `It follows the style “${parent.slice(0, 60)}”, which Lectern does not have.`;
    try {
      await outcomeOf(formatter.format(example, { style: { csl: text }, output: 'text', as: 'bibliography' }));
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'invalid-input') return error.message;
      throw error;
    }
  }

  return {
    search: async (query) => (await catalogue()).search(query, await shelf.list()),
    async named(ids) {
      const [{ byId }, own] = [await catalogue(), await shelf.list()];
      return ids.flatMap((id) => byId.get(id) ?? own.find((entry) => entry.id === id) ?? []);
    },
    languages: () => source.languages(),
    async add({ name, text }) {
      const read = readOwnStyle(text);
      if (read.kind === 'refused') return read;
      const reason = await failure(text, read.about);
      if (reason !== null) return { kind: 'refused', reason };
      const file = fileNameFor(name);
      const before = await shelf.read(file);
      await shelf.keep(file, text);
      return { kind: 'added', style: { ...read.about, id: OWN + file }, replaced: before === text ? null : before };
    },
    async remove(id) {
      const name = id.slice(OWN.length);
      const text = id.startsWith(OWN) ? await shelf.read(name) : null;
      if (text === null) return null;
      await shelf.remove(name);
      return { name, text };
    },
    example: async (choice) => (await outcomeOf(formatter.format(example, { ...choice, output: 'html', as: 'bibliography' }))).join('\n'),
  };
}

/** `My Journal (2024).csl` becomes `my-journal-2024`. */
function fileNameFor(name: string): string {
  const words = fold(name.replace(/\.(?:csl|xml)$/i, '')).normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, 80).join('').replace(/-$/, '') || 'style';
}
