import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { complete, completingAt } from '../../../core/query';
import type { Suggestion } from './suggestions';
import { useSuggestions } from './useSuggestions';

/** How many letters of a field's name are typed before it is offered. */
const LETTERS = 2;

/** What can be completed at the caret, whether that is on view, and which of it is chosen (-1: none). */
export function useCompletion(value: string, onChange: (value: string) => void, input: RefObject<HTMLInputElement | null>) {
  const [caret, setCaret] = useState(0);
  const [wanted, setOpened] = useState(false);
  const [active, setActive] = useState(-1);
  const moveTo = useRef<number | null>(null);
  const completing = useMemo(() => completingAt(value, caret), [value, caret]);
  const suggestions = useSuggestions(completing);

  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    input.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  });

  function see(at: number, isTyped: boolean): void {
    setCaret(at);
    setActive(-1);
    const next = input.current === null ? null : completingAt(input.current.value, at);
    setOpened(isTyped && next !== null && (next.kind === 'value' || next.typed.length >= LETTERS));
  }

  function take({ written }: Suggestion): void {
    if (completing === null) return;
    const { text, caret: to } = complete(value, completing, written);
    onChange(text);
    moveTo.current = to;
    setCaret(to);
    setActive(-1);
    setOpened(written.endsWith(':'));
    input.current?.focus();
  }

  return { caret, see, suggestions, opened: wanted && suggestions.length > 0, setOpened, active, setActive, take };
}
