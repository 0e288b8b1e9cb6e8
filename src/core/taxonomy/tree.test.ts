import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TechniqueId, type OwnTechnique } from '../model';
import { emptyTables } from '../tables';
import { treeIn, treeOf } from './tree';

const id = (text: string): TechniqueId => TechniqueId.parse(text);
const technique = (name: string, parent: string | null = null, order = 0): OwnTechnique => ({ id: id(name), name, definition: '', synonyms: [], phrases: [], parentId: parent === null ? null : id(parent), order, retired: false });

describe('the tree of techniques', () => {
  it('puts each behind its parent and siblings in their order', () => {
    const tree = treeOf([technique('leaf', 'branch'), technique('second', null, 2), technique('branch', 'first'), technique('first', null, 1)]);
    expect(tree.techniques.map(({ id: each }) => each)).toEqual(['first', 'branch', 'leaf', 'second']);
    expect(tree.ancestors(id('leaf'))).toEqual(['branch', 'first']);
    expect(tree.ancestors(id('unknown'))).toEqual([]);
  });

  it('lays those of the library over the built-in ones, or does without these', () => {
    const builtIn = [technique('first'), technique('second')];
    const tables = emptyTables();
    const own = { ...technique('second'), name: 'Renamed' };
    tables.techniques.set(own.id, own);
    expect(treeIn(tables, builtIn).techniques.map(({ name }) => name)).toEqual(['first', 'Renamed']);
    tables.settings.set('library' as never, { id: 'library' as never, historyDays: 1, historyMegabytes: 1, taxonomy: 'own' });
    expect(treeIn(tables, builtIn).techniques.map(({ name }) => name)).toEqual(['Renamed']);
  });

  it('keeps every technique once, with ancestors that end at a root, whatever parents are named', () => {
    const names = ['aaa', 'bbb', 'ccc', 'ddd', 'eee'];
    const records = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...names, 'gone')), fc.integer({ min: 0, max: 3 })), { selector: ([name]) => name });
    fc.assert(fc.property(records, (tuples) => {
      const tree = treeOf(tuples.map(([name, parent, order]) => technique(name, parent, order)));
      expect(tree.techniques.map(({ id: each }) => each).toSorted()).toEqual(tuples.map(([name]) => name).toSorted());
      const seen = new Set<TechniqueId>();
      for (const each of tree.techniques) {
        const ancestors = tree.ancestors(each.id);
        expect(each.parentId).toBe(ancestors[0] ?? null);
        expect(new Set(ancestors).size).toBe(ancestors.length);
        expect(ancestors.every((ancestor) => seen.has(ancestor))).toBe(true);
        seen.add(each.id);
      }
    }));
  });
});
