import type { PaperId } from '../../core/model';
import { shared } from '../../core/shared';

/** So many ids are taken apart within a few milliseconds. */
const PAGE = 10_000;

/** The ids of the papers by the numbers that the index has for them, fetched a page at a time. */
export class PaperNumbers {
  private readonly ids: PaperId[] = [];
  private readonly numbers = new Map<PaperId, number>();

  constructor(private readonly fetch: (from: number, count: number) => Promise<string>) {}

  id(number: number): PaperId {
    return this.ids[number] ?? ('' as PaperId);
  }

  number(id: PaperId): number | undefined {
    return this.numbers.get(id);
  }

  /** Resolves when the ids up to `count` are known. */
  async fill(count: number): Promise<void> {
    while (this.ids.length < count) {
      const before = this.ids.length;
      await this.next();
      if (this.ids.length === before) return;
    }
  }

  /** Several who wait get the same page. */
  private readonly next = shared(async () => {
    const text = await this.fetch(this.ids.length, PAGE);
    if (text === '') return;
    for (const id of text.split('\n') as PaperId[]) this.numbers.set(id, this.ids.push(id) - 1);
  });
}
