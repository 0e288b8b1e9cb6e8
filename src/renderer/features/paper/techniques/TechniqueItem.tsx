import { Button } from '@mantine/core';
import type { Assignment, Decision, Evidence, OwnTechnique } from '../../../../core/model';
import { hrefOf } from '../../../app/route';
import { TechniqueChip } from '../../../ui/TechniqueChip';
import classes from './Techniques.module.css';

interface TechniqueItemProps {
  assignment: Assignment;
  technique: OwnTechnique | undefined;
  onDecide: (decision: Decision | null) => void;
  onPoint: (evidence: readonly Evidence[]) => void;
  onShow: (evidence: Evidence) => void;
}

/** A technique of a paper: how sure it is, why, and what the reader says. */
export function TechniqueItem({ assignment, technique, onDecide, onPoint, onShow }: TechniqueItemProps) {
  const { id, score, state, evidence } = assignment;
  const name = technique?.name ?? id;
  const point = () => onPoint(evidence);
  const leave = () => onPoint([]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing at it underlines its evidence, which the buttons inside reach too
    <li className={classes.item} onMouseEnter={point} onMouseLeave={leave} onFocus={point} onBlur={leave}>
      <div className={classes.head}>
        <TechniqueChip name={name} score={score} state={state} href={`#${hrefOf({ kind: 'library', scope: { kind: 'technique', id } })}`} />
        <span className={classes.score}>{standingOf(assignment)}</span>
        {state !== 'confirmed' && <Button size="compact-xs" variant="default" aria-label={`Confirm ${name}`} onClick={() => onDecide('confirmed')}>Confirm</Button>}
        {state !== 'rejected' && <Button size="compact-xs" variant="default" aria-label={`Reject ${name}`} onClick={() => onDecide('rejected')}>Reject</Button>}
        {state !== 'suggested' && <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Reconsider ${name}`} onClick={() => onDecide(null)}>Reconsider</Button>}
      </div>
      {technique !== undefined && technique.definition !== '' && <p className={classes.definition}>{technique.definition}</p>}
      {evidence.length > 0 && (
        <ul className={classes.evidence} aria-label={`Evidence for ${name}`}>
          {evidence.map((each) => (
            <li key={`${each.field} ${each.start}`}><button type="button" className={classes.phrase} title={`Show in the ${each.field}`} onClick={() => onShow(each)}>“{each.text}”<span className={classes.field}>{each.field}</span></button></li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** How sure the classifier is; what it never proposed has no evidence, and is the reader's word alone. */
function standingOf({ state, score, evidence }: Assignment): string {
  if (evidence.length > 0) return `${Math.round(score * 100)} % sure`;
  return state === 'rejected' ? 'rejected by you' : 'added by you';
}
