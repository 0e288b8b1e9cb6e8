import { Button } from '@mantine/core';
import type { Annotation } from '../../../core/model';
import { act } from '../../app/act';
import { goToFile } from '../../app/route';
import { client } from '../../client';
import { PlaceText } from './PlaceText';
import classes from './MovedMarks.module.css';

/** An annotation whose place is not certain: what it was on beside what it is on now. */
export function UncertainMark({ annotation, onLeave }: { annotation: Annotation; onLeave: () => void }) {
  const { id, paperId, target, moved, color, comment } = annotation;
  if (moved === undefined) return null;
  return (
    <li className={classes.item} style={{ borderInlineStartColor: `var(--highlight-${color}-edge)` }}>
      <div className={classes.sides}>
        <PlaceText label="It was here" target={moved.from} color={color} />
        <PlaceText label="It is here now" target={target} color={color} />
      </div>
      {comment !== '' && <p className={classes.comment}>{comment}</p>}
      <div className={classes.actions}>
        <span className={classes.confidence}>{Math.round(100 * moved.confidence)} % sure</span>
        {'attachmentId' in target && <Button size="compact-xs" variant="subtle" onClick={() => { onLeave(); goToFile(paperId, target.attachmentId, { annotation: id }); }}>Show in the file</Button>}
        <Button size="compact-xs" variant="default" onClick={() => { void act(() => client.marks.judge.mutate({ id, verdict: 'lost' }), 'Put an annotation back on the earlier file'); }}>It is lost</Button>
        <Button size="compact-xs" onClick={() => { void act(() => client.marks.judge.mutate({ id, verdict: 'right' }), 'Kept an annotation where it was found'); }}>Keep here</Button>
      </div>
    </li>
  );
}
