import type { PaperId } from '../model';
import type { Part } from './gathering';

export interface Place { part: Part; paper: number }

/** The number that each paper has, for as long as the index is in use, and where in the index it is. */
export class Places {
  readonly ids: PaperId[] = [];
  private readonly slots = new Map<PaperId, number>();
  private readonly parts: (Part | undefined)[] = [];
  private readonly papers: number[] = [];

  slotOf(id: PaperId): number {
    const known = this.slots.get(id);
    if (known !== undefined) return known;
    const slot = this.ids.push(id) - 1;
    this.slots.set(id, slot);
    return slot;
  }

  of(id: PaperId): Place | undefined {
    const slot = this.slots.get(id) ?? -1;
    const part = this.parts[slot];
    return part === undefined ? undefined : { part, paper: this.papers[slot] ?? 0 };
  }

  put(id: PaperId, { part, paper }: Place): void {
    const slot = this.slotOf(id);
    this.parts[slot] = part;
    this.papers[slot] = paper;
  }

  forget(id: PaperId): void {
    const slot = this.slots.get(id);
    if (slot !== undefined) this.parts[slot] = undefined;
  }
}
