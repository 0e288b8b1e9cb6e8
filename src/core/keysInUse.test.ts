import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from './errors';
import { indexKeys } from './keysInUse';
import { openLibrary } from './library';
import { emptyDescription, type Paper, type PaperId } from './model';
import { newPaper } from './papers';
import type { Store } from './ports';
import { emptyTables } from './tables';
import { create, edit, remove } from './transaction';

const at = '2025-01-01T00:00:00.000Z';
const clock = { now: () => at, elapsed: () => 0, breathe: () => Promise.resolve() };
const withKey = (id: string, citationKey: string): Paper => newPaper(emptyDescription, { id: id as PaperId, at, citationKey });

function libraryOf(papers: Paper[]) {
  const tables = emptyTables();
  for (const paper of papers) tables.papers.set(paper.id, paper);
  const store: Store = {
    open: () => ({ tables, begun: Promise.resolve(), ready: Promise.resolve({ seq: 0, device: 'device', history: { undo: [], redo: [] }, condition: { kind: 'sound' } }) }),
    append: () => Promise.resolve(),
    transaction: () => Promise.reject(new DomainError('not-found', 'Nothing is kept.')),
    mend: () => Promise.reject(new DomainError('conflict', 'Nothing is damaged.')),
    close: () => Promise.resolve(),
  };
  return openLibrary(store, clock, store.open());
}

const keys = ['a', 'A', 'b', 'ab', 'Ab'];
const deed = fc.record({ paper: fc.nat(5), key: fc.constantFrom(null, ...keys) });

describe('the index of citation keys', () => {
  it('knows the keys of the papers there are, whatever was done to them and when they were read', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...keys), { maxLength: 6 }), fc.array(deed, { maxLength: 12 }), fc.boolean(), async (before, deeds, atOnce) => {
      const library = libraryOf(before.map((key, index) => withKey(`paper-${index}`, key)));
      const index = indexKeys(library, clock);
      const seen: boolean[] = [];
      const done = deeds.map(({ paper, key }) => library.commit(({ papers }) => {
        const present = papers.get(`paper-${paper}` as PaperId);
        const inUse = new Set([...papers.values()].map(({ citationKey }) => citationKey.toLowerCase()));
        const draft = index.draft();
        seen.push(keys.every((each) => draft.isTaken(each) === inUse.has(each.toLowerCase())));
        if (key === null) return { label: 'Delete', changes: present === undefined ? [] : [remove('papers', present)] };
        return { label: 'Set', changes: present === undefined ? [create('papers', withKey(`paper-${paper}`, key))] : edit('papers', present, { citationKey: key }) };
      }));
      if (atOnce) await Promise.all(done);
      else for (const each of done) await each;
      const inUse = new Set([...library.tables.papers.values()].map(({ citationKey }) => citationKey.toLowerCase()));
      expect(seen).not.toContain(false);
      expect(keys.map((key) => index.draft().isTaken(key))).toEqual(keys.map((key) => inUse.has(key.toLowerCase())));
    }));
  });

  it('gives a key up that a paper of several had only with the last of them', async () => {
    const library = libraryOf([withKey('paper-1', 'twice'), withKey('paper-2', 'Twice')]);
    await library.ready;
    const draft = indexKeys(library, clock).draft();
    draft.release('twice');
    expect(draft.isTaken('TWICE')).toBe(true);
    draft.release('Twice');
    expect(draft.isTaken('twice')).toBe(false);
    expect([draft.makeFor({ ...emptyDescription, title: 'Twice' }), draft.makeFor({ ...emptyDescription, title: 'Twice' })]).toEqual(['twice', 'twicea']);
  });
});
