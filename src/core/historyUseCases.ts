import { z } from 'zod';
import type { Children } from './children';
import type { Deeds } from './deeds';
import { DomainError } from './errors';
import type { KeysInUse } from './keysInUse';
import type { Library } from './library';
import { NoteId, PaperId, type TechniqueId } from './model';
import { quoted } from './papers';
import type { Clock, PastReader } from './ports';
import { putBackNote, putBackPaper } from './putBack';
import { titleOf } from './recordTitle';
import type { ReadonlyTables } from './tables';
import type { TechniqueIndex } from './techniques';
import { keyOf, type Timeline } from './timeline';

/** A record that has a timeline. */
export const Subject = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('papers'), id: PaperId }),
  z.strictObject({ table: z.literal('notes'), id: NoteId }),
]);
export type Subject = z.infer<typeof Subject>;

/** A timeline with the names of the collections and techniques it speaks of, by id; those that are gone have none. */
export interface NamedTimeline extends Timeline {
  names: Record<string, string>;
}

export type Restored = { kind: 'restored'; label: string } | { kind: 'unchanged' };

export interface HistoryUseCases {
  /** The last `limit` versions of a paper or note, whether it is there or deleted. Throws `not-found` where nothing is known of it. */
  of(input: { subject: Subject; limit: number }): Promise<NamedTimeline>;
  /** The last `limit` transactions before number `before`. */
  recent(input: { limit: number; before?: number | undefined }): Promise<Deeds>;
  /** Makes a paper or note be again as transaction `seq` left it, as a change that can be undone. */
  restore(input: { subject: Subject; seq: number }): Promise<Restored>;
}

interface Needs { library: Library; past: PastReader; clock: Clock; children: Children; techniques: TechniqueIndex; keys: KeysInUse }

export function historyUseCases({ library, past, clock, children, techniques, keys }: Needs): HistoryUseCases {
  /** The records a timeline goes back from: the subject and what belongs to it, as they are. */
  function question(subject: Subject) {
    const { tables, seq } = library;
    const present: [string, Record<string, unknown>][] = [];
    const add = (record: Record<string, unknown> & { id: string }, table: 'papers' | 'attachments' | 'notes' | 'annotations'): void => { present.push([keyOf({ table, id: record.id }), record]); };
    if (subject.table === 'papers') {
      const paper = tables.papers.get(subject.id);
      if (paper !== undefined) add(paper, 'papers');
      for (const attachment of children.attachmentsOf(subject.id)) add(attachment, 'attachments');
      for (const note of children.notesOf(subject.id)) add(note, 'notes');
      for (const annotation of children.annotationsOf(subject.id)) add(annotation, 'annotations');
    } else {
      const note = tables.notes.get(subject.id);
      if (note !== undefined) add(note, 'notes');
    }
    return { about: subject, present, upTo: seq };
  }

  return {
    async of({ subject, limit }) {
      await library.ready;
      const timeline = await past.timeline({ ...question(subject), limit });
      if (!timeline.exists && timeline.versions.length === 0) throw new DomainError('not-found', `Nothing is known of ${subject.table === 'papers' ? 'this paper' : 'this note'}: it is not in the library, and neither is any change to it.`);
      return { ...timeline, names: namesIn(timeline, library.tables, techniques) };
    },
    async recent(span) {
      await library.ready;
      const { deeds, ...rest } = await past.recent(span);
      return { ...rest, deeds: deeds.map((deed) => ({ ...deed, records: deed.records.map((each) => ({ ...each, name: each.name ?? presentName(library.tables, each) })) })) };
    },
    async restore({ subject, seq }) {
      const made = await library.commitSlowly(async (tables) => {
        const then = await past.stateAfter({ ...question(subject), seq });
        if (then === null) throw new DomainError('not-found', 'This version cannot be restored: its history has been removed, or there was nothing then.');
        const changes = subject.table === 'papers' ? putBackPaper(then, { tables, keys, at: clock.now() }) : putBackNote(then, tables, clock.now());
        return { label: `Restore ${quoted({ title: titleOf(then.record) || 'a note without a title' })} as of ${moments.format(new Date(then.at))}`, changes };
      });
      return made === null ? { kind: 'unchanged' } : { kind: 'restored', label: made.label };
    },
  };
}

/** A moment in the time zone of the person's machine, such as `24 Nov 2026, 14:05`. */
const moments = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

function presentName(tables: ReadonlyTables, { table, id }: { table: keyof ReadonlyTables; id: string }): string | null {
  const record = (tables[table] as ReadonlyMap<string, Record<string, unknown>>).get(id);
  return record === undefined ? null : titleOf(record);
}

function namesIn({ versions }: Timeline, tables: ReadonlyTables, techniques: TechniqueIndex): Record<string, string> {
  const names = new Map<string, string>();
  for (const change of versions.flatMap(({ changes }) => changes)) {
    if (!('after' in change)) continue;
    const [field, key = ''] = change.field.split('.', 2);
    const technique = field === 'decisions' ? techniques.taxonomy.get(key as TechniqueId) : undefined;
    if (technique !== undefined) names.set(key, technique.name);
    if (field !== 'collections') continue;
    for (const id of [change.before, change.after].flat()) {
      const name = presentName(tables, { table: 'collections', id: String(id) });
      if (name !== null) names.set(String(id), name);
    }
  }
  return Object.fromEntries(names);
}
