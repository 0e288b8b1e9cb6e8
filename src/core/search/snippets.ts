import { leavesOf, meant, wordsIn, type Leaf, type ScannedWord } from './scanLeaves';
import { searchFields, type SearchDocument, type SearchField, type TextQuery } from './types';

/** A part `[start, end)` of a text, in UTF-16 code units of the text as it is stored. */
export interface Mark { start: number; end: number }

/** A passage that shows why a paper was found. */
export interface Snippet extends Mark {
  field: SearchField;
  /** Which of the texts of the field, from 0. */
  text: number;
  /** What was found, within the passage, in order and apart from each other. */
  marks: Mark[];
}

/** How long a passage is, in code units, if the text is not shorter. */
const LENGTH = 180;

interface Found extends Mark { leaf: number }

/** Shows what a query asks for in texts as they are, whatever the index thought of them. */
export interface Highlighter {
  /** The passages of a paper that have most of it, one for each text that has any, the richest first. */
  readonly snippets: (document: SearchDocument, length?: number) => Snippet[];
  /** All of it in one text. */
  readonly marks: (text: string, field: SearchField) => Mark[];
}

export function highlighter(query: TextQuery): Highlighter {
  const leaves = leavesOf(query, false);
  return {
    snippets(document, length = LENGTH) {
      const snippets = [...foundIn(document, leaves)].map(([key, found]) => {
        const [field = 0, text = 0] = key.split(' ').map(Number);
        const name = searchFields[field] ?? 'title';
        const passage = bestPassage(document.texts[name]?.[text] ?? '', found, length);
        const within = found.filter(({ start, end }) => start >= passage.start && end <= passage.end);
        return { richness: new Set(within.map(({ leaf }) => leaf)).size, snippet: { field: name, text, ...passage, marks: merged(within) } };
      });
      return snippets.toSorted((a, b) => b.richness - a.richness).map(({ snippet }) => snippet);
    },
    marks(text, field) {
      const found = foundIn({ id: '' as SearchDocument['id'], texts: { [field]: [text] } }, leaves);
      return merged([...found.values()].flat());
    },
  };
}

/** The text of a passage. */
export function passageOf({ texts }: SearchDocument, { field, text, start, end }: Snippet): string {
  return texts[field]?.[text]?.slice(start, end) ?? '';
}

/** By field and text, where the words stand that the query means. Words that are letters off count where there are none that are not. */
function foundIn(document: SearchDocument, leaves: readonly Leaf[]): Map<string, Found[]> {
  const words = wordsIn(document);
  const found = new Map<string, Found[]>();
  for (const [leaf, each] of leaves.entries()) {
    let passages: ScannedWord[][] = [];
    for (let off = each.always; off <= each.most && passages.length === 0; off += 1) passages = meant(each, words, off);
    for (const passage of passages) {
      const [first] = passage;
      if (first === undefined) continue;
      const key = `${first.field} ${first.text}`;
      const list = found.get(key) ?? [];
      found.set(key, list);
      list.push({ leaf, start: Math.min(...passage.map(({ start }) => start)), end: Math.max(...passage.map(({ end }) => end)) });
    }
  }
  return found;
}

/** The passage with the most different things found, and the most of them; it begins and ends between words. */
function bestPassage(text: string, found: Found[], length: number): Mark {
  if (text.length <= length) return { start: 0, end: text.length };
  const ordered = found.toSorted((a, b) => a.start - b.start);
  let best = { start: 0, end: 0, score: 0 };
  let next = 0;
  for (const [at, { start, end: own }] of ordered.entries()) {
    next = Math.max(next, at + 1);
    while (next < ordered.length && (ordered[next]?.end ?? Infinity) <= start + length) next += 1;
    const within = ordered.slice(at, Math.min(next, at + 200));
    const score = new Set(within.map(({ leaf }) => leaf)).size * 1000 + within.length;
    if (score > best.score) best = { start, end: Math.max(own, ...within.map(({ end }) => end)), score };
  }
  const spare = Math.max(0, length - (best.end - best.start));
  const start = Math.max(0, Math.min(best.start - Math.floor(spare / 3), text.length - length));
  const end = Math.min(text.length, Math.max(best.end, start + length));
  return { start: wordStart(text, start, best.start), end: wordEnd(text, end, best.end) };
}

/** So far a word may go on before it is cut, as scripts without spaces do. */
const LONGEST_WORD = 40;

/** The first place behind a space from `at` on, not behind `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const gap = text.slice(at - 1, limit).search(/\s\S/);
  if (gap !== -1) return at + gap;
  return limit - at > LONGEST_WORD ? whole(text, at) : limit;
}

/** The last place before a space up to `at`, not before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  const part = text.slice(limit, at + 1);
  const gap = Math.max(...[' ', '\n', '\t'].map((space) => part.lastIndexOf(space)));
  if (gap !== -1) return limit + gap;
  return at - limit > LONGEST_WORD ? whole(text, at) : limit;
}

/** A place that is not within a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

function merged(found: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = marks.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
