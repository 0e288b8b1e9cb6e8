import { DomainError } from './errors';
import { welcomedBack } from './files/places';
import type { KeysInUse } from './keysInUse';
import type { Annotation, Attachment, Note, Paper } from './model';
import { pinning } from './papers';
import { recordSchemas, type ReadonlyTables } from './tables';
import type { Then } from './timeline';
import { create, edit, type Change } from './transaction';

/**
 * The changes that make a paper be again as it was `then`. One that was deleted is made again, and what
 * was deleted with it. Its citation key stays the present one where another paper has the old one by
 * now; collections that are gone are left out.
 */
export function putBackPaper(then: Then, { tables, keys, at }: { tables: ReadonlyTables; keys: KeysInUse; at: string }): Change[] {
  const old = recordSchemas.papers.parse(then.record);
  const now = tables.papers.get(old.id);
  const collections = old.collections.filter((id) => tables.collections.has(id));
  const { id: _, ...fields } = { ...old, collections, citationKey: keyFor(old, now, keys) };
  if (now !== undefined) return stamped([...edit('papers', now, fields), ...pinning(now, old.keyPinned === true)], edit('papers', now, { modifiedAt: at }));
  return [create('papers', { ...old, ...fields, modifiedAt: at }), ...then.lost.flatMap(({ address: { table }, record }) => {
    if (table === 'notes') return create(table, record as Note);
    if (table === 'attachments') return create(table, welcomedBack(record as Attachment, tables));
    return table === 'annotations' ? create(table, record as Annotation) : [];
  })];
}

function keyFor(old: Paper, now: Paper | undefined, keys: KeysInUse): string {
  if (old.citationKey === now?.citationKey) return old.citationKey;
  const draft = keys.draft();
  const free = !draft.isTaken(old.citationKey) || old.citationKey.toLowerCase() === now?.citationKey.toLowerCase();
  return free ? old.citationKey : (now?.citationKey ?? draft.makeFor(old));
}

/** The same for a note. Its version goes up, so that a window with a text of before notices. */
export function putBackNote(then: Then, tables: ReadonlyTables, at: string): Change[] {
  const old = recordSchemas.notes.parse(then.record);
  const now = tables.notes.get(old.id);
  const stamp = { version: (now?.version ?? recordSchemas.notes.parse(then.last).version) + 1, modifiedAt: at };
  if (now !== undefined) return stamped(edit('notes', now, { title: old.title, body: old.body }), edit('notes', now, stamp));
  if (old.paperId !== null && !tables.papers.has(old.paperId)) throw new DomainError('not-found', 'The paper of this note is not in the library any more. Restore the paper first.');
  return [create('notes', { ...old, ...stamp })];
}

/** Changes with their stamp; none where only the stamp would change. */
function stamped(changes: Change[], stamp: Change[]): Change[] {
  const fields = new Set(stamp.map((change) => ('field' in change ? change.field : '')));
  const content = changes.filter((change) => !('field' in change && fields.has(change.field)));
  return content.length === 0 ? [] : [...content, ...stamp];
}
