import { describe, expect, it } from 'vitest';
import type { DuplicateItem, PreviewItem } from '../../../core/imports';
import { PaperId } from '../../../core/model';
import { additionsOf, completedBy, deedOf, factsOf, problemsAsText, summaryOf, whyNothing } from './wording';

const item = (index: number): PreviewItem => ({ index, line: index + 1, title: `Paper ${index}`, authors: '', year: null, arxivId: '' });
const problem = { line: 7, reason: 'It has no title.', text: '{}' };

function copy(index: number, id: string, completes: DuplicateItem['completes']): DuplicateItem {
  return { ...item(index), of: { kind: 'library', id: PaperId.parse(id), trashed: false }, completes };
}

const [one, two] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'] as const;

describe('the summary', () => {
  it('counts what is new, here already and not readable', () => {
    expect(summaryOf({ fresh: Array.from({ length: 1500 }, (_, index) => item(index)), duplicates: [copy(0, one, [])], problems: [] }))
      .toBe('1,500 new · 1 already here · 0 not readable');
  });
});

describe('the deed', () => {
  it('names what is added and what is completed', () => {
    expect(deedOf(150, 0)).toEqual({ offer: 'Import 150 papers', done: 'Imported 150 papers' });
    expect(deedOf(1, 2)).toEqual({ offer: 'Import 1 paper and complete 2', done: 'Imported 1 paper and completed 2' });
    expect(deedOf(0, 1)).toEqual({ offer: 'Complete 1 paper', done: 'Completed 1 paper' });
    expect(deedOf(0, 0)).toBeNull();
  });

  it('counts a paper that two copies complete once, and one that lacks nothing not at all', () => {
    expect(completedBy([copy(0, one, ['doi']), copy(1, one, ['venue']), copy(2, two, []), { ...item(3), of: { kind: 'input', line: 1 }, completes: [] }])).toBe(1);
  });
});

describe('the reason for nothing', () => {
  it('fits what was found', () => {
    expect(whyNothing({ fresh: [item(0)], duplicates: [], problems: [problem] })).toBeNull();
    expect(whyNothing({ fresh: [], duplicates: [copy(0, one, [])], problems: [] })).toBe('Nothing new: its one paper is here already.');
    expect(whyNothing({ fresh: [], duplicates: [copy(0, one, []), copy(1, two, [])], problems: [problem] })).toBe('Nothing new: all its 2 papers are here already.');
    expect(whyNothing({ fresh: [], duplicates: [], problems: [problem] })).toBe('No paper could be read. The reasons are below.');
    expect(whyNothing({ fresh: [], duplicates: [], problems: [] })).toBe('There are no papers in it.');
  });
});

describe('the details', () => {
  it('name the fields that a copy fills in', () => {
    expect(additionsOf({ completes: ['issued', 'doi', 'arxivId'] })).toBe('adds date, DOI, arXiv id');
    expect(additionsOf({ completes: [] })).toBe('');
  });

  it('leave out what is not known', () => {
    expect(factsOf({ authors: 'Ada & Bo', year: 2025, arxivId: '2502.12345' })).toBe('Ada & Bo · 2025 · arXiv:2502.12345');
    expect(factsOf({ authors: '', year: null, arxivId: '2502.12345' })).toBe('arXiv:2502.12345');
    expect(factsOf({ authors: '', year: null, arxivId: '' })).toBe('');
  });

  it('put unreadable passages into words that can be taken elsewhere', () => {
    expect(problemsAsText([problem])).toBe('Line 7: It has no title.\n{}\n');
    expect(problemsAsText([{ ...problem, column: 1200 }])).toBe('Line 7, column 1,200: It has no title.\n{}\n');
  });
});
