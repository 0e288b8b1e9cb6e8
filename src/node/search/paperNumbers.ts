import type { PaperId } from '../../core/model';
import type { Numbering } from '../../core/roster';
import { shared } from '../../core/shared';

/** So many ids are taken apart within a few milliseconds. */
const PAGE = 10_000;

/** The ids of the papers by the numbers that the index has for them, fetched a page at a time. */
export class PaperNumbers {
  private readonly ids: PaperId[] = [];
  private readonly numbers = new Map<PaperId, number>();
  private readonly others = new WeakMap<Numbering, number[]>();

  constructor(private readonly fetch: (from: number, count: number) => Promise<string>) {}

  id(number: number): PaperId {
    return this.ids[number] ?? ('' as PaperId);
  }

  number(id: PaperId): number | undefined {
    return this.numbers.get(id);
  }

  /** The numbers of somebody else for those of the index; each is looked up once. */
  translated(numbering: Numbering): (number: number) => number {
    const others = this.others.get(numbering) ?? [];
    this.others.set(numbering, others);
    for (let number = others.length; number < this.ids.length; number += 1) others.push(numbering.of(this.id(number)));
    return (number) => others[number] ?? 0;
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
