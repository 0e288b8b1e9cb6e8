import type { PaperId } from '../../core/model';
import type { Matches } from '../../core/search/types';
import type { PaperNumbers } from './paperNumbers';

/** The papers that were found, by their numbers; asked for one by one only where somebody does. */
export function matchesOf({ slots, scores }: { slots: Uint32Array; scores: Float32Array }, numbers: PaperNumbers): Matches {
  let places: Uint32Array | undefined;

  /** For each number its place among the found, counted from 1. */
  function placeOf(id: PaperId): number {
    const number = numbers.number(id);
    if (number === undefined) return 0;
    if (places === undefined) {
      places = new Uint32Array(slots.reduce((most, slot) => Math.max(most, slot), 0) + 1);
      for (const [at, slot] of slots.entries()) places[slot] = at + 1;
    }
    return places[number] ?? 0;
  }

  return {
    size: slots.length,
    has: (id) => placeOf(id) > 0,
    score: (id) => scores[placeOf(id) - 1] ?? 0,
    numbered: (numbering) => ({ numbers: slots.map(numbers.translated(numbering)), scores }),
    *ids() {
      for (const slot of slots) yield numbers.id(slot);
    },
  };
}
