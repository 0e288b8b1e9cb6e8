import { describe, expect, it } from 'vitest';
import type { TechniqueId } from '../../core/model';
import { reasonsOf } from './relatedReasons';

const nameOf = (id: TechniqueId): string => id.toUpperCase();

describe('reasonsOf', () => {
  it('names techniques, authors, tags and words, a few of each', () => {
    const shared = { techniques: ['a', 'b', 'c'] as TechniqueId[], authors: ['Ada Osei'], tags: ['slow'], terms: ['low', 'rank', 'heads', 'bits', 'more'] };
    expect(reasonsOf(shared, nameOf)).toEqual(['A', 'B', 'also by Ada Osei', 'tag slow', '“low”, “rank”, “heads”, “bits”']);
  });

  it('says nothing of what is not shared, nor of words that every text has', () => {
    expect(reasonsOf({ techniques: [], authors: [], tags: [], terms: ['the', 'bits', 'of'] }, nameOf)).toEqual(['“bits”']);
  });
});
