import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Annotation, PaperId } from '../../../core/model';
import { counted } from '../../../core/text';
import { usePaper } from '../../app/queries';
import tallDialog from '../../ui/tallDialog.module.css';
import { LostMark } from './LostMark';
import { UncertainMark } from './UncertainMark';
import classes from './MovedMarks.module.css';

/** The annotations of a paper that did not find their place for certain when their file was replaced: a line that says so, and their review. */
export function MovedMarks({ paperId }: { paperId: PaperId }) {
  const { data } = usePaper(paperId);
  const [isOpen, setIsOpen] = useState(false);
  const moved = data?.annotations.filter((annotation) => annotation.moved !== undefined) ?? [];
  if (moved.length === 0) return null;
  const close = (): void => setIsOpen(false);
  return (
    <>
      <div className={classes.banner} role="note">
        <span>{summaryOf(moved)}</span>
        <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>Review…</Button>
      </div>
      <Modal opened={isOpen} onClose={close} title="Annotations of the earlier file" size={860} yOffset="6dvh" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ exitDuration: 0 }} classNames={tallDialog}>
        <Review moved={moved} onLeave={close} />
      </Modal>
    </>
  );
}

function Review({ moved, onLeave }: { moved: readonly Annotation[]; onLeave: () => void }) {
  const uncertain = ofState(moved, 'uncertain');
  const lost = ofState(moved, 'lost');
  return (
    <div className={classes.review}>
      {uncertain.length > 0 && (
        <section aria-labelledby="uncertain-marks">
          <h3 id="uncertain-marks" className={classes.heading}>Perhaps elsewhere <span className={classes.count}>{uncertain.length}</span></h3>
          <ul className={classes.list}>{uncertain.map((annotation) => <UncertainMark key={annotation.id} annotation={annotation} onLeave={onLeave} />)}</ul>
        </section>
      )}
      {lost.length > 0 && (
        <section aria-labelledby="lost-marks">
          <h3 id="lost-marks" className={classes.heading}>Not found in the newer file <span className={classes.count}>{lost.length}</span></h3>
          <p className={classes.explanation}>They are kept on the earlier file.</p>
          <ul className={classes.list}>{lost.map((annotation) => <LostMark key={annotation.id} annotation={annotation} onLeave={onLeave} />)}</ul>
        </section>
      )}
    </div>
  );
}

function ofState(moved: readonly Annotation[], state: 'uncertain' | 'lost'): Annotation[] {
  return moved.filter((annotation) => annotation.moved?.state === state);
}

function summaryOf(moved: readonly Annotation[]): string {
  const [uncertain, lost] = [ofState(moved, 'uncertain').length, ofState(moved, 'lost').length];
  const parts = [
    ...(uncertain > 0 ? [`${counted(uncertain, 'annotation')} may have another place in the newer file`] : []),
    ...(lost > 0 ? [`${counted(lost, 'annotation')} ${lost === 1 ? 'was' : 'were'} not found in it`] : []),
  ];
  return `${parts.join('; ')}.`;
}
