import { useEffect, type RefObject } from 'react';
import type { Passage } from '../../../ui/segments';

/** Brings the segments marked as the flash into view and draws the eye to them, whenever `flash` is a new object. */
export function useFlash(root: RefObject<HTMLElement | null>, flash: Passage | null): void {
  useEffect(() => {
    if (flash === null) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const elements = [...(root.current?.querySelectorAll('[data-flash]') ?? [])];
    elements[0]?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    const accent = 'var(--mantine-primary-color-filled)';
    for (const element of elements) {
      element.animate([{ outline: `2px solid ${accent}`, outlineOffset: '2px' }, { outline: `2px solid ${accent}`, outlineOffset: '2px', offset: 0.7 }, { outline: '2px solid transparent', outlineOffset: '2px' }], { duration: 1600 });
    }
  }, [root, flash]);
}
