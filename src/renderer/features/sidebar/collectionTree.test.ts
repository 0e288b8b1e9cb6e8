import { describe, expect, it } from 'vitest';
import type { CollectionId } from '../../../core/model';
import type { CollectionNode } from '../../../core/overview';
import { dropAt, itemOf, linesOf, placeAfter, placeOf, type Step } from './collectionTree';

const node = (name: string, ...children: CollectionNode[]): CollectionNode => ({ id: name as CollectionId, name, count: 0, children });
const id = (name: string) => name as CollectionId;

/** a, b (b1, b2 (b2x)), c */
const nodes = [node('a'), node('b', node('b1'), node('b2', node('b2x'))), node('c')];
const lineOf = (name: string) => {
  const found = itemOf(nodes, id(name));
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
};
const step = (name: string, way: Step) => placeAfter(nodes, lineOf(name), way);

describe('the lines of the tree', () => {
  it('go from top to bottom with their levels', () => {
    expect(linesOf(nodes, new Set()).map((line) => `${line.level} ${line.node.name}`)).toEqual(['1 a', '1 b', '2 b1', '2 b2', '3 b2x', '1 c']);
  });

  it('leave out what is collapsed', () => {
    expect(linesOf(nodes, new Set([id('b')])).map((line) => line.node.name)).toEqual(['a', 'b', 'c']);
  });
});

describe('a step', () => {
  it('up goes before the sibling above', () => {
    expect(step('b', 'up')).toEqual({ parentId: null, before: 'a' });
    expect(step('b1', 'up')).toBeNull();
  });

  it('down goes before the sibling after the next, or last', () => {
    expect(step('a', 'down')).toEqual({ parentId: null, before: 'c' });
    expect(step('b', 'down')).toEqual({ parentId: null, before: null });
    expect(step('c', 'down')).toBeNull();
  });

  it('in becomes the last inside the sibling above', () => {
    expect(step('c', 'in')).toEqual({ parentId: 'b', before: null });
    expect(step('a', 'in')).toBeNull();
  });

  it('out comes to stand right after the parent', () => {
    expect(step('b2x', 'out')).toEqual({ parentId: 'b', before: null });
    expect(step('b2', 'out')).toEqual({ parentId: null, before: 'c' });
    expect(step('a', 'out')).toBeNull();
  });
});

describe('a drop', () => {
  it('means before, inside or after by its height', () => {
    expect([0.1, 0.5, 0.9].map(dropAt)).toEqual(['before', 'inside', 'after']);
  });

  it('leads to a place beside or inside the line', () => {
    expect(placeOf(nodes, id('a'), lineOf('b2'), 'before')).toEqual({ parentId: 'b', before: 'b2' });
    expect(placeOf(nodes, id('a'), lineOf('b2'), 'after')).toEqual({ parentId: 'b', before: null });
    expect(placeOf(nodes, id('a'), lineOf('b2'), 'inside')).toEqual({ parentId: 'b2', before: null });
  });

  it('never puts a collection into itself', () => {
    for (const drop of ['before', 'inside', 'after'] as const) {
      expect(placeOf(nodes, id('b'), lineOf('b2x'), drop)).toBeNull();
      expect(placeOf(nodes, id('b'), lineOf('b'), drop)).toBeNull();
    }
  });

  it('changes nothing where the collection stands already', () => {
    expect(placeOf(nodes, id('b1'), lineOf('b2'), 'before')).toBeNull();
  });
});
