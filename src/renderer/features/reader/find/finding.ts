import { createStore } from 'zustand';
import type { PageText } from '../../../../core/marks/pageText';
import { windowClock } from '../../../app/windowClock';
import type { PageTexts } from '../pdf/pageTexts';
import { foldSought, foldText, matchesIn, type FoldedText, type Match } from './matching';

export interface Found extends Match { page: number }

export interface FindOptions { exactCase: boolean; wholeWords: boolean }

export interface FindState extends FindOptions {
  open: boolean;
  words: string;
  /** In the order of the document, as far as it has been searched. */
  found: readonly Found[];
  /** Which of them is the one at hand; -1 for none. */
  at: number;
  searching: boolean;
}

/** So many occurrences are counted at the most: more help nobody. */
const MOST_FOUND = 20_000;

/** How often the window hears of what is found, in milliseconds; between, it has its turn. */
const TOLD_EVERY_MS = 12;

/** Finds words in a document, page by page from where the reader is, while the window goes on. */
export class Finding {
  readonly store = createStore<FindState>(() => ({ open: false, words: '', exactCase: false, wholeWords: false, found: [], at: -1, searching: false }));
  private readonly folded = new Map<PageText, FoldedText>();
  private running: AbortController | null = null;

  /** `from` tells the page where the reader is; `show` leads there. */
  constructor(private readonly texts: PageTexts, private readonly pageCount: number, private readonly from: () => number, private readonly show: (found: Found) => void) {}

  open(): void {
    this.store.setState({ open: true });
  }

  close(): void {
    this.running?.abort();
    this.store.setState({ open: false, found: [], at: -1, searching: false });
  }

  async seek(words: string, options: Partial<FindOptions> = {}): Promise<void> {
    this.running?.abort();
    if (options.exactCase !== undefined) this.folded.clear();
    const running = new AbortController();
    this.running = running;
    this.store.setState({ ...options, words, found: [], at: -1, searching: words.trim() !== '' });
    if (words.trim() === '') return;
    const { exactCase, wholeWords } = this.store.getState();
    const sought = foldSought(words, exactCase);
    const begin = this.from();
    const pages: Found[][] = [];
    let told = windowClock.elapsed();
    let count = 0;
    for (let step = 0; step < this.pageCount && count < MOST_FOUND; step += 1) {
      const page = (begin + step) % this.pageCount;
      const text = await this.texts.text(page);
      if (running.signal.aborted) return;
      pages[page] = matchesIn(this.foldedOf(text, exactCase), sought, wholeWords).map((match) => ({ ...match, page }));
      count += pages[page].length;
      const first = count > 0 && this.store.getState().at === -1;
      if (!first && windowClock.elapsed() - told < TOLD_EVERY_MS) continue;
      this.tell(pages.flat(), true);
      if (first) this.showCurrent();
      await windowClock.breathe();
      told = windowClock.elapsed();
    }
    if (!running.signal.aborted) this.tell(pages.flat(), false);
  }

  /** The occurrence at hand stays so, though others come before it. */
  private tell(found: Found[], searching: boolean): void {
    const { found: before, at } = this.store.getState();
    const current = before[at];
    this.store.setState({ found, searching, at: current === undefined ? Math.min(0, found.length - 1) : found.indexOf(current) });
  }

  step(by: 1 | -1): void {
    const { found, at } = this.store.getState();
    if (found.length === 0) return;
    this.store.setState({ at: (at + by + found.length) % found.length });
    this.showCurrent();
  }

  private showCurrent(): void {
    const { found, at } = this.store.getState();
    const current = found[at];
    if (current !== undefined) this.show(current);
  }

  private foldedOf(text: PageText, exactCase: boolean): FoldedText {
    const known = this.folded.get(text) ?? foldText(text.text, exactCase);
    this.folded.set(text, known);
    return known;
  }
}
