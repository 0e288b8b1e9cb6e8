import { describe, expect, it } from 'vitest';
import { TechniqueId } from '../../../../core/model';
import { treesOf } from '../../../app/techniqueTree';
import { intentOf, linesOf } from './treeLines';

const id = (text: string): TechniqueId => TechniqueId.parse(text);
const technique = (name: string, parent: string | null = null) => ({ id: id(name), parentId: parent === null ? null : id(parent) });
const trees = treesOf([technique('birds'), technique('owls', 'birds'), technique('eagle-owls', 'owls'), technique('trees')]);
const everything = linesOf(trees, () => true);

describe('the tree of the taxonomy', () => {
  it('shows what is open', () => {
    expect(everything.map(({ node, level }) => [node.technique.id, level])).toEqual([['birds', 1], ['owls', 2], ['eagle-owls', 3], ['trees', 1]]);
    expect(linesOf(trees, (each) => each === 'birds').map(({ node }) => node.technique.id)).toEqual(['birds', 'owls', 'trees']);
  });

  it('is walked by keys', () => {
    expect(intentOf('ArrowDown', everything, 0, () => true)).toEqual({ kind: 'focus', index: 1 });
    expect(intentOf('ArrowUp', everything, 0, () => true)).toEqual({ kind: 'focus', index: 0 });
    expect(intentOf('ArrowLeft', everything, 2, () => true)).toEqual({ kind: 'focus', index: 1 });
    expect(intentOf('ArrowLeft', everything, 1, () => true)).toEqual({ kind: 'open', open: false });
    expect(intentOf('ArrowRight', everything, 1, () => false)).toEqual({ kind: 'open', open: true });
    expect(intentOf('ArrowRight', everything, 3, () => true)).toBeNull();
    expect(intentOf('Enter', everything, 3, () => true)).toEqual({ kind: 'choose' });
  });
});
