import { VisuallyHidden } from '@mantine/core';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { AnnotationId, HighlightColor, PaperId } from '../../../../core/model';
import { quotation } from '../../../../core/tex';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { HighlightToolbar } from './HighlightToolbar';
import { highlightAt, MarkedText, type PaintedMark } from './MarkedText';
import { selectedPassage } from './selection';
import { useChosenPassage } from './useChosenPassage';
import { useFlash } from './useFlash';
import { useWordKeys } from './useWordKeys';
import type { Passage } from '../../../ui/segments';
import classes from './Abstract.module.css';

interface AbstractProps {
  paperId: PaperId;
  text: string;
  marks: readonly PaintedMark[];
  /** The passage to lead the eye to; a new object leads it there again. */
  flash: Passage | null;
  /** Asks for a highlight's entry in the list. */
  onOpen: (id: AnnotationId) => void;
  /** Asks for the comment of a highlight that has just been made. */
  onComment: (id: AnnotationId) => void;
}

/** The abstract, to be read and highlighted. */
export function Abstract({ paperId, text, marks, flash, onOpen, onComment }: AbstractProps) {
  const frame = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const help = useId();
  const [said, setSaid] = useState('');
  const [lastColor, setLastColor] = useState<HighlightColor>('yellow');
  const passage = useChosenPassage(root, text);
  const painted = useMemo(() => (flash === null ? marks : [...marks, { ...flash, kind: 'flash' as const }]), [marks, flash]);
  useFlash(root, flash);

  /** Highlights a passage; one that is highlighted already gets the new colour. */
  async function paint(current: Passage, color: HighlightColor): Promise<AnnotationId> {
    const there = marks.find((mark) => mark.kind === 'highlight' && mark.start === current.start && mark.end === current.end);
    if (there?.kind !== 'highlight') return client.annotations.highlight.mutate({ paperId, ...current, color });
    await client.annotations.edit.mutate({ id: there.id, color });
    return there.id;
  }

  async function highlight(color: HighlightColor | null, comment: boolean): Promise<void> {
    // Read anew: the window tells of a changed selection a moment later.
    const current = root.current && selectedPassage(root.current, text);
    if (current === null) return;
    const chosen = color ?? lastColor;
    setLastColor(chosen);
    const id = await act(() => paint(current, chosen));
    if (id === undefined) return;
    window.getSelection()?.removeAllRanges();
    setSaid(`Highlighted in ${chosen}.`);
    if (comment) onComment(id);
  }

  const onWordKey = useWordKeys({ text, root, highlight: (color, comment) => { void highlight(color, comment); } });

  function onKeyDown(event: KeyboardEvent): void {
    const opened = event.target === root.current || passage !== null ? null : highlightAt(event.target, 'keyboard');
    if (opened === null || (event.key !== 'Enter' && event.key !== ' ') || isLink(event.target)) {
      onWordKey(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    onOpen(opened);
  }

  function onClick(event: MouseEvent): void {
    const opened = passage !== null || isLink(event.target) ? null : highlightAt(event.target, 'mouse');
    if (opened !== null) onOpen(opened);
  }

  return (
    <div ref={frame} className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the group takes the keys that choose words in it */}
      <div ref={root} role="group" aria-label="Abstract" aria-describedby={help} tabIndex={0} className={classes.text} onKeyDown={onKeyDown} onClick={onClick}>
        <MarkedText text={text} marks={painted} />
      </div>
      <p id={help} className={classes.help}>Arrows choose words, Shift extends, 1–5 highlight, Shift+Enter comments</p>
      {passage !== null && <HighlightToolbar key={`${passage.start}-${passage.end}`} frame={frame} onHighlight={(color, comment) => { void highlight(color, comment); }} />}
      <VisuallyHidden aria-live="polite">{passage === null ? said : `Selected: ${quotation(text, passage.start, passage.end)}`}</VisuallyHidden>
    </div>
  );
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}
