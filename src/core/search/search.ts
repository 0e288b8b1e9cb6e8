import type { PaperId } from '../model';
import type { FileTexts } from '../files/texts';
import { inSlices } from '../slices';
import type { TechniqueIndex } from '../techniques';
import { SearchEngine } from './engine';
import { followLibrary, type Followed } from './following';
import { traitsOf, withTraits, type Related } from './related';
import { matchesIn, scan } from './scan';
import type { Matches, RelatedHit, SearchAnswer, SearchDocument, SearchRequest, SearchState, TextQuery } from './types';

/** So many papers with the most words in common are looked at for what else they have in common. */
const CANDIDATES = 200;

/** Finds the papers of the library by their words, and keeps the index up with every change. */
export interface Search {
  /** Hits are papers that are there; what changed before the call is found. While the index is built the answer may lack papers, and says so. */
  find(request: SearchRequest): Promise<SearchAnswer>;
  /** The papers that have some words, with how much; papers with all of them have most. */
  relevance(words: readonly TextQuery[]): Promise<Matches>;
  /** The papers that a query holds for: all of them, however long that takes. */
  matches(query: TextQuery): Promise<Matches>;
  /** The papers of the library, other than these and those in the trash, that share most with these papers or with a text. */
  related(to: { papers: readonly PaperId[]; text?: string | undefined; limit: number }): Promise<Related[]>;
  /** The searchable texts of a paper as they are now, for snippets; without those of its files. */
  document(id: PaperId): SearchDocument | undefined;
  /** The same with the texts of its files, a text for each page. */
  wholeDocument(id: PaperId): Promise<SearchDocument | undefined>;
  /** The files of a paper have been read: their words can be found from now on. */
  touch(id: PaperId): void;
  state(): SearchState;
  close(): Promise<void>;
}

export function createSearch({ techniques, texts, ...followed }: Followed & { techniques: Pick<TechniqueIndex, 'known'>; texts: Pick<FileTexts, 'pages'> }): Search {
  const { library: { tables }, index, clock } = followed;
  const following = followLibrary(followed);

  async function withFiles(document: SearchDocument): Promise<SearchDocument> {
    const { files = [] } = document;
    if (files.length === 0) return document;
    const read = await Promise.all(files.map((sha256) => texts.pages(sha256)));
    return { ...document, pages: read.map((pages) => pages?.length ?? 0), texts: { ...document.texts, attachment: read.flatMap((pages) => pages ?? []) } };
  }

  /** What is looked through where there is no index: few papers, whose files are read in once. */
  async function wholeDocuments(): Promise<SearchDocument[]> {
    const whole: SearchDocument[] = [];
    for (const document of documents()) whole.push(document.files === undefined ? document : await withFiles(document));
    return whole;
  }

  function* documents(): Generator<SearchDocument> {
    for (const id of tables.papers.keys()) {
      const known = following.document(id);
      if (known !== undefined) yield known;
    }
  }

  /** For a process that does not stay: an index for one question. */
  async function likeOnce(to: readonly SearchDocument[], limit: number): Promise<RelatedHit[]> {
    const engine = new SearchEngine();
    await inSlices(documents(), clock, (each) => engine.update([each]));
    return engine.like(to, limit).map(({ slot, ...hit }) => ({ ...hit, id: engine.ids[slot] ?? ('' as PaperId) }));
  }

  async function ask(isIndexed: boolean, request: SearchRequest): Promise<SearchAnswer> {
    return isIndexed ? following.asked(() => index.search(request)) : scan(await wholeDocuments(), request, clock);
  }

  return {
    document: (id) => following.document(id),
    touch: (id) => following.touch(id),
    async wholeDocument(id) {
      const document = following.document(id);
      return document && withFiles(document);
    },
    state: () => following.state(),
    close: () => following.close(),
    async find(request) {
      const answer = await ask(await following.isIndexed(), request);
      return { ...answer, hits: answer.hits.filter(({ id }) => tables.papers.has(id)) };
    },
    async relevance(words) {
      if (words.length === 0) return matchesIn(new Map());
      return (await ask(await following.isIndexed(), { query: { kind: 'or', parts: [{ kind: 'and', parts: words }, ...words] }, limit: 0 })).matches;
    },
    matches: async (query) => (await ask(await following.isWhole(), { query, limit: 0 })).matches,
    async related({ papers, text = '', limit }) {
      const to = papers.flatMap((id) => following.document(id) ?? []);
      if (text !== '') to.push({ id: '' as PaperId, texts: { abstract: [text] } });
      const own = papers.flatMap((id) => tables.papers.get(id) ?? []).map((paper) => traitsOf(paper, techniques));
      const most = Math.max(CANDIDATES, 2 * limit);
      const alike = (await following.isIndexed()) ? await following.asked(() => index.like(to, most)) : await likeOnce(to, most);
      return withTraits(alike, own, (id) => {
        const paper = tables.papers.get(id);
        return paper?.trashedAt === null ? traitsOf(paper, techniques) : undefined;
      }, limit);
    },
  };
}
