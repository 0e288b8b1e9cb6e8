import { describe, expect, it } from 'vitest';
import { nameOfFile, reasonOf, sizeOf } from './words';

describe('words for files', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1000, '1.0 KB'], [53_400, '53 KB'], [999_499, '999 KB'], [999_500, '1.0 MB'], [12_345_678, '12 MB'], [1_234_567_890, '1,235 MB']])('%d bytes are %s', (bytes, words) => expect(sizeOf(bytes)).toBe(words));

  it('call a file by its label or its name', () => {
    expect(nameOfFile({ label: 'v2', place: { kind: 'library', file: 'a.pdf' } })).toBe('v2');
    expect(nameOfFile({ label: '', place: { kind: 'library', file: '2025/a.pdf' } })).toBe('a.pdf');
    expect(nameOfFile({ label: '', place: { kind: 'linked', path: 'C:\\papers\\a.pdf' } })).toBe('a.pdf');
  });

  it('say why a paper is offered', () => {
    expect(reasonOf({ because: 'doi', trashed: true })).toBe('has the same DOI, and is in the trash');
  });
});
