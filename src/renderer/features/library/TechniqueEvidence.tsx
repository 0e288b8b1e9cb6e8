import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Assignment, Decision, Paper } from '../../../core/model';
import { useTaxonomy } from '../../app/queries';
import { hrefOf } from '../../app/route';
import { EvidenceQuote } from '../../ui/EvidenceQuote';
import { TechniqueChip } from '../../ui/TechniqueChip';
import { paperActions } from './paperActions';
import classes from './DetailPane.module.css';

/** How many places of the text are quoted for one technique. */
const QUOTED = 2;

/** A technique of a paper, the words that led to it, and the reader's say. */
export function TechniqueEvidence({ paper, assignment: { id, score, state, evidence } }: { paper: Paper; assignment: Assignment }) {
  const { data: taxonomy } = useTaxonomy();
  const name = taxonomy?.techniques.find((technique) => technique.id === id)?.name ?? id;
  const decide = (decision: Decision | null) => paperActions.decide([paper.id], { id, name }, decision);
  return (
    <div className={classes.technique} data-state={state}>
      <div className={classes.techniqueHead}>
        <TechniqueChip name={name} score={score} state={state} href={`#${hrefOf({ kind: 'library', scope: { kind: 'technique', id } })}`} />
        <span className={classes.say}>
          {state === 'suggested' ? (
            <>
              <Say label={`Confirm ${name}`} onClick={() => decide('confirmed')}><IconCheck size={15} stroke={1.8} /></Say>
              <Say label={`Reject ${name}`} onClick={() => decide('rejected')}><IconX size={15} stroke={1.8} /></Say>
            </>
          ) : <Say label={`Take back: ${name} ${state}`} onClick={() => decide(null)}><IconArrowBackUp size={15} stroke={1.8} /></Say>}
        </span>
      </div>
      {state !== 'rejected' && evidence.slice(0, QUOTED).map((place) => <EvidenceQuote key={`${place.field} ${place.start}`} text={paper} evidence={place} />)}
    </div>
  );
}

function Say({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size={24} className={classes.sayButton} aria-label={label} onClick={onClick}>{children}</ActionIcon>
    </Tooltip>
  );
}
