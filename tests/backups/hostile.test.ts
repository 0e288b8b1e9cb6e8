import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { DomainError } from '../../src/core/errors';
import { prepareRestore } from '../../src/node/backups/prepareRestore';
import { blankComment, sealed } from '../../src/node/backups/seal';
import { encodeRecord, SnapshotEncoder } from '../../src/node/store/snapshot';
import { temporaryFolder } from '../support/library';

/** A zip of these entries, changed by `tamper` and then sealed as if it were ours. */
async function zipOf(entries: [name: string, content: Buffer][], tamper: (zip: Buffer) => void = () => undefined): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of entries) zip.addBuffer(content, name);
  zip.end({ comment: blankComment, forceZip64Format: false });
  const bytes = await buffer(zip.outputStream);
  tamper(bytes);
  return buffer(Readable.from(sealed(Readable.from([bytes]))));
}

function snapshotOf(...papers: Record<string, unknown>[]): Buffer {
  const portions: Buffer[] = [];
  const encoder = new SnapshotEncoder({ device: 'device', seq: 3 }, (portion) => portions.push(portion));
  encoder.table('papers');
  for (const paper of papers) encoder.record(encodeRecord(paper));
  encoder.end();
  return Buffer.concat(portions);
}

const at = '2026-11-24T09:00:00.000Z';
const paper = {
  id: 'paper-1', type: 'preprint', title: 'A paper', authors: [], issued: '', venue: '', doi: '', arxivId: '', url: '', abstract: '', extra: {},
  citationKey: 'paper1', status: 'to-read', rating: 0, tags: [], collections: [], decisions: {}, addedAt: at, modifiedAt: at, trashedAt: null,
};
const described = (content: Buffer) => ({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });

/** The entries of a backup of this library, and what its manifest says otherwise. */
function entriesOf(library: Buffer, says: Record<string, unknown> = {}): [string, Buffer][] {
  const attachments = Buffer.from('[]\n');
  const manifest = {
    format: 'lectern-backup', version: 1, at, reason: 'manual', device: 'device', seq: 3, counts: { papers: 1 },
    entries: { 'library.json': described(library), 'attachments.json': described(attachments) }, ...says,
  };
  return [['manifest.json', Buffer.from(JSON.stringify(manifest))], ['library.json', library], ['attachments.json', attachments]];
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  return () => folder[Symbol.asyncDispose]();
});

async function prepared(zip: Buffer) {
  const path = join(folder.path, 'hostile.zip');
  await writeFile(path, zip);
  return prepareRestore({ folder: join(folder.path, 'library'), source: { kind: 'path', path } });
}

/** Why a zip cannot be read, in words; '' when it can. Nothing may be left of it. */
async function refusalOf(zip: Buffer): Promise<string> {
  const error: unknown = await prepared(zip).then(() => null, (failure: unknown) => failure);
  expect((await readdir(folder.path)).toSorted().filter((name) => name !== 'library')).toEqual(['hostile.zip']);
  return error instanceof DomainError && error.code === 'unreadable' ? error.message : '';
}

describe('a zip that was made to look like a backup', () => {
  it('would be read if it were one', async () => {
    expect(await prepared(await zipOf(entriesOf(snapshotOf(paper))))).toMatchObject({ info: { papers: 1 }, places: [{ table: 'papers' }] });
  });

  it('is refused without a manifest, or with one of something else', async () => {
    expect(await refusalOf(await zipOf([['library.json', snapshotOf(paper)]]))).toContain('no backup of Lectern');
    expect(await refusalOf(await zipOf([['manifest.json', Buffer.from('[]')]]))).toContain('no backup of Lectern');
    expect(await refusalOf(await zipOf([['manifest.json', Buffer.alloc(1 << 20)]]))).toContain('no backup of Lectern');
    expect(await refusalOf(await zipOf(entriesOf(snapshotOf(paper), { version: 2 })))).toContain('newer Lectern');
    expect(await refusalOf(Buffer.from('PK'.repeat(200)))).toContain('no backup of Lectern');
  });

  it('is refused when an entry is not what the manifest says', async () => {
    const library = snapshotOf(paper);
    const attachments = described(Buffer.from('[]\n'));
    expect(await refusalOf(await zipOf(entriesOf(library, { entries: { 'library.json': { ...described(library), sha256: '0'.repeat(64) }, 'attachments.json': attachments } })))).toContain('damaged');
    expect(await refusalOf(await zipOf(entriesOf(library, { counts: { papers: 2 } })))).toContain('not as many records');
    expect(await refusalOf(await zipOf([...entriesOf(library), ['library.json', library]]))).toContain('directory');
    expect(await refusalOf(await zipOf(entriesOf(library).slice(0, 1)))).toContain('damaged');
  });

  it('cannot swell beyond what it says, nor beyond what Lectern takes', async () => {
    const bomb = Buffer.alloc(30 << 20);
    expect(await refusalOf(await zipOf(entriesOf(bomb, { entries: { 'library.json': { bytes: 1000, sha256: '' }, 'attachments.json': described(Buffer.from('[]\n')) } })))).toContain('damaged');
    const claim = (size: number) => (zip: Buffer): void => {
      // The uncompressed size stands 20 bytes before the name of the second entry in the zip's directory.
      const entry = zip.lastIndexOf('library.json') - 46;
      zip.writeUInt32LE(size, entry + 24);
    };
    for (const size of [1000, 3_000_000_000]) {
      const says = { entries: { 'library.json': { bytes: size, sha256: '' }, 'attachments.json': described(Buffer.from('[]\n')) } };
      expect(await refusalOf(await zipOf(entriesOf(bomb, says), claim(size)))).toContain('damaged');
    }
  });

  it('gets none of its other entries written anywhere', async () => {
    const evil: [string, Buffer][] = [['xx/evil.txt', Buffer.from('evil')], ['x/evil.txt', Buffer.from('evil')]];
    const { places } = await prepared(await zipOf([...entriesOf(snapshotOf(paper)), ...evil], (zip) => {
      for (let found = zip.indexOf('xx/evil'); found !== -1; found = zip.indexOf('xx/evil', found)) zip.write('../evil', found);
      for (let found = zip.indexOf('x/evil'); found !== -1; found = zip.indexOf('x/evil', found)) zip.write('//evil', found);
    }));
    expect(places).toHaveLength(1);
    expect((await readdir(folder.path, { recursive: true })).filter((name) => name.includes('evil'))).toEqual([]);
  });

  it('is refused when a record is not of the right shape', async () => {
    const hostile = [{ ...paper, rating: 99 }, { ...paper, id: '__proto__' }, { ...paper, more: true }, { id: 'paper-1' }, { ...paper, title: { toString: 1 } }];
    for (const record of hostile) expect(await refusalOf(await zipOf(entriesOf(snapshotOf(record))))).toContain("not one of Lectern's");
    expect(await refusalOf(await zipOf(entriesOf(snapshotOf(paper, paper), { counts: { papers: 2 } })))).toContain("not one of Lectern's");
    const text = snapshotOf(paper).toString();
    expect(await refusalOf(await zipOf(entriesOf(Buffer.from(text.replace('A paper', 'B paper')))))).toContain('is lost');
    expect(await refusalOf(await zipOf(entriesOf(Buffer.from(text.slice(0, 20)))))).toContain('its library is damaged');
  });
});
