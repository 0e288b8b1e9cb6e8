import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
  /** The same at once: the next key may come before the next picture. */
  const said = useRef(answers);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const questions = (batch.data?.questions ?? []).filter((question) => !skipped.has(keyOf(question)));

  function say(next: readonly Answer[]): void {
    said.current = next;
    setAnswers(next);
  }

  /** Tells the host; where that does not work the question is asked again. */
  async function decide({ paperId, techniqueId }: Question, decision: Decision | null, at: number): Promise<void> {
    const done = await act(async () => {
      await client.techniques.decide.mutate({ paperIds: [paperId], techniqueId, decision });
      return true;
    });
    if (done !== true) say(said.current.slice(0, at));
  }

  return {
    batch, question: questions[answers.length], answered: answers.length,
    /** Of those that wait, how many come after this one. */
    left: Math.max(0, (batch.data?.waiting ?? 0) - skipped.size - answers.length - 1),
    answer(answer: Answer): void {
      const at = said.current.length;
      const question = questions[at];
      if (question === undefined) return;
      say([...said.current, answer]);
      if (answer !== 'skipped') void decide(question, answer, at);
    },
    /** Goes back to the question before, and takes back what was said to it. Answers whether there is one. */
    back(): boolean {
      const at = said.current.length - 1;
      const last = said.current[at];
      const question = questions[at];
      if (last === undefined || question === undefined) return false;
      say(said.current.slice(0, -1));
      if (last !== 'skipped') void decide(question, null, at);
      return true;
    },
    /** Asks for further questions; those that were skipped do not come again. */
    async goOn(): Promise<void> {
      setSkipped(new Set([...skipped, ...questions.filter((_, index) => said.current[index] === 'skipped').map(keyOf)]));
      say([]);
      await refetch();
    },
  };
}

function keyOf({ paperId, techniqueId }: Question): string {
  return `${paperId} ${techniqueId}`;
}
