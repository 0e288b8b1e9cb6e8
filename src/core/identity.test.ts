import { describe, expect, it } from 'vitest';
import { createIdentityIndex } from './identity';

const work = (title: string, ids: { doi?: string; arxivId?: string; extra?: Record<string, string> } = {}) => ({ title, doi: '', arxivId: '', ...ids });

function twins(a: ReturnType<typeof work>, b: ReturnType<typeof work>): boolean {
  const index = createIdentityIndex<string>();
  index.add(a, 'a');
  return index.find(b) === 'a';
}

describe('the same work', () => {
  it('has the same title but for case, accents, spaces and signs', () => {
    expect(twins(work('Ça: a Study of  LoRA'), work('Ca – A study of lora'))).toBe(true);
    expect(twins(work('A study of LoRA'), work('A study of QLoRA'))).toBe(false);
  });

  it('has the same arXiv id, whatever its version and title', () => {
    expect(twins(work('First title', { arxivId: '2502.12345v1' }), work('Second title', { arxivId: '2502.12345v3' }))).toBe(true);
  });

  it('has the same DOI without regard to case', () => {
    expect(twins(work('One', { doi: '10.1000/ABC' }), work('Two', { doi: '10.1000/abc' }))).toBe(true);
  });

  it('is not one with the same title and another arXiv id', () => {
    expect(twins(work('Editorial', { arxivId: '2502.00001' }), work('Editorial', { arxivId: '2502.00002' }))).toBe(false);
  });

  it('is one where only a preprint’s DOI differs from the published one', () => {
    expect(twins(work('Same', { doi: '10.48550/arXiv.2502.1' }), work('Same', { doi: '10.1000/x' }))).toBe(true);
    expect(twins(work('Same', { doi: '10.1000/y' }), work('Same', { doi: '10.1000/x' }))).toBe(false);
  });

  it('is not one of which another volume or edition has the same title', () => {
    expect(twins(work('Logic', { extra: { volume: '1' } }), work('Logic', { extra: { volume: '2' } }))).toBe(false);
    expect(twins(work('Logic', { extra: { volume: '1' } }), work('Logic'))).toBe(true);
  });

  it('is not told by its title alone where the one who asks knows better', () => {
    const index = createIdentityIndex<string>();
    index.add(work('Letters'), 'a');
    expect(index.find(work('Letters'), (value) => value !== 'a')).toBeUndefined();
    index.add(work('Other', { doi: '10.1000/x' }), 'b');
    expect(index.find(work('Letters', { doi: '10.1000/x' }), () => false)).toBe('b');
  });

  it('is nobody’s without a title and identifiers', () => {
    expect(twins(work(''), work(''))).toBe(false);
  });
});
