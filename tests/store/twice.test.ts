import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../src/core/transaction';
import { checksum } from '../../src/node/store/checksum';
import { readWholeJournal } from '../../src/node/store/journal';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { imported, temporaryApp } from '../support/library';

const lineOf = (transaction: Transaction): string => `${checksum(JSON.stringify(transaction))} ${JSON.stringify(transaction)}\n`;
const by = (seq: number): Transaction => ({ seq, at: '2025-01-01T00:00:00.000Z', device: 'another', label: 'By another writer', changes: [{ op: 'create', table: 'collections', id: `other-${seq}`, record: { id: `other-${seq}`, name: 'Other', parentId: null, order: 1 } }] });

/** A library of two transactions, as one that was not closed. */
async function library() {
  const made = await temporaryApp();
  await imported(made.app, 'Alpha: small models');
  await imported(made.app, 'Beta: smaller models');
  await made.app.close();
  await rm(join(made.folder, 'journal', 'sealed'));
  const segment = join(made.folder, 'journal', '000000000001.jsonl');
  return { folder: made.folder, segment, text: await readFile(segment, 'utf8'), [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() };
}

describe('a number that is in the journal twice', () => {
  it('is damage with its place, and what both wrote is there', async () => {
    await using made = await library();
    await writeFile(made.segment, made.text + lineOf(by(2)) + lineOf(by(3)));
    const contents = await new LibraryFolder(made.folder).read();
    expect(contents?.condition).toEqual({ kind: 'damaged', losses: [{ file: 'journal/000000000001.jsonl', line: 4, what: 'the order of the changes from the second transaction 2 (By another writer) on' }] });
    expect([...(contents?.tables.collections.keys() ?? [])]).toEqual(['other-2', 'other-3']);
    expect(contents?.tables.papers.size).toBe(2);
  });

  it('is damage in the next segment as well', async () => {
    await using made = await library();
    await writeFile(join(made.folder, 'journal', '000000000002.jsonl'), lineOf(by(2)) + lineOf(by(3)));
    const losses = [{ file: 'journal/000000000002.jsonl', line: 0, what: 'the order of the changes from the second transaction 2 (By another writer) on' }];
    expect((await new LibraryFolder(made.folder).read())?.condition).toEqual({ kind: 'damaged', losses });
    expect(await readWholeJournal(join(made.folder, 'journal'))).toMatchObject({ losses });
  });
});
