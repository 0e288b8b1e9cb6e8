import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TechniqueId, type Evidence, type OwnTechnique, type Paper } from '../model';
import { treeOf } from '../taxonomy/tree';
import type { Classified } from './classifier';
import { assignmentsOf } from './decisions';

const [peft, lora, qlora, moe, survey, gone] = ['peft', 'lora', 'qlora', 'moe', 'survey', 'gone-technique'].map((id) => TechniqueId.parse(id)) as [TechniqueId, TechniqueId, TechniqueId, TechniqueId, TechniqueId, TechniqueId];

const technique = (id: TechniqueId, parentId: TechniqueId | null, retired = false): OwnTechnique => ({ id, name: id, definition: '', synonyms: [], phrases: [], parentId, order: 0, retired });
const tree = treeOf([technique(peft, null), technique(lora, peft), technique(qlora, lora), technique(moe, null), technique(survey, null)]);

const evidence: Evidence[] = [{ field: 'title', start: 0, end: 4, text: 'LoRA' }];
const found: Classified[] = [
  { id: peft, score: 0.9, evidence },
  { id: moe, score: 0.6, evidence: [] },
];
const lines = (classified: Classified[], decisions: Paper['decisions']) => assignmentsOf(classified, decisions, tree).map(({ id, state, score }) => [id, state, score]);

describe('assignments', () => {
  it('are suggestions where the reader has said nothing', () => {
    expect(assignmentsOf(found, {}, tree)).toEqual([
      { id: peft, ancestors: [], score: 0.9, state: 'suggested', evidence },
      { id: moe, ancestors: [], score: 0.6, state: 'suggested', evidence: [] },
    ]);
  });

  it('leave out what is not sure enough, retired or unknown', () => {
    const retired = treeOf([technique(peft, null, true), technique(moe, null)]);
    expect(assignmentsOf([...found, { id: gone, score: 0.9, evidence }, { id: survey, score: 0.4, evidence }], {}, retired).map(({ id }) => id)).toEqual([moe]);
  });

  it('keep a rejected technique, last, with its score and evidence', () => {
    expect(lines(found, { [peft]: 'rejected' })).toEqual([[moe, 'suggested', 0.6], [peft, 'rejected', 0.9]]);
  });

  it('put a confirmed technique first, with its evidence where there is any', () => {
    const [, second] = assignmentsOf(found, { [moe]: 'confirmed', [peft]: 'confirmed' }, tree);
    expect(second).toEqual({ id: peft, ancestors: [], score: 1, state: 'confirmed', evidence });
  });

  it('include what the reader confirmed or rejected though the classifier did not find it, or no longer knows it', () => {
    expect(lines([], { [survey]: 'rejected', [gone]: 'confirmed' })).toEqual([[gone, 'confirmed', 1], [survey, 'rejected', 0]]);
  });

  it('of a part are those of the whole too, which stands before it and is as sure', () => {
    expect(assignmentsOf([{ id: qlora, score: 0.8, evidence }, { id: peft, score: 0.7, evidence: [] }], {}, tree)).toEqual([
      { id: peft, ancestors: [], score: 0.8, state: 'suggested', evidence: [] },
      { id: lora, ancestors: [peft], score: 0.8, state: 'suggested', evidence },
      { id: qlora, ancestors: [lora, peft], score: 0.8, state: 'suggested', evidence },
    ]);
  });

  it('propose nothing in what was rejected, but leave there what was confirmed', () => {
    const parts: Classified[] = [{ id: lora, score: 0.8, evidence }, { id: peft, score: 0.8, evidence }];
    expect(lines(parts, { [peft]: 'rejected' })).toEqual([[peft, 'rejected', 0.8]]);
    expect(lines(parts, { [peft]: 'rejected', [qlora]: 'confirmed' })).toEqual([[lora, 'suggested', 1], [qlora, 'confirmed', 1], [peft, 'rejected', 0.8]]);
  });

  it('always honour decisions, and rank a whole no lower than its parts', () => {
    const ids = fc.constantFrom(peft, lora, qlora, moe, survey, gone);
    const findings = fc.uniqueArray(fc.record({ id: ids, score: fc.double({ min: 0, max: 1, noNaN: true }), evidence: fc.constant(evidence) }), { selector: ({ id }) => id });
    fc.assert(fc.property(findings, fc.dictionary(ids, fc.constantFrom('confirmed' as const, 'rejected' as const)), (classified, decisions: Paper['decisions']) => {
      const assignments = assignmentsOf(classified, decisions, tree);
      for (const [id, decision] of Object.entries(decisions)) expect(assignments.find((each) => each.id === id)?.state).toBe(decision);
      const standing = assignments.filter(({ state }) => state !== 'rejected');
      for (const [index, { id, ancestors, score }] of standing.entries()) {
        for (const ancestor of ancestors) {
          if (decisions[ancestor] === 'rejected') continue;
          const at = standing.findIndex((each) => each.id === ancestor);
          expect([ancestor, id, at >= 0 && at < index]).toEqual([ancestor, id, true]);
          expect(standing[at]?.score).toBeGreaterThanOrEqual(score);
        }
      }
    }));
  });
});
