import { defaultSettings, type Scope } from './model';
import { mapConditions, parse, print, type Condition } from './query';
import type { ReadonlyTables } from './tables';
import { fold } from './text';
import { edit, type Change } from './transaction';

/** How queries have named something until now, and how they are to name it from now on. */
export interface Renaming {
  field: 'collection' | 'technique';
  before: readonly string[];
  after: string;
}

/**
 * The changes with which smart collections and files that are kept up to date go on asking for what they ask for now.
 * `moved` says what such a file follows from now on, where that is something else.
 */
export function renamedInQueries(renaming: Renaming, tables: Pick<ReadonlyTables, 'collections' | 'settings'>, moved = (scope: Scope): Scope => scope): Change[] {
  const names = new Set(renaming.before.map(fold));
  const renew = (query: string): string => renamed(query, renaming, names);
  const settings = tables.settings.get(defaultSettings.id);
  return [
    ...[...tables.collections.values()].flatMap((collection) => (collection.query === undefined ? [] : edit('collections', collection, { query: renew(collection.query) }))),
    ...(settings?.bindings === undefined ? [] : edit('settings', settings, { bindings: settings.bindings.map((binding) => ({ ...binding, filter: renew(binding.filter), scope: moved(binding.scope) })) })),
  ];
}

/** The query with the new name; as it was written where it does not have the old one. */
function renamed(text: string, { field, after }: Renaming, names: ReadonlySet<string>): string {
  const { query } = parse(text);
  const anew = (condition: Condition): Condition =>
    (condition.kind === 'name' && condition.field === field && condition.naming.match === 'name' && names.has(fold(condition.naming.text.trim()))
      ? { ...condition, naming: { match: 'name', text: after } }
      : condition);
  const now = print(mapConditions(query, anew) ?? query);
  return now === print(query) ? text : now;
}
