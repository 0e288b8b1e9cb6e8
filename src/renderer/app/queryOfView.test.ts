import { describe, expect, it } from 'vitest';
import type { CollectionId, TechniqueId } from '../../core/model';
import type { CollectionNode } from '../../core/overview';
import { queryOfView } from './queryOfView';

const node = (id: string, name: string): CollectionNode => ({ id: id as CollectionId, name, count: 0, children: [] });
const collections = [{ ...node('one', 'To cite'), children: [node('two', 'Notes')] }, node('three', 'Notes')];

describe('the query of a view', () => {
  it('is its filter within its scope', () => {
    const of = (scope: Parameters<typeof queryOfView>[0]['scope'], filter = 'a OR b'): string => queryOfView({ scope, filter }, collections);
    expect(of({ kind: 'all' }, ' a  OR b ')).toBe('a  OR b');
    expect(of({ kind: 'status', status: 'done' })).toBe('status:done (a OR b)');
    expect(of({ kind: 'technique', id: 'peft' as TechniqueId }, '')).toBe('technique:peft');
    expect(of({ kind: 'tag', tag: 'to do' }, 'x')).toBe('tag:"to do" x');
    expect(of({ kind: 'trash' }, 'x')).toBe('is:trashed x');
    expect(of({ kind: 'collection', id: 'one' as CollectionId }, 'x')).toBe('collection:"To cite" x');
    expect(of({ kind: 'collection', id: 'two' as CollectionId }, 'x')).toBe('collection:two x'); // another one is called so
  });
});
