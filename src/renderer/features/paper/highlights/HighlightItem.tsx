import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconQuote, IconTrash } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { Annotation, HighlightColor } from '../../../../core/model';
import { TexText } from '../../../ui/TexText';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { colorNames, colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import { useDraft } from '../../../app/useDraft';
import classes from './Highlights.module.css';

interface HighlightItemProps {
  annotation: Annotation;
  /** The passage as it can be read, or what it was when it cannot be found any more. */
  quote: string;
  found: boolean;
  /** What of the entry is to have the focus; a new object takes it again. */
  wanted: { part: 'entry' | 'comment' } | null;
  onJump: (id: Annotation['id']) => void;
  onQuote: (id: Annotation['id'], text: string) => void;
}

export const HighlightItem = memo(function HighlightItem({ annotation, quote, found, wanted, onJump, onQuote }: HighlightItemProps) {
  const { id, color } = annotation;
  const entry = useRef<HTMLButtonElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const part = wanted === null ? null : wanted.part === 'comment' ? comment.current : entry.current;
    part?.focus({ preventScroll: true });
    part?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  return (
    <li className={classes.item} style={{ borderInlineStartColor: `var(--highlight-${color}-edge)` }}>
      {found
        ? <button ref={entry} type="button" className={classes.quote} title="Show in the abstract" onClick={() => onJump(id)}><TexText text={quote} /></button>
        : <OrphanedQuote quote={quote} />}
      <Comment annotation={annotation} field={comment} />
      <div className={classes.actions}>
        <ColorChoice color={color} onChange={(next) => { void act(() => client.annotations.edit.mutate({ id, color: next })); }} />
        <Tooltip label="Quote in a note">
          <ActionIcon variant="subtle" color="gray" aria-label="Quote in a note" onClick={() => onQuote(id, quote)}><IconQuote size={16} stroke={1.7} /></ActionIcon>
        </Tooltip>
        <Tooltip label="Delete">
          <ActionIcon variant="subtle" color="gray" aria-label="Delete the highlight" onClick={() => { void act(() => client.annotations.remove.mutate(id), 'Deleted a highlight'); }}><IconTrash size={16} stroke={1.7} /></ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
});

function OrphanedQuote({ quote }: { quote: string }) {
  return (
    <div className={classes.orphan}>
      <p className={classes.lost}>Passage not found any more</p>
      <q><TexText text={quote} /></q>
    </div>
  );
}

function Comment({ annotation: { id, comment }, field }: { annotation: Annotation; field: React.RefObject<HTMLTextAreaElement | null> }) {
  const draft = useDraft({
    stored: comment,
    save: (value) => client.annotations.edit.mutate({ id, comment: value }),
    leaving: (value) => ['annotations.edit', { id, comment: value }],
  });
  return (
    <Textarea
      ref={field} aria-label="Comment" placeholder="Add a comment" size="sm" variant="unstyled" autosize minRows={1} maxRows={12}
      classNames={{ input: classes.comment }} value={draft.value} error={draft.failure}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={() => draft.commit()}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit(); }}
    />
  );
}

function ColorChoice({ color, onChange }: { color: HighlightColor; onChange: (color: HighlightColor) => void }) {
  return (
    <div role="group" aria-label="Colour" className={classes.colors}>
      {colors.map((each) => (
        <button key={each} type="button" className={classes.color} aria-label={colorNames[each]} title={colorNames[each]} aria-pressed={each === color} onClick={() => onChange(each)}><Swatch color={each} /></button>
      ))}
    </div>
  );
}
