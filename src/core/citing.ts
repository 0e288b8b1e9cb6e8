import { toCsl } from './formats/csl';
import { outcomeOf, type BibliographyFormatter, type InStyle } from './formatting';
import type { Library } from './library';
import { nameOf, shortAuthors, shownTitle, yearOf, type Paper, type PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import { fold } from './text';

/** A paper as it is offered to be cited. */
export interface Citable {
  id: PaperId;
  key: string;
  title: string;
  authors: string;
  year: number | null;
  venue: string;
}

export interface FoundToCite {
  /** The best ones, best first. */
  papers: Citable[];
  /** How many there are. */
  total: number;
}

/** The same in plain words and as HTML. */
export interface InText { text: string; html: string }

export interface CitingUseCases {
  /**
   * The papers in whose citation key, authors, year or title all words are found, those first that the words begin. Without words
   * those of `first`, in that order, and then the ones added last. What is in the trash is not cited.
   */
  find(question: { words: string; first: PaperId[]; limit: number }): Promise<FoundToCite>;
  /** These papers as a style cites them together in the running text. Papers that are gone are left out. */
  inText(input: InStyle & { ids: PaperId[] }): Promise<InText>;
}

interface Needs { library: Pick<Library, 'tables'>; formatter: BibliographyFormatter; clock: Clock }

export function citingUseCases({ library, formatter, clock }: Needs): CitingUseCases {
  const texts = new WeakMap<Paper, CiteText>();

  function textOf(paper: Paper): CiteText {
    const made = texts.get(paper) ?? citeText(paper);
    texts.set(paper, made);
    return made;
  }

  return {
    async find({ words, first, limit }) {
      const sought = fold(words).split(/\s+/).filter((word) => word !== '');
      const best = new Best(limit);
      await inSlices(library.tables.papers.values(), clock, (paper) => {
        if (paper.trashedAt !== null) return;
        const rank = sought.length === 0 ? rankOf(first.indexOf(paper.id), first.length) : fitOf(textOf(paper), sought);
        if (rank !== null) best.offer(paper, rank);
      });
      return { papers: best.papers.map(citable), total: best.total };
    },
    async inText({ ids, ...style }) {
      const items = ids.flatMap((id) => library.tables.papers.get(id) ?? []).map(toCsl);
      if (items.length === 0) return { text: '', html: '' };
      const [[text = ''], [html = '']] = await Promise.all([
        outcomeOf(formatter.format(items, { ...style, output: 'text', as: 'citation' })),
        outcomeOf(formatter.format(items, { ...style, output: 'html', as: 'citation' })),
      ]);
      return { text, html };
    },
  };
}

function citable(paper: Paper): Citable {
  const { id, citationKey, authors, venue } = paper;
  return { id, key: citationKey, title: shownTitle(paper), authors: shortAuthors(authors), year: yearOf(paper), venue };
}

const rankOf = (place: number, places: number): number => (place === -1 ? 0 : places - place);

/** What is searched of a paper, folded. */
interface CiteText { key: string; authors: string; year: string; title: string }

function citeText(paper: Paper): CiteText {
  const { citationKey, authors, title } = paper;
  return { key: fold(citationKey), authors: fold(authors.map(nameOf).join('\n')), year: String(yearOf(paper) ?? ''), title: fold(title) };
}

/** How well a paper fits the words, more being better; null where one of them is not found. */
function fitOf(text: CiteText, words: readonly string[]): number | null {
  let fit = 0;
  for (const word of words) {
    const own = wordFit(text, word);
    if (own === 0) return null;
    fit += own;
  }
  return fit;
}

function wordFit({ key, authors, year, title }: CiteText, word: string): number {
  if (key === word) return 8;
  if (key.startsWith(word)) return 6;
  if (beginsWord(authors, word)) return 5;
  if (year === word) return 4;
  if (beginsWord(title, word)) return 3;
  return [key, authors, year, title].some((part) => part.includes(word)) ? 1 : 0;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** The best of many, found in one pass: the higher rank first, and of one rank what was added last. */
class Best {
  total = 0;
  private readonly kept: { paper: Paper; rank: number }[] = [];

  constructor(private readonly limit: number) {}

  get papers(): Paper[] {
    return this.kept.map(({ paper }) => paper);
  }

  offer(paper: Paper, rank: number): void {
    this.total += 1;
    const behind = this.kept.findIndex((other) => rank > other.rank || (rank === other.rank && paper.addedAt > other.paper.addedAt));
    if (behind === -1 && this.kept.length >= this.limit) return;
    this.kept.splice(behind === -1 ? this.kept.length : behind, 0, { paper, rank });
    if (this.kept.length > this.limit) this.kept.pop();
  }
}
