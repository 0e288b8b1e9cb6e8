import { mkdir } from 'node:fs/promises';
import type { Annotation, Description, Note, Paper } from '../../src/core/model';
import { emptyTables, type Tables } from '../../src/core/tables';
import { LibraryFolder } from '../../src/node/store/libraryFolder';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = ['ka', 'lo', 'mi', 'ner', 'tra', 'vo', 'sil', 'pun', 'da', 'che', 'ri', 'est', 'on', 'ul', 'qua', 'zen'];
const at = '2025-01-01T00:00:00.000Z';

/** Text of made-up words, some of them frequent as in a language. */
export function prose(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const rank = Math.floor(random() ** 3 * 4000);
    text += `${syllables[rank % 16]}${syllables[(rank >> 4) % 16]}${rank > 255 ? syllables[(rank >> 8) % 16] : ''} `;
  }
  return text.slice(0, length).trim();
}

/** The description of a paper of about 1.5 KB. */
export function describedPaper(random: () => number, index: number): Description {
  const arxivId = `${2000 + (index % 600)}.${String(index).padStart(5, '0')}`;
  return {
    type: 'preprint', title: `${prose(random, 70)} ${index}`,
    authors: Array.from({ length: 4 }, () => ({ family: prose(random, 8), given: prose(random, 6) })),
    issued: '2024-03-01', venue: 'arXiv', doi: `10.48550/arXiv.${arxivId}`, arxivId, url: `https://arxiv.org/abs/${arxivId}`,
    abstract: prose(random, 850), extra: {},
  };
}

function paper(random: () => number, index: number): Paper {
  return {
    ...describedPaper(random, index), id: `paper-${index}` as Paper['id'], citationKey: `key${index}`, status: 'to-read', rating: 0,
    tags: [prose(random, 6)], collections: [], decisions: {}, addedAt: new Date(Date.UTC(2025, 0, 1) - index * 60_000).toISOString(), modifiedAt: at, trashedAt: null,
  };
}

/** Tables of `size` papers, a note for every tenth and three annotations for every twentieth. */
function tablesOf(size: number): Tables {
  const random = numbers(size);
  const tables = emptyTables();
  for (let index = 0; index < size; index += 1) {
    const made = paper(random, index);
    tables.papers.set(made.id, made);
    if (index % 10 === 0) {
      const note: Note = { id: `note-${index}` as Note['id'], paperId: made.id, title: prose(random, 20), body: prose(random, 1500), version: 0, createdAt: at, modifiedAt: at };
      tables.notes.set(note.id, note);
    }
    for (let mark = 0; mark < (index % 20 === 0 ? 3 : 0); mark += 1) {
      const target = { kind: 'abstract' as const, start: mark * 50, end: mark * 50 + 30, exact: made.abstract.slice(mark * 50, mark * 50 + 30), prefix: '', suffix: made.abstract.slice(mark * 50 + 30, mark * 50 + 62) };
      const annotation: Annotation = { id: `mark-${index}-${mark}` as Annotation['id'], paperId: made.id, target, color: 'yellow', comment: prose(random, 60), createdAt: at, modifiedAt: at };
      tables.annotations.set(annotation.id, annotation);
    }
  }
  return tables;
}

/** Writes a generated library as a snapshot. */
export async function generateLibrary(folder: string, size: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = new LibraryFolder(folder);
  await files.write({ device: 'generated', seq: 0, tables: tablesOf(size), history: { undo: [], redo: [] }, condition: { kind: 'sound' }, end: null });
}
