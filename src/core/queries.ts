import type { Wish } from './cancelling';
import type { Library } from './library';
import { familyNameOf, nameOf, type CollectionId, type Paper, type PaperId } from './model';
import type { Clock } from './ports';
import { isText } from './matching/compile';
import { searchedFor, wordsIn } from './matching/textSearch';
import { all, any, hasLetters, parse, type Finding, type Query } from './query';
import type { Search } from './search/search';
import { highlighter, passageOf, type Highlighter, type Mark, type Snippet } from './search/snippets';
import type { SearchDocument, SearchField, SearchState } from './search/types';
import { inSlices } from './slices';
import { fold } from './text';
import type { Viewer } from './view';

/** The fields whose values only the papers tell. */
export type OpenField = 'author' | 'venue';

/** A paper that a query found, with what shows why. */
export interface RankedPaper {
  id: PaperId;
  /** False for one that has some of the words only. */
  whole: boolean;
  /** `page`, from 1, of a passage in a file. */
  snippets: (Snippet & { passage: string; page?: number })[];
}

/** What a paper has of the words of a query, as a line of a list shows it. */
export interface ShownMatch {
  id: PaperId;
  title: Mark[];
  /** The passage that has most of them outside the title; marks count from its beginning. */
  passage: { field: SearchField; text: string; marks: Mark[]; /** Of a file, from 1. */ page?: number } | null;
}

export interface QueryUseCases {
  /**
   * The papers outside the trash that have most of what a query asks for, the best first. Behind those that have all of its
   * words come those that have some. Throws `invalid-input` where something is wrong with the query.
   */
  ranked(input: { query: string; limit: number }, wish?: Wish): Promise<RankedPaper[]>;
  /** What these papers have of the words of a query, those that are there in the order given. */
  shown(input: { query: string; ids: readonly PaperId[] }, wish?: Wish): Promise<ShownMatch[]>;
  /** How far the search index is; while it is built, what is found may lack papers. */
  indexState(): SearchState;
  /** All that is to be said about a query in this library; `own` is the smart collection that it is of. */
  check(query: string, own?: CollectionId): Finding[];
  /** How many papers each smart collection has. */
  smartCounts(wish?: Wish): Promise<Record<CollectionId, number>>;
  /** Papers outside the trash of which title, authors and citation key have words that begin with those of a text, those that have most of them first. */
  find(input: { text: string; limit: number }, wish?: Wish): Promise<PaperId[]>;
  /** Values of a field of which a word begins with a text, the most frequent first, with how many papers outside the trash have each. */
  values(input: { field: OpenField; text: string; limit: number }, wish?: Wish): Promise<{ value: string; count: number }[]>;
}

export function queryUseCases({ library, viewer, search, clock }: { library: Library; viewer: Viewer; search: Pick<Search, 'find' | 'relevance' | 'document' | 'wholeDocument' | 'state'>; clock: Clock }): QueryUseCases {
  /** The first page of a paper's files that has any of the words. */
  async function passageInFiles(id: PaperId, marker: Highlighter): Promise<ShownMatch['passage']> {
    const document = search.document(id)?.files === undefined ? undefined : await search.wholeDocument(id);
    const pages = document?.texts.attachment ?? [];
    let began = clock.elapsed();
    for (const [at, text] of pages.entries()) {
      const match = shownMatch({ id, texts: { attachment: [text] } }, marker);
      if (match.passage !== null && document !== undefined) return { ...match.passage, page: pageOf(document, at) };
      if (clock.elapsed() - began < SLICE_MS) continue;
      await clock.breathe();
      began = clock.elapsed();
    }
    return null;
  }

  return {
    async ranked({ query: text, limit }, wish) {
      const { query } = parse(text);
      const all = (await viewer.papers({ scope: { kind: 'all' }, filter: text, sort: { column: 'relevance', direction: 'descending' } }, wish)).map(({ id }) => id);
      const { hits, whole } = isText(query) ? await search.find({ query: searchedFor(query, true), limit: 2 * limit, loosely: true }) : { hits: [], whole: 0 };
      const found = new Set(all);
      const isHere = (id: PaperId): boolean => library.tables.papers.get(id)?.trashedAt === null || found.has(id);
      const ordered = new Set([...hits.slice(0, whole).map(({ id }) => id), ...all, ...hits.slice(whole).map(({ id }) => id)]);
      const { snippets } = highlighter({ kind: 'or', parts: wordsIn(query) });
      const ranked: RankedPaper[] = [];
      for (const id of [...ordered].filter(isHere).slice(0, limit)) {
        const document = await search.wholeDocument(id);
        ranked.push({ id, whole: found.has(id), snippets: document === undefined ? [] : fewPages(snippets(document)).map((snippet) => ({ ...snippet, passage: passageOf(document, snippet), ...(snippet.field === 'attachment' && { page: pageOf(document, snippet.text) }) })) });
        await clock.breathe();
      }
      return ranked;
    },
    async shown({ query: text, ids }, wish) {
      const marker = highlighter({ kind: 'or', parts: wordsIn(parse(text).query) });
      const found: ShownMatch[] = [];
      await inSlices(ids, clock, (id) => {
        const document = search.document(id);
        if (document !== undefined) found.push(shownMatch(document, marker));
      }, wish);
      const unshown = found.filter(({ title, passage }) => title.length === 0 && passage === null).slice(0, FILES_LOOKED_THROUGH);
      for (const match of unshown) match.passage = await passageInFiles(match.id, marker);
      return found;
    },
    indexState: () => search.state(),
    check: (query, own) => viewer.check(query, own),
    smartCounts: (wish) => viewer.smartCounts(wish),
    async find({ text, limit }, wish) {
      const words = text.split(/\s+/).filter(hasLetters);
      if (words.length === 0) return [];
      const either = (word: string): Query => any([{ kind: 'text', field: 'title', wording: { match: 'word', text: word } }, { kind: 'text', field: 'author', wording: { match: 'word', text: word } }, { kind: 'name', field: 'key', naming: { match: 'pattern', parts: [word, ''] } }]);
      const [found, matches] = await Promise.all([viewer.found(all(words.map(either)), wish), search.relevance(words.map((word) => ({ kind: 'word', text: word, prefix: true, fields: ['title', 'author', 'key'] })))]);
      return found.map(({ id }) => ({ id, score: matches.score(id) })).toSorted((a, b) => b.score - a.score).slice(0, limit).map(({ id }) => id);
    },
    async values({ field, text, limit }, wish) {
      const wanted = fold(text);
      const counts = new Map<string, number>();
      await inSlices([...library.tables.papers.values()], clock, (paper) => {
        if (paper.trashedAt !== null) return;
        for (const value of valuesOf(paper, field, wanted)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }, wish);
      return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
    },
  };
}

/** So many passages of a paper's files are shown. */
const PAGES_SHOWN = 3;

/** Passages without most of those in files, where a word may be on every page. */
function fewPages(snippets: readonly Snippet[]): Snippet[] {
  let pages = 0;
  return snippets.filter(({ field }) => field !== 'attachment' || (pages += 1) <= PAGES_SHOWN);
}

/** The page of a file that one of the texts is, from 1. The pages of several files stand one behind the other. */
function pageOf({ pages = [] }: SearchDocument, text: number): number {
  let before = 0;
  for (const count of pages) {
    if (text < before + count) break;
    before += count;
  }
  return text - before + 1;
}

/** The files of so many papers are looked through for lines of a list. */
const FILES_LOOKED_THROUGH = 20;
/** What is looked through at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 8;

/** So many code units of a text are looked through for a line of a list, which must not wait for a long note. */
const LOOKED_THROUGH = 50_000;
/** How much of a passage a line shows, in code units. */
const LINE = 150;

function shownMatch({ id, texts }: SearchDocument, marker: Highlighter): ShownMatch {
  const document: SearchDocument = { id, texts: Object.fromEntries(Object.entries(texts).map(([field, list]) => [field, list.map((text) => text.slice(0, LOOKED_THROUGH))])) };
  const found = marker.snippets(document, LINE);
  const best = found.find(({ field }) => field !== 'title');
  const passage = best === undefined ? null : {
    field: best.field, text: passageOf(document, best),
    marks: best.marks.map(({ start, end }) => ({ start: start - best.start, end: end - best.start })),
  };
  return { id, title: found.find(({ field }) => field === 'title')?.marks ?? [], passage };
}

/** Authors are offered by their family names, and found by any of their names. */
function valuesOf({ authors, venue }: Paper, field: OpenField, wanted: string): Set<string> {
  if (field === 'venue') return new Set(venue !== '' && hasWordLike(venue, wanted) ? [venue] : []);
  return new Set(authors.filter((author) => hasWordLike(nameOf(author), wanted)).map(familyNameOf));
}

function hasWordLike(name: string, wanted: string): boolean {
  const folded = fold(name);
  return folded.startsWith(wanted) || folded.includes(` ${wanted}`);
}
