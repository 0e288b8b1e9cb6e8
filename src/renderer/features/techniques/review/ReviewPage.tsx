import { Button, Kbd, NativeSelect } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconHelpHexagon, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { TechniqueId } from '../../../../core/model';
import { counted } from '../../../../core/text';
import { useCommands } from '../../../app/commands';
import { useTaxonomy } from '../../../app/queries';
import { goToTechniques } from '../../../app/route';
import { undo } from '../../../app/act';
import { wordsOf } from '../../../client';
import { EmptyState, FailureState, LoadingState } from '../../../ui/States';
import { PageFrame } from '../PageFrame';
import { QuestionCard } from './QuestionCard';
import { useReview, type Answer } from './useReview';
import classes from './ReviewPage.module.css';

/** The memberships of which the classifier is least sure, to be answered one after the other. `id`: of which technique, or null for all. */
export function ReviewPage({ id }: { id: TechniqueId | null }) {
  const { data: taxonomy } = useTaxonomy();
  const review = useReview(id);
  const { batch, question, answered, left } = review;
  const answer = (said: Answer) => review.answer(said);
  const back = () => { if (!review.back()) void undo(); };
  useHotkeys([['y', () => answer('confirmed')], ['n', () => answer('rejected')], ['s', () => answer('skipped')], ['u', back]]);
  useCommands({ undo: back });
  const technique = taxonomy?.techniques.find((each) => each.id === question?.techniqueId);
  return (
    <PageFrame title="Review doubtful techniques" tools={<Of id={id} />}>
      {batch.isError && <FailureState title="There is nothing to review now" message={wordsOf(batch.error)} onRetry={() => { void batch.refetch(); }} />}
      {batch.isPending && <LoadingState label="Looking for what is doubtful" />}
      {batch.data !== undefined && question === undefined && <Done answered={answered} more={left + 1 > 0 && answered > 0} onMore={() => { void review.goOn(); }} />}
      {question !== undefined && (
        <div className={classes.place}>
          <QuestionCard key={`${question.paperId} ${question.techniqueId}`} question={question} name={technique?.name ?? question.techniqueId} definition={technique?.definition ?? ''} />
          <Answers onAnswer={answer}>
            <Button size="sm" variant="subtle" color="gray" disabled={answered === 0} rightSection={<Kbd size="xs">U</Kbd>} onClick={back}>Back</Button>
            <span className={classes.left}>{left === 0 ? 'the last one' : `${left.toLocaleString('en')} more`}</span>
          </Answers>
        </div>
      )}
    </PageFrame>
  );
}

function Of({ id }: { id: TechniqueId | null }) {
  const { data: taxonomy } = useTaxonomy();
  const roots = taxonomy?.techniques.filter((technique) => !technique.retired && (technique.parentId === null || technique.id === id)) ?? [];
  const options = [{ value: '', label: 'All techniques' }, ...roots.map(({ id: value, name }) => ({ value: value as string, label: name }))];
  return <NativeSelect size="xs" w={220} aria-label="Which technique" data={options} value={id ?? ''} onChange={({ currentTarget }) => goToTechniques('review', roots.find((technique) => technique.id === currentTarget.value)?.id ?? null)} />;
}

function Answers({ onAnswer, children }: { onAnswer: (answer: Answer) => void; children: ReactNode }) {
  const yes = useRef<HTMLButtonElement>(null);
  // The keyboard begins at the first answer, unless it is somewhere already.
  useEffect(() => { if (document.activeElement?.matches('body, main')) yes.current?.focus(); }, []);
  return (
    <div className={classes.answers} role="group" aria-label="Answer">
      <Button ref={yes} size="sm" leftSection={<IconCheck size={16} stroke={1.8} />} rightSection={<Kbd size="xs">Y</Kbd>} onClick={() => onAnswer('confirmed')}>Yes</Button>
      <Button size="sm" variant="default" leftSection={<IconX size={16} stroke={1.8} />} rightSection={<Kbd size="xs">N</Kbd>} onClick={() => onAnswer('rejected')}>No</Button>
      <Button size="sm" variant="default" leftSection={<IconPlayerSkipForward size={16} stroke={1.6} />} rightSection={<Kbd size="xs">S</Kbd>} onClick={() => onAnswer('skipped')}>Skip</Button>
      {children}
    </div>
  );
}

function Done({ answered, more, onMore }: { answered: number; more: boolean; onMore: () => void }) {
  return (
    <EmptyState
      icon={<IconHelpHexagon size={32} stroke={1.4} />}
      title={answered === 0 ? 'Nothing is doubtful' : `You answered ${counted(answered, 'question')}`}
      message={answered === 0 ? 'The classifier is sure of everything it proposes, or you have said what it is.' : 'What you said has been learned, and may have made others clear or doubtful.'}
      action={more && <Button size="xs" onClick={onMore}>Look for more</Button>}
    />
  );
}
