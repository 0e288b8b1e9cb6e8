import { useEffect, useState, type RefObject } from 'react';
import type { Passage } from '../../../ui/segments';
import { selectedPassage } from './selection';

/** The passage of `text` that is selected under `root`; while the mouse is still choosing, the one before. */
export function useChosenPassage(root: RefObject<HTMLElement | null>, text: string): Passage | null {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    let pressed = false;
    const read = () => {
      if (pressed || root.current === null) return;
      const next = selectedPassage(root.current, text);
      setPassage((now) => (now?.start === next?.start && now?.end === next?.end ? now : next));
    };
    const press = () => { pressed = true; };
    const release = () => { pressed = false; read(); };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('selectionchange', read, { signal });
    document.addEventListener('pointerdown', press, { signal });
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('pointercancel', release, { signal });
    return () => listening.abort();
  }, [root, text]);
  return passage;
}
