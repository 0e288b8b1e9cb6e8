import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Decision, TechniqueId } from '../../../../core/model';
import type { Question } from '../../../../core/techniqueViews';
import { act } from '../../../app/act';
import { useView } from '../../../app/queries';
import { hrefOf } from '../../../app/route';
import { client } from '../../../client';
import { EvidenceQuote } from '../../../ui/EvidenceQuote';
import { TexText } from '../../../ui/TexText';
import { useExplained } from '../techniqueQueries';
import classes from './TechniquePage.module.css';

/** How many papers are shown at first, and how many more at a time. */
const PAGE = 25;
const MOST = 500;

/** How many passages of a paper are quoted. */
const QUOTED = 3;

/** The papers of a technique, the surest first, with the words that speak for each. */
export function EvidenceList({ id, name }: { id: TechniqueId; name: string }) {
  const [shown, setShown] = useState(PAGE);
  const { data: ids } = useView({ scope: { kind: 'technique', id }, filter: '', sort: { column: 'techniques', direction: 'ascending' } });
  const first = useMemo(() => (ids ?? []).slice(0, shown), [ids, shown]);
  const { data: questions } = useExplained(id, first);
  return (
    <section className={classes.list} aria-label={`Papers of ${name}, with evidence`} aria-busy={questions === undefined || undefined}>
      <h2 className={classes.heading}>Papers, the surest first</h2>
      {ids?.length === 0 && <p className={classes.none}>No paper has this technique. One is found when its title or abstract names it, or when five papers have been confirmed.</p>}
      <ol className={classes.papers}>
        {questions?.map((question) => <Paper key={question.paperId} question={question} name={name} />)}
      </ol>
      {ids !== undefined && ids.length > shown && shown < MOST && <Button className={classes.more} size="xs" variant="default" onClick={() => setShown(Math.min(MOST, shown + PAGE))}>Show more</Button>}
    </section>
  );
}

function Paper({ question, name }: { question: Question; name: string }) {
  const { paperId, title, techniqueId, score, state, evidence } = question;
  const decide = (decision: Decision | null) => { void act(() => client.techniques.decide.mutate({ paperIds: [paperId], techniqueId, decision }), decision === 'rejected' ? `Rejected “${name}” for a paper` : undefined); };
  const shownTitle = title === '' ? 'Untitled paper' : title;
  return (
    <li className={classes.paper}>
      <div className={classes.paperHead}>
        <a href={`#${hrefOf({ kind: 'paper', id: paperId, annotation: null })}`}><TexText text={shownTitle} /></a>
        <span className={classes.score}>{state === 'confirmed' ? 'confirmed' : `${Math.round(100 * score)} %`}</span>
        <span className={classes.say}>
          {state === 'suggested' ? (
            <>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Confirm ${name} for ${shownTitle}`} title="Confirm" onClick={() => decide('confirmed')}><IconCheck size={15} stroke={1.8} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Reject ${name} for ${shownTitle}`} title="Reject" onClick={() => decide('rejected')}><IconX size={15} stroke={1.8} /></ActionIcon>
            </>
          ) : <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Reconsider ${name} for ${shownTitle}`} title="Take back" onClick={() => decide(null)}><IconArrowBackUp size={15} stroke={1.8} /></ActionIcon>}
        </span>
      </div>
      {evidence.slice(0, QUOTED).map((place) => <EvidenceQuote key={`${place.field} ${place.start}`} text={question} evidence={place} />)}
      {evidence.length === 0 && <p className={classes.none}>Nothing in its text says so: it is your word alone.</p>}
    </li>
  );
}
