import { useEffect, useMemo, useRef, useState } from 'react';
import type { PaperId } from '../../../core/model';
import { useLibrary } from '../../app/selection';
import { choose, type Choice, type Way } from './choosing';

const none: readonly PaperId[] = [];

/**
 * Which papers of the list are chosen. What leaves the list is no longer chosen, and the keyboard stays
 * at its height in the list. `ids` is undefined while the list is being asked for.
 */
export function useChoice(ids: readonly PaperId[] | undefined) {
  const selected = useLibrary((state) => state.selected);
  const [{ active, anchor }, setPlace] = useState({ active: selected.at(-1) ?? null, anchor: selected.at(-1) ?? null });
  const activeIndex = useMemo(() => (active === null ? -1 : (ids?.indexOf(active) ?? -1)), [ids, active]);
  const height = useRef(0);

  useEffect(() => {
    if (ids === undefined) return;
    const { selected, select } = useLibrary.getState();
    if (selected.length > 0) { // a long list is not looked through on every key in the filter where nothing is chosen
      const listed = new Set(ids);
      const kept = selected.filter((id) => listed.has(id));
      if (kept.length < selected.length) select(kept);
    }
    setPlace((place) => (place.active === null || ids.includes(place.active) ? place : { active: ids[Math.min(height.current, ids.length - 1)] ?? null, anchor: null }));
  }, [ids]);

  useEffect(() => { if (activeIndex >= 0) height.current = activeIndex; }, [activeIndex]);

  function set(choice: Choice): void {
    useLibrary.getState().select(choice.selected);
    setPlace({ active: choice.active, anchor: choice.anchor });
  }

  return {
    selected,
    active,
    activeIndex,
    choose: (id: PaperId, way: Way) => set(choose(ids ?? none, { selected, active, anchor }, id, way)),
    chooseAll: () => set({ selected: ids ?? none, active: active ?? ids?.[0] ?? null, anchor: ids?.[0] ?? null }),
    clear: () => set({ selected: none, active, anchor: null }),
  };
}

export type PaperChoice = ReturnType<typeof useChoice>;
