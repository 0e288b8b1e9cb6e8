import { noticeOf, stateFrom, type BindingState } from './bindingStates';
import type { BoundFiles } from './boundFiles';
import { createBoundPrinter, type BoundPrinter } from './boundPrinting';
import { refusalOf } from './condition';
import type { Library } from './library';
import { defaultSettings, type Binding, type BindingId } from './model';
import type { Clock, Timer } from './ports';
import type { ReadonlyTables } from './tables';
import type { Viewer } from './view';
import { whenQuiet } from './whenQuiet';
import { wholeFilesAmong } from './wholeFiles';

/** Keeps files up to date with the views that they follow: soon after each change, one file after the other. */
export interface KeepingUp {
  /** Looks at all files, and follows the library from now on. */
  start(): void;
  stateOf(binding: Binding): BindingState;
  /** Brings one file up to date, or all of them; resolves when that is done. */
  bringUp(id?: BindingId): Promise<void>;
  /** Ends it, after what a change has left to be written. */
  stop(): Promise<void>;
}

/** How often a file that could not be written is tried again, in milliseconds. */
const RETRY_MS = 30_000;

/** Whether a query has a say in what a file holds, which may ask for annotations. */
function isFound({ scope, filter }: Binding, { collections }: Pick<ReadonlyTables, 'collections'>): boolean {
  return filter !== '' || (scope.kind === 'collection' && collections.get(scope.id)?.query !== undefined);
}

export function bindingsIn({ settings }: Pick<ReadonlyTables, 'settings'>): readonly Binding[] {
  return settings.get(defaultSettings.id)?.bindings ?? [];
}

interface Needs {
  library: Library;
  viewer: Pick<Viewer, 'papers'>;
  files: BoundFiles;
  clock: Clock;
  timer: Timer;
  /** Hears that the state of a file has changed. */
  onState: () => void;
  onNotice: (text: string) => void;
}

interface Followed { binding: Binding; state: BindingState; printer: BoundPrinter }

export function keepingUp({ library, viewer, files, clock, timer, onState, onNotice }: Needs): KeepingUp {
  const followed = new Map<BindingId, Followed>();
  const quiet = whenQuiet(all, { clock, timer });
  let behind = false; // a change has not been written yet
  let stopRetrying = (): void => undefined;
  library.onCommit(({ changes }) => {
    const bindings = bindingsIn(library.tables);
    if (bindings.length === 0 || (changes.every(({ table }) => table === 'annotations') && !bindings.some((each) => isFound(each, library.tables)))) return;
    behind = true;
    quiet.ask();
  });

  function follow(binding: Binding): Followed {
    const known = followed.get(binding.id);
    if (known !== undefined && JSON.stringify(known.binding) === JSON.stringify(binding)) return known;
    const fresh: Followed = { binding, state: { kind: binding.on ? 'pending' : 'off' }, printer: known?.printer ?? createBoundPrinter(clock) };
    followed.set(binding.id, fresh);
    return fresh;
  }

  async function all(): Promise<void> {
    behind = false;
    const ids = bindingsIn(library.tables).map(({ id }) => id);
    for (const id of followed.keys()) if (!ids.includes(id)) followed.delete(id);
    for (const id of ids) await one(id);
  }

  async function one(id: BindingId): Promise<void> {
    const binding = bindingsIn(library.tables).find((each) => each.id === id);
    if (binding === undefined) return; // unbound while others were written
    const entry = follow(binding);
    const before = entry.state;
    entry.state = await write(entry);
    if (JSON.stringify(before) === JSON.stringify(entry.state)) return;
    onState();
    const notice = before.kind === entry.state.kind ? null : noticeOf(binding.path, entry.state);
    if (notice !== null) onNotice(notice);
  }

  async function write({ binding, printer }: Followed): Promise<BindingState> {
    const { on, scope, filter, format } = binding;
    if (!on) return { kind: 'off' };
    if (scope.kind === 'collection' && !library.tables.collections.has(scope.id)) return { kind: 'view-missing' };
    const refusal = refusalOf(library.condition); // what cannot be read would be missing in the file
    if (refusal !== null) return { kind: 'failed', why: refusal.message };
    let count = 0;
    try {
      return stateFrom(await files.write(binding, async () => {
        const papers = await viewer.papers({ scope, filter, sort: { column: 'added', direction: 'ascending' } });
        count = papers.length;
        return printer.print(papers, wholeFilesAmong(papers, library.tables.papers.values()), format);
      }), count);
    } catch (error) {
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    start() {
      if (bindingsIn(library.tables).length > 0) quiet.ask();
      stopRetrying = timer.every(RETRY_MS, () => {
        if ([...followed.values()].some(({ state: { kind } }) => kind === 'folder-missing' || kind === 'failed')) quiet.ask();
      });
    },
    stateOf: (binding) => follow(binding).state,
    bringUp: (id) => quiet.between(() => (id === undefined ? all() : one(id))),
    async stop() {
      stopRetrying();
      await library.commit(() => ({ label: '', changes: [] })).catch(() => undefined); // after the changes under way, if the library could be read
      await quiet.stop();
      if (behind) await all();
    },
  };
}
