import { describe, expect, it } from 'vitest';
import { TechniqueId } from '../../core/model';
import { filledTrees, pathTo, treesOf } from './techniqueTree';

const line = (id: string, parentId: string | null, count = 1) => ({ id: TechniqueId.parse(id), parentId: parentId === null ? null : TechniqueId.parse(parentId), name: id, retired: false, count, unread: 0 });
const lines = [line('trees', null, 2), line('oaks', 'trees'), line('birds', null, 5), line('finches', 'birds', 0), line('owls', 'birds', 3), line('stray', 'nowhere')];

describe('the tree of techniques in the window', () => {
  it('nests parts, and keeps what has no parent here at the top', () => {
    expect(treesOf(lines).map(({ technique, parts }) => [technique.id, parts.map((part) => part.technique.id)])).toEqual([['trees', ['oaks']], ['birds', ['finches', 'owls']], ['stray', []]]);
  });

  it('shows what has papers, the fullest first', () => {
    expect(filledTrees(lines).map(({ technique, parts }) => [technique.id, parts.map((part) => part.technique.id)])).toEqual([['birds', ['owls']], ['trees', ['oaks']], ['stray', []]]);
  });

  it('knows the way from the top', () => {
    expect(pathTo(lines, TechniqueId.parse('owls')).map(({ id }) => id)).toEqual(['birds', 'owls']);
    expect(pathTo(lines, TechniqueId.parse('elks'))).toEqual([]);
  });
});
