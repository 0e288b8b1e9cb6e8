import { reanchor, type Bar, type PagePlace, type Passage, type Reanchored } from './reanchor';
import { indexText, type TextIndex } from './textIndex';

/** A text by its pages, ready for passages to be found in it. */
export interface PagedText { pages: readonly string[]; index: TextIndex; joined: string; begins: readonly number[] }

/** How much around a passage tells where it belongs, in UTF-16 code units; pages go over into each other. */
const AROUND = 200;

/** Less needs to be seen where it is seen from both sides. */
const BOTH_WAYS: Bar = { certain: 0.76, few: 0.1 };

/** What a place is worth from which nothing leads back to where the passage was. */
const ONE_WAY = 0.6;

export function pagedText(pages: readonly string[]): PagedText {
  const begins: number[] = [];
  let length = 0;
  for (const page of pages) {
    begins.push(length);
    length += page.length;
  }
  return { pages, index: indexText(pages), joined: pages.join(''), begins };
}

/**
 * Finds a passage of one version of a text in another. With the whole of the first at hand its surroundings are known far, and what was found must lead
 * back to the passage: a place that was there before, as another passage, leads to that one.
 */
export function reanchorBetween(place: PagePlace, before: PagedText, after: PagedText): Reanchored {
  const found = reanchor(passageAt(place, before), after.index, BOTH_WAYS);
  if (found.state !== 'certain') return found;
  const back = reanchor(passageAt(found.place, after), before.index, BOTH_WAYS);
  if (back.state !== 'lost' && overlap(back.place, place)) return found;
  return { ...found, state: 'uncertain', confidence: found.confidence * ONE_WAY };
}

function passageAt({ page, start, end }: PagePlace, { joined, begins }: PagedText): Passage {
  const at = begins[page] ?? 0;
  const [from, to] = [at + start, at + end];
  return { exact: joined.slice(from, to), prefix: joined.slice(Math.max(0, from - AROUND), from), suffix: joined.slice(to, to + AROUND), depth: from / Math.max(1, joined.length) };
}

function overlap(a: PagePlace, b: PagePlace): boolean {
  return a.page === b.page && Math.min(a.end, b.end) > Math.max(a.start, b.start);
}
