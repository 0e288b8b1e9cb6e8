import { join } from 'node:path';
import type { Annotation, Attachment, Note, Paper } from '../../core/model';
import { documentOf } from '../../core/search/documents';
import type { SearchDocument } from '../../core/search/types';
import { tableNames, type TableName } from '../../core/tables';
import type { Transaction } from '../../core/transaction';
import { readJournal } from '../store/journal';
import { readHead, readSnapshot, withSnapshot, type SnapshotSource } from '../store/snapshot';
import { tailOf } from '../store/tail';

interface Children { notes: Note[]; annotations: Annotation[]; attachments: Attachment[] }
type Row = Record<string, unknown>;

/**
 * Reads what a library folder holds up to its last transaction, and calls `onDocument` with each paper. Notes,
 * annotations and files stand behind the papers in the file, so it is read twice. What is damaged is passed over, as it is when the
 * library is opened.
 */
export async function readDocuments(folder: string, onDocument: (document: SearchDocument) => void, attempts = 3): Promise<void> {
  const isRead = await withSnapshot(join(folder, 'library.json'), async (source) => {
    const found = await readHead(source);
    const after = found.kind === 'read' ? found.head.seq : 0;
    const { segments, losses } = await readJournal(join(folder, 'journal'), after);
    if (losses.length > 0 && attempts > 1) return false; // the snapshot may have been renewed meanwhile, and the journal that belongs to the old one removed
    const files: Files = { source, after, transactions: segments.flatMap(({ transactions }) => transactions) };
    const children = await readChildren(files);
    await readTables(files, ['papers'], (_, row) => {
      const paper = row as unknown as Paper;
      const { notes, annotations, attachments } = children.get(paper.id) ?? none;
      onDocument(documentOf(paper, notes, annotations, attachments));
    });
    return true;
  });
  if (!isRead) await readDocuments(folder, onDocument, attempts - 1);
}

/** The id of the copy of the library in a folder; '' where it has none yet. */
export async function deviceOf(folder: string): Promise<string> {
  const found = await readHead(join(folder, 'library.json'));
  return found.kind === 'read' ? found.head.device : '';
}

interface Files { source: SnapshotSource; after: number; transactions: readonly Transaction[] }

const none: Children = { notes: [], annotations: [], attachments: [] };

async function readChildren(files: Files): Promise<Map<string, Children>> {
  const children = new Map<string, Children>();
  await readTables(files, ['notes', 'annotations', 'attachments'], (table, row) => {
    const paperId = String(row['paperId']);
    const known = children.get(paperId) ?? { notes: [], annotations: [], attachments: [] };
    children.set(paperId, known);
    if (table === 'notes') known.notes.push(row as unknown as Note);
    else if (table === 'attachments') known.attachments.push(row as unknown as Attachment);
    else known.annotations.push(row as unknown as Annotation);
  });
  return children;
}

/** Calls `onRow` with the records of some tables as they are now. */
async function readTables({ source, after, transactions }: Files, tables: readonly TableName[], onRow: (table: TableName, row: Row) => void): Promise<void> {
  const tail = tailOf(transactions, after);
  for (const table of tableNames.filter((name) => tables.includes(name))) for (const row of tail.created(table)) onRow(table, row);
  await readSnapshot(source, ({ table, id, json }) => {
    if (!tables.includes(table)) return;
    const row = tail.brought(table, id, () => JSON.parse(json()) as Row);
    if (row !== undefined) onRow(table, row);
  });
}
