import { tableNames, type TableName } from './tables';

/** Tables as a version stored them: rows by id, not checked against today's schemas. */
export type StoredTables = Record<string, Map<string, Record<string, unknown>>>;

/** The version that this Lectern writes. */
export const LIBRARY_VERSION = 4;

/** Each step leads from one stored version to the next. Steps are pure and are never changed once released. */
const steps: Record<number, (tables: StoredTables) => StoredTables> = {
  // Version 2 knows settings of the library; without a record the defaults hold.
  1: (tables) => ({ settings: new Map(), ...tables }),
  // Version 3 knows techniques of the reader's own; without any the built-in ones hold.
  2: (tables) => ({ techniques: new Map(), ...tables }),
  // Version 4 knows files of papers, marks in them, notes on no paper and a queue; all that is new in a record may be absent.
  3: (tables) => ({ attachments: new Map(), ...tables }),
};

/** Brings tables of a stored version to `LIBRARY_VERSION`. */
export function migrate(tables: StoredTables, from: number): StoredTables {
  let migrated = tables;
  for (let version = from; version < LIBRARY_VERSION; version += 1) migrated = steps[version]?.(migrated) ?? migrated;
  return migrated;
}

/** The version that brought a table, where it was not there in version 2. */
const bornIn: Partial<Record<TableName, number>> = { techniques: 3, attachments: 4 };

/** The tables in a snapshot of a version from 2 on, in their order. */
export function tablesOf(version: number): readonly TableName[] {
  return tableNames.filter((name) => version >= (bornIn[name] ?? 2));
}
