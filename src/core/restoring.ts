import type { BackupContents, Clock } from './ports';
import { titleOf } from './recordTitle';
import { tableNames, type ReadonlyTables, type Records, type TableName } from './tables';
import { create, edit, remove, type Change } from './transaction';

/** Some records of a table, and the titles of the first of them. */
export interface Some { count: number; examples: string[] }

/** What a restore does to the records of each table. */
export type Differences = Record<TableName, { added: Some; changed: Some; removed: Some }>;

/** How many titles are shown of what is added, changed or removed in a table. */
const EXAMPLES = 20;
/** How many records are looked at before waiting requests get their turn. */
const BATCH = 500;

/**
 * Compares a backup with the library, batch by batch. Answers with the differences and hands the
 * changes that make the library what the backup holds to `onChanges`.
 */
export async function compare(backup: BackupContents, tables: ReadonlyTables, clock: Pick<Clock, 'breathe'>, onChanges: (changes: Change[]) => void = () => undefined): Promise<Differences> {
  const differences = Object.fromEntries(tableNames.map((table) => [table, { added: none(), changed: none(), removed: none() }])) as Differences;
  const held = new Map<TableName, Set<string>>(tableNames.map((table) => [table, new Set()]));

  function compareRecord<T extends TableName>(table: T, record: Records[T]): void {
    held.get(table)?.add(record.id);
    const present = (tables[table] as ReadonlyMap<string, Records[T]>).get(record.id);
    if (present === undefined) {
      note(differences[table].added, nameOf(record));
      onChanges([create(table, record)]);
      return;
    }
    const changes = sameFields(present, record) ? edit(table, present, record) : [remove(table, present), create(table, record)];
    if (changes.length === 0) return;
    note(differences[table].changed, nameOf(present));
    onChanges(changes);
  }

  for await (const { table, records } of backup.batches()) {
    for (const record of records) compareRecord(table, record);
    await clock.breathe();
  }
  for (const table of tableNames) {
    let looked = 0;
    for (const [id, record] of tables[table] as ReadonlyMap<string, Records[typeof table]>) {
      if (!(held.get(table)?.has(id) ?? false)) {
        note(differences[table].removed, nameOf(record));
        onChanges([remove(table, record)]);
      }
      looked += 1;
      if (looked % BATCH === 0) await clock.breathe();
    }
  }
  return differences;
}

function none(): Some {
  return { count: 0, examples: [] };
}

function note(some: Some, title: string): void {
  some.count += 1;
  if (some.examples.length < EXAMPLES) some.examples.push(title);
}

/** Changes address fields that are there; a record of another shape is replaced as a whole. */
function sameFields(a: object, b: object): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name));
}

/** What a person knows a record by. */
function nameOf(record: Records[TableName]): string {
  return titleOf({ ...record }) || 'The settings of the library';
}
