import { describe, expect, it } from 'vitest';
import { TechniqueId, type Evidence } from '../model';
import { assignmentsOf } from './decisions';

const [peft, moe, survey, gone] = ['peft', 'moe', 'survey', 'gone-technique'].map((id) => TechniqueId.parse(id)) as [TechniqueId, TechniqueId, TechniqueId, TechniqueId];
const evidence: Evidence[] = [{ field: 'title', start: 0, end: 4, text: 'LoRA' }];
const found = [
  { id: peft, score: 0.9, evidence },
  { id: moe, score: 0.6, evidence: [] },
];

describe('assignments', () => {
  it('are suggestions where the reader has said nothing', () => {
    expect(assignmentsOf(found, {})).toEqual([
      { id: peft, score: 0.9, state: 'suggested', evidence },
      { id: moe, score: 0.6, state: 'suggested', evidence: [] },
    ]);
  });

  it('keep a rejected technique, last, with its score and evidence', () => {
    expect(assignmentsOf(found, { [peft]: 'rejected' }).map(({ id, state, score }) => [id, state, score])).toEqual([
      [moe, 'suggested', 0.6],
      [peft, 'rejected', 0.9],
    ]);
  });

  it('put a confirmed technique first, with its evidence where there is any', () => {
    const [first] = assignmentsOf(found, { [moe]: 'confirmed', [peft]: 'confirmed' });
    expect(first).toEqual({ id: peft, score: 1, state: 'confirmed', evidence });
  });

  it('include what the reader confirmed or rejected though the classifier did not find it, or no longer knows it', () => {
    expect(assignmentsOf([], { [survey]: 'rejected', [gone]: 'confirmed' })).toEqual([
      { id: gone, score: 1, state: 'confirmed', evidence: [] },
      { id: survey, score: 0, state: 'rejected', evidence: [] },
    ]);
  });
});
