import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Decision, TechniqueId } from '../../../../core/model';
import type { Question } from '../../../../core/techniqueViews';
import { act } from '../../../app/act';
import { client } from '../../../client';

/** How many questions are asked for at a time. */
const BATCH = 50;

export type Answer = Decision | 'skipped';

/**
 * The doubtful memberships, one after the other. They are asked for in batches and stay in their order while they are
 * answered, though every answer teaches the classifier.
 */
export function useReview(id: TechniqueId | null) {
  // Asked for on purpose only: what answers change must not change the order of the questions.
  const batch = useQuery({ queryKey: ['review', id], queryFn: () => client.techniques.review.query({ techniqueId: id, limit: BATCH }), enabled: false, gcTime: 0 });
  const { refetch } = batch;
  useEffect(() => { void refetch(); }, [refetch]);
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const questions = (batch.data?.questions ?? []).filter((question) => !skipped.has(keyOf(question)));
  const question = questions[answers.length];

  async function decide({ paperId, techniqueId }: Question, decision: Decision | null): Promise<boolean> {
    setBusy(true);
    const done = await act(async () => {
      await client.techniques.decide.mutate({ paperIds: [paperId], techniqueId, decision });
      return true;
    });
    setBusy(false);
    return done === true;
  }

  return {
    batch, question, answered: answers.length,
    /** Of those that wait, how many come after this one. */
    left: Math.max(0, (batch.data?.waiting ?? 0) - skipped.size - answers.length - 1),
    async answer(answer: Answer): Promise<void> {
      if (question === undefined || busy) return;
      if (answer !== 'skipped' && !(await decide(question, answer))) return;
      setAnswers([...answers, answer]);
    },
    /** Goes back to the question before, and takes back what was said to it. */
    async back(): Promise<void> {
      const last = answers.at(-1);
      const before = questions[answers.length - 1];
      if (last === undefined || before === undefined || busy) return;
      if (last !== 'skipped' && !(await decide(before, null))) return;
      setAnswers(answers.slice(0, -1));
    },
    /** Asks for further questions; those that were skipped do not come again. */
    async goOn(): Promise<void> {
      setSkipped(new Set([...skipped, ...questions.filter((_, index) => answers[index] === 'skipped').map(keyOf)]));
      setAnswers([]);
      await refetch();
    },
  };
}

function keyOf({ paperId, techniqueId }: Question): string {
  return `${paperId} ${techniqueId}`;
}
