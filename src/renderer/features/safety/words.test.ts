import { describe, expect, it } from 'vitest';
import type { BackupInfo } from '../../../core/ports';
import type { Differences, Some } from '../../../core/restoring';
import { effectsOf, lossesAsText, newestSound, sizeOf } from './words';

const none: Some = { count: 0, examples: [] };
const untouched = { added: none, changed: none, removed: none };
const nothing: Differences = { papers: untouched, attachments: untouched, notes: untouched, annotations: untouched, collections: untouched, techniques: untouched, settings: untouched };

describe('sizes', () => {
  it.each([[1, '1 byte'], [417, '417 bytes'], [9_400, '9.4 kB'], [48_200, '48 kB'], [3_240_000, '3.2 MB'], [119_600_000, '120 MB'], [2_500_000_000, '2.5 GB']])('%i bytes are %s', (bytes, words) => {
    expect(sizeOf(bytes)).toBe(words);
  });
});

describe('the effects of a restore', () => {
  it('are none where nothing differs', () => {
    expect(effectsOf(nothing)).toEqual([]);
  });

  it('begin with papers, and count one as one', () => {
    const effects = effectsOf({
      ...nothing,
      settings: { ...untouched, changed: { count: 1, examples: ['The settings of the library'] } },
      notes: { ...untouched, removed: { count: 1, examples: ['Thoughts'] } },
      papers: { added: { count: 1200, examples: ['Alpha'] }, changed: { count: 1, examples: ['Beta'] }, removed: none },
    });
    expect(effects.map(({ words }) => words)).toEqual(['1,200 papers come back', '1 paper becomes as it was', '1 note is taken out', 'The settings of the library become as they were']);
    expect(effects[0]).toMatchObject({ table: 'papers', kind: 'added', count: 1200, examples: ['Alpha'] });
  });
});

describe('what is lost, as a text', () => {
  it('names file, line and thing, one a line', () => {
    expect(lossesAsText([{ file: 'journal/000000000001.jsonl', line: 1203, what: 'transaction 2' }, { file: 'library.json', line: 0, what: 'all papers' }]))
      .toBe('journal/000000000001.jsonl, line 1,203: transaction 2\nlibrary.json, the whole file: all papers\n');
  });
});

describe('the newest sound backup', () => {
  const backup = (name: string, verified: boolean): BackupInfo => ({ name, at: '2026-11-24T09:00:00.000Z', reason: 'daily', bytes: 1, papers: 1, notes: 0, verified });

  it('is the first that reads back', () => {
    expect(newestSound([backup('c', false), backup('b', true), backup('a', true)])?.name).toBe('b');
  });

  it('is none where none reads back', () => {
    expect(newestSound([backup('c', false)])).toBeUndefined();
  });
});
