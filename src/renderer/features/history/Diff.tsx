import type { Segment } from '../../../core/textDiff';
import classes from './Diff.module.css';

/** Two texts in one: what was taken out is struck through, what was put in is underlined. */
export function Diff({ segments }: { segments: readonly Segment[] }) {
  return <p className={classes.text}>{segments.map((segment, index) => <Stretch key={index} segment={segment} />)}</p>;
}

function Stretch({ segment }: { segment: Segment }) {
  if (segment.kind === 'left-out') return <span className={classes.leftOut}> … {leftOut(segment)} … </span>;
  if (segment.kind === 'same') return <span>{segment.text}</span>;
  return segment.kind === 'added' ? <ins className={classes.added}>{segment.text}</ins> : <del className={classes.removed}>{segment.text}</del>;
}

function leftOut({ of, characters }: Extract<Segment, { kind: 'left-out' }>): string {
  const count = `${characters.toLocaleString('en')} character${characters === 1 ? '' : 's'}`;
  return of === 'same' ? `${count} unchanged` : `${count} more ${of}`;
}
