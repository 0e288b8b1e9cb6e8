import { TagsInput, Textarea } from '@mantine/core';
import { memo, useEffect, useRef, type CSSProperties, type MouseEvent } from 'react';
import { readable } from '../../../../core/marks/pageText';
import type { Annotation, HighlightColor } from '../../../../core/model';
import { act } from '../../../app/act';
import { useDraft } from '../../../app/useDraft';
import { client } from '../../../client';
import { Markdown } from '../../../ui/Markdown';
import { wordsOf } from './filtering';
import { styleNames, styleOf } from './marking';
import classes from './MarkList.module.css';

interface MarkItemProps {
  mark: Annotation;
  meanings: Record<HighlightColor, string>;
  isChosen: boolean;
  /** Only one mark is chosen, and it is this one: it can be edited. */
  isAlone: boolean;
  wanted: { part: 'entry' | 'comment' } | null;
  onChoose: (id: Annotation['id'], event: MouseEvent) => void;
}

/** A mark in the list: where it is, what it is on, and what the reader says about it. */
export const MarkItem = memo(function MarkItem({ mark, meanings, isChosen, isAlone, wanted, onChoose }: MarkItemProps) {
  const entry = useRef<HTMLButtonElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    if (wanted.part === 'comment') comment.current?.focus({ preventScroll: true });
  }, [wanted]);
  const style = styleOf(mark);
  const words = readable(wordsOf(mark));
  const page = 'page' in mark.target ? mark.target.page + 1 : 0;
  return (
    <div className={classes.item} data-chosen={isChosen || undefined} style={{ '--edge': `var(--highlight-${mark.color}-edge)` } as CSSProperties}>
      <button ref={entry} type="button" className={classes.entry} aria-pressed={isChosen} onClick={(event) => onChoose(mark.id, event)}>
        <span className={classes.facts}><span>{style === 'highlight' ? meanings[mark.color] : `${styleNames[style]} · ${meanings[mark.color]}`}</span><span className={classes.page}>p. {page}</span></span>
        {words !== '' && <span className={classes.words} data-style={style}>{words}</span>}
      </button>
      {isAlone ? <Editing mark={mark} field={comment} /> : <Said mark={mark} />}
    </div>
  );
});

function Said({ mark: { comment, tags = [] } }: { mark: Annotation }) {
  return (
    <>
      {comment !== '' && <div className={classes.comment}><Markdown text={comment} /></div>}
      {tags.length > 0 && <p className={classes.tags}>{tags.map((tag) => <span key={tag}>{tag}</span>)}</p>}
    </>
  );
}

function Editing({ mark, field }: { mark: Annotation; field: React.RefObject<HTMLTextAreaElement | null> }) {
  const { id, comment, tags = [] } = mark;
  const draft = useDraft({
    stored: comment,
    save: (value) => client.annotations.edit.mutate({ id, comment: value }),
    leaving: (value) => ['annotations.edit', { id, comment: value }],
  });
  const label = styleOf(mark) === 'text' ? 'Text' : 'Comment';
  return (
    <div className={classes.editing}>
      <Textarea
        ref={field} size="sm" autosize minRows={1} maxRows={14} aria-label={label} placeholder={label === 'Text' ? 'Write on the page' : 'Add a comment (Markdown)'} value={draft.value} error={draft.failure}
        onChange={(event) => draft.change(event.currentTarget.value)} onBlur={() => draft.commit()}
        onKeyDown={(event) => { if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur(); }}
      />
      <TagsInput size="xs" aria-label="Tags of the annotation" placeholder={tags.length === 0 ? 'Add tags' : ''} value={tags} maxTags={200} onChange={(next) => { void act(() => client.annotations.edit.mutate({ id, tags: next })); }} />
    </div>
  );
}
