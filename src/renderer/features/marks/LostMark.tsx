import { Button } from '@mantine/core';
import type { Annotation } from '../../../core/model';
import { act } from '../../app/act';
import { goToFile } from '../../app/route';
import { client } from '../../client';
import { PlaceText } from './PlaceText';
import classes from './MovedMarks.module.css';

/** An annotation that the newer file has no place for. */
export function LostMark({ annotation: { id, paperId, target, color, comment }, onLeave }: { annotation: Annotation; onLeave: () => void }) {
  return (
    <li className={classes.item} style={{ borderInlineStartColor: `var(--highlight-${color}-edge)` }}>
      <PlaceText label="It was here" target={target} color={color} />
      {comment !== '' && <p className={classes.comment}>{comment}</p>}
      <div className={classes.actions}>
        {'attachmentId' in target && <Button size="compact-xs" variant="subtle" onClick={() => { onLeave(); goToFile(paperId, target.attachmentId, { annotation: id }); }}>Show in the earlier file</Button>}
        <Button size="compact-xs" variant="default" onClick={() => { void act(() => client.annotations.remove.mutate(id), 'Deleted an annotation'); }}>Delete</Button>
      </div>
    </li>
  );
}
