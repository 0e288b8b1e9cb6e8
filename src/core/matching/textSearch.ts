import { conditionsOf, type Condition, type Query, type Wording } from '../query';
import type { Roster } from '../roster';
import type { Search } from '../search/search';
import type { TextQuery as Searched } from '../search/types';
import type { Searcher, TextQuery } from './sources';

/**
 * Finds papers by the search index. `whole` waits until that is whole, for whatever must not lack a paper; otherwise what is
 * found so far counts.
 */
export function searcherOver(search: Pick<Search, 'find' | 'matches'>, roster: Roster, { whole }: { whole: boolean }): Searcher {
  return {
    async prepare(query) {
      const wanted = searchedFor(query);
      await roster.papers(); // are counted as they came, not as they are found
      const matches = whole ? await search.matches(wanted) : (await search.find({ query: wanted, limit: 0 })).matches;
      const { numbers } = matches.numbered(roster);
      const found = new Uint8Array(roster.ids.length);
      for (const number of numbers) found[number] = 1;
      return (_, number) => found[number] === 1;
    },
  };
}

/** The words of a query as the search engine is asked for them; they stand for all that begin with them, unless they are `finished`. */
export function searchedFor(query: TextQuery, finished = false): Searched {
  switch (query.kind) {
    case 'all': return { kind: 'and', parts: query.parts.map((part) => searchedFor(part, finished)) };
    case 'any': return { kind: 'or', parts: query.parts.map((part) => searchedFor(part, finished)) };
    case 'not': return { kind: 'not', part: searchedFor(query.part, finished) };
    case 'text': return wordsOf(query, finished);
  }
}

/** What a query says of words that are to be there, whatever else it says. */
export function wordsIn(query: Query): Searched[] {
  return [...conditionsOf(query)].flatMap(({ condition, negated }) => (condition.kind === 'text' && !negated ? [wordsOf(condition, false)] : []));
}

function wordsOf({ field, wording }: Extract<Condition, { kind: 'text' }>, finished: boolean): Searched {
  const fields = field === null ? undefined : [field];
  switch (wording.match) {
    case 'word': return { kind: 'word', text: wording.text, prefix: !finished, fields };
    case 'phrase': return { kind: 'phrase', words: [wording.text], fields };
    case 'fuzzy': return { kind: 'word', text: wording.text, fuzzy: lettersOff(wording.text), fields };
    case 'pattern': return { kind: 'pattern', text: patternOf(wording), fields };
  }
}

/** A star stands between the parts; those that are in one of them are no letters, and words have letters only. */
function patternOf({ parts }: Extract<Wording, { match: 'pattern' }>): string {
  return parts.map((part) => part.replace(/[*?]/g, '')).join('*');
}

/** How many letters a word with a fuzzy mark may be off. */
function lettersOff(word: string): 0 | 1 | 2 {
  return word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
}
