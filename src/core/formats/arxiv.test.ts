import { describe, expect, it } from 'vitest';
import { describeArxivPreprint, issuedFromArxivId, parseArxivId, parseArxivReference } from './arxiv';

describe('parseArxivId', () => {
  it.each([
    ['2106.09685', '2106.09685'],
    ['2106.09685v2', '2106.09685'],
    ['0704.0001', '0704.0001'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['math.GT/0309136v1', 'math.GT/0309136'],
    ['arXiv:2106.09685', '2106.09685'],
    ['ARXIV: 2106.09685v1 [cs.CL]', '2106.09685'],
    ['https://arxiv.org/abs/2106.09685', '2106.09685'],
    ['http://www.arxiv.org/pdf/2106.09685v2.pdf', '2106.09685'],
    ['arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://huggingface.co/papers/2106.09685#community', '2106.09685'],
    ['10.48550/arXiv.2106.09685', '2106.09685'],
    ['https://doi.org/10.48550/ARXIV.2106.09685', '2106.09685'],
  ])('reads %s', (text, id) => {
    expect(parseArxivId(text)).toBe(id);
  });

  it.each(['', '2113.00001', '2106.096', '10.1000/2106.09685', 'see arXiv:2106.09685', 'https://example.org/abs/2106.09685', 'a/b'])(
    'takes %j for no arXiv id',
    (text) => {
      expect(parseArxivId(text)).toBeNull();
    },
  );

  it('takes a bare number for a reference only where the text says arXiv', () => {
    expect(parseArxivReference('2106.09685')).toBeNull();
    expect(parseArxivReference('arXiv:2106.09685')).toBe('2106.09685');
  });
});

describe('what follows from an arXiv id', () => {
  it('is the month in which the id was given', () => {
    expect(issuedFromArxivId('2106.09685')).toBe('2021-06');
    expect(issuedFromArxivId('hep-th/9901001')).toBe('1999-01');
    expect(issuedFromArxivId('math.GT/0309136')).toBe('2003-09');
  });

  it('is a preprint with its address and DOI', () => {
    expect(describeArxivPreprint('2106.09685')).toMatchObject({
      type: 'preprint', venue: 'arXiv', url: 'https://arxiv.org/abs/2106.09685', doi: '10.48550/arXiv.2106.09685', issued: '2021-06',
    });
  });
});
