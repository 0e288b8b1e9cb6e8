import { useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { tokenize } from '../../../../core/tex';
import type { HighlightColor } from '../../../../core/model';
import { colors } from '../../../ui/highlightColors';
import { selectedPassage, selectPassage } from './selection';
import { cursorOver, moved, passageUnder, wordsOf, type Step, type WordCursor } from './words';

const steps: Record<string, Step | undefined> = {
  ArrowRight: 'next', ArrowLeft: 'previous', ArrowDown: 'nextSentence', ArrowUp: 'previousSentence', Home: 'first', End: 'last',
};

interface WordKeys {
  text: string;
  root: RefObject<HTMLElement | null>;
  /** Highlights the passage; null stands for the colour used last. */
  highlight: (color: HighlightColor | null, comment: boolean) => void;
}

/**
 * Choosing a passage without a mouse: arrows go from word to word and from sentence to sentence, with
 * Shift the passage grows; 1 to 5 and Enter highlight it, Shift+Enter comments on it, Escape lets it go.
 */
export function useWordKeys({ text, root, highlight }: WordKeys): (event: KeyboardEvent) => void {
  const words = useMemo(() => wordsOf(text, tokenize(text)), [text]);
  const cursor = useRef<WordCursor | null>(null);

  const selected = () => (root.current === null ? null : selectedPassage(root.current, text));

  function step(by: Step, extend: boolean): void {
    const own = cursor.current && passageUnder(cursor.current, words);
    const passage = selected();
    const elsewhere = passage !== null && (own?.start !== passage.start || own.end !== passage.end);
    cursor.current = moved(elsewhere ? cursorOver(passage, words) : cursor.current, by, extend, words);
    const next = cursor.current && passageUnder(cursor.current, words);
    if (next !== null && root.current !== null) selectPassage(root.current, next);
  }

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = steps[event.key];
    const color = colors[Number(event.key) - 1];
    if (by !== undefined) step(by, event.shiftKey);
    else if (selected() === null) return;
    else if (color !== undefined) highlight(color, false);
    else if (event.key === 'Enter') highlight(null, event.shiftKey);
    else if (event.key === 'Escape') window.getSelection()?.removeAllRanges();
    else return;
    event.preventDefault();
    event.stopPropagation(); // the window's shortcuts use the same keys
  };
}
