import type { z } from 'zod';
import type { BindingState } from './bindingStates';
import { bindingsIn, type KeepingUp } from './keepingUp';
import type { BoundFile, BoundFiles } from './boundFiles';
import { boundExtensions } from './boundPrinting';
import { DomainError } from './errors';
import type { Library } from './library';
import { Binding, BindingId, defaultSettings } from './model';
import type { Ids } from './ports';
import { refuseWrong } from './query';
import type { ReadonlyTables } from './tables';
import { create, edit, remove, type Change } from './transaction';
import type { Viewer } from './view';

/** A file that follows a view, and how it stands. */
export interface BoundView extends Binding { state: BindingState }

export const NewBinding = Binding.omit({ id: true, on: true });
export type NewBinding = z.infer<typeof NewBinding>;

export const BindingEdit = Binding.omit({ id: true }).partial();
export type BindingEdit = z.infer<typeof BindingEdit>;

/** Whether a file is bound now. `occupied`: there is a file that was not written for it, and nobody has agreed that it is overwritten. */
export type Bound = { kind: 'bound'; id: BindingId; state: BindingState } | { kind: 'occupied' } | { kind: 'folder-missing' };

export interface BindingUseCases {
  list(): BoundView[];
  /** Brings all files up to date first, which tells how each of them stands. */
  check(): Promise<BoundView[]>;
  /** Keeps the file up to date from now on; throws `invalid-input` for a query that is wrong. `over` agrees that a file that is there already is overwritten. */
  bind(fields: NewBinding, over: boolean): Promise<Bound>;
  change(id: BindingId, fields: BindingEdit, over: boolean): Promise<Bound>;
  /** The file stays as it is. */
  unbind(id: BindingId): Promise<void>;
  /** Goes on with a file that was bound on another machine; with `over` also where someone else has changed it, and over that. */
  takeOver(id: BindingId, over: boolean): Promise<BindingState>;
  /** What the file of a binding holds now. */
  theirs(id: BindingId): Promise<string>;
}

interface Needs { library: Library; viewer: Pick<Viewer, 'check'>; files: BoundFiles; keeping: KeepingUp; ids: Ids }

/** The bindings lie among the settings of the library, so that they are part of it and can be undone like anything else. */
export function bindingUseCases({ library, viewer, files, keeping, ids }: Needs): BindingUseCases {
  const list = (): BoundView[] => bindingsIn(library.tables).map((binding) => ({ ...binding, state: keeping.stateOf(binding) }));

  /** Asks this machine whether the file may be written, and remembers that it may; answers why not otherwise. */
  async function agreed(file: BoundFile, format: Binding['format'], over: boolean): Promise<Exclude<Bound['kind'], 'bound'> | null> {
    const taken = bindingsIn(library.tables).find(({ id, path }) => path === file.path && id !== file.id);
    if (taken !== undefined) throw new DomainError('conflict', `${file.path} is kept up to date with another view already. Choose another file, or change that one.`);
    const { kind } = await files.look(file, boundExtensions[format]);
    if (kind === 'folder-missing') return kind;
    if (kind === 'foreign' && !over) return 'occupied';
    await files.agree(file, over);
    return null;
  }

  async function settle(label: string, to: (bindings: readonly Binding[]) => Binding[]): Promise<void> {
    await library.commit((tables) => ({ label, changes: settingBindings(tables, to(bindingsIn(tables))) }));
  }

  async function stateNow(id: BindingId): Promise<BindingState> {
    await keeping.bringUp(id);
    return keeping.stateOf(existing(library.tables, id));
  }

  return {
    list,
    async check() {
      await keeping.bringUp();
      return list();
    },
    async bind(fields, over) {
      refuseWrong(fields.filter, viewer.check(fields.filter));
      const binding: Binding = { id: BindingId.parse(ids.next()), ...fields, on: true };
      const refused = await agreed(binding, binding.format, over);
      if (refused !== null) return { kind: refused };
      await settle(`Keep ${nameOf(binding.path)} up to date`, (bindings) => [...bindings, binding]);
      return { kind: 'bound', id: binding.id, state: await stateNow(binding.id) };
    },
    async change(id, fields, over) {
      const binding = existing(library.tables, id);
      const after: Binding = { ...binding, ...definedOnly(fields) };
      if (after.filter !== binding.filter) refuseWrong(after.filter, viewer.check(after.filter));
      const refused = after.path === binding.path ? null : await agreed(after, after.format, over);
      if (refused !== null) return { kind: refused };
      const label = after.on === binding.on ? `Change what ${nameOf(after.path)} follows` : `${after.on ? 'Keep' : 'No longer keep'} ${nameOf(after.path)} up to date`;
      await settle(label, (bindings) => bindings.map((each) => (each.id === id ? after : each)));
      return { kind: 'bound', id, state: await stateNow(id) };
    },
    async unbind(id) {
      const { path } = existing(library.tables, id);
      await settle(`No longer keep ${nameOf(path)} up to date`, (bindings) => bindings.filter((each) => each.id !== id));
    },
    async takeOver(id, over) {
      await files.agree(existing(library.tables, id), over);
      return stateNow(id);
    },
    theirs: (id) => files.read(existing(library.tables, id)),
  };
}

function existing(tables: ReadonlyTables, id: BindingId): Binding {
  const binding = bindingsIn(tables).find((each) => each.id === id);
  if (binding === undefined) throw new DomainError('not-found', 'This file is not kept up to date any longer.');
  return binding;
}

/** Settings that have no field for bindings yet are replaced as a whole: a change addresses a field that is there. */
function settingBindings({ settings }: ReadonlyTables, bindings: Binding[]): Change[] {
  const known = settings.get(defaultSettings.id);
  if (known === undefined) return [create('settings', { ...defaultSettings, bindings })];
  if (known.bindings === undefined) return [remove('settings', known), create('settings', { ...known, bindings })];
  return edit('settings', known, { bindings });
}

function definedOnly(fields: BindingEdit): Partial<Binding> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The last part of a path. */
function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
