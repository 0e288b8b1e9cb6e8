import { defaultKeyPattern, type KeySuffix } from './formats/citationKey';
import { readKeyPattern, type KeyPatternProblem } from './formats/citationKeyPattern';
import type { KeysInUse } from './keysInUse';
import type { Library } from './library';
import type { Paper, PaperId } from './model';
import { pinning, quoted } from './papers';
import type { Clock } from './ports';
import { settingsIn } from './settings';
import { inSlices } from './slices';
import type { ReadonlyTables } from './tables';
import { counted } from './text';
import { edit, type Change } from './transaction';

/** The key that a paper has and the one that it would have. */
export interface KeyChange { id: PaperId; title: string; from: string; to: string }

/** What a pattern makes of some papers, or what is wrong with it. */
export type KeyPreview = { kind: 'keys'; keys: KeyChange[] } | { kind: 'problem'; problem: KeyPatternProblem };

/** What making the keys of papers anew would do. `changes` are the first of `changed`. */
export interface Regeneration {
  changes: KeyChange[];
  changed: number;
  unchanged: number;
  /** How many are left alone because their key is pinned. */
  pinned: number;
}

export interface RegenerateInput { ids: PaperId[]; pinnedToo: boolean }

export interface KeyUseCases {
  /** The keys that a pattern would make for these papers, or for the newest of the library, instead of those they have. */
  preview(input: { pattern: string; suffix: KeySuffix; ids?: PaperId[] | undefined }): KeyPreview;
  previewRegeneration(input: RegenerateInput): Promise<Regeneration>;
  /** Makes the keys of papers anew by the pattern of the library, as one step that can be undone. */
  regenerate(input: RegenerateInput): Promise<Regeneration>;
  /** Pins the keys of papers, so that they are not made anew, or lets them go. */
  pin(ids: PaperId[], pinned: boolean): Promise<void>;
  /** How keys are made in this library. */
  form(): { pattern: string; suffix: KeySuffix };
}

/** How many papers a pattern is shown with. */
const SHOWN = 12;
/** How many changed keys are told. */
const TOLD = 500;

interface Needs { library: Library; keys: KeysInUse; clock: Clock }

export function keyUseCases({ library, keys, clock }: Needs): KeyUseCases {
  async function plan({ ids, pinnedToo }: RegenerateInput, tables: ReadonlyTables): Promise<KeyPlan> {
    const wanted = new Set(ids);
    const papers = [...tables.papers.values()].filter(({ id }) => wanted.has(id));
    const loose = papers.filter(({ keyPinned }) => pinnedToo || keyPinned !== true).toSorted(byAge);
    await keys.ready;
    const draft = keys.draft();
    await inSlices(loose, clock, ({ citationKey }) => draft.release(citationKey));
    const changes: PlannedKey[] = [];
    await inSlices(loose, clock, (paper) => {
      const to = draft.makeFor(paper);
      if (to !== paper.citationKey) changes.push({ paper, to });
    });
    return { changes, unchanged: loose.length - changes.length, pinned: papers.length - loose.length };
  }

  return {
    preview({ pattern, suffix, ids }) {
      const read = readKeyPattern(pattern);
      if (read.kind === 'problem') return read;
      const papers = (ids ?? newest(library.tables)).slice(0, SHOWN).flatMap((id) => library.tables.papers.get(id) ?? []);
      const draft = keys.draft({ pattern: read.pattern, suffix });
      for (const { citationKey } of papers) draft.release(citationKey);
      return { kind: 'keys', keys: papers.map((paper) => keyChange({ paper, to: draft.makeFor(paper) })) };
    },
    previewRegeneration: async (input) => told(await plan(input, library.tables)),
    async regenerate(input) {
      let done: KeyPlan = { changes: [], unchanged: 0, pinned: 0 };
      await library.commitSlowly(async (tables) => {
        done = await plan(input, tables);
        const at = clock.now();
        return { label: `Regenerate ${named('the citation key', done.changes.map(({ paper }) => paper))}`, changes: done.changes.flatMap(({ paper, to }) => edit('papers', paper, { citationKey: to, modifiedAt: at })) };
      });
      return told(done);
    },
    async pin(ids, pinned) {
      await library.commit((tables) => {
        const papers = ids.flatMap((id) => tables.papers.get(id) ?? []);
        return { label: `${pinned ? 'Pin' : 'Unpin'} ${named('the citation key', papers)}`, changes: papers.flatMap((paper): Change[] => pinning(paper, pinned)) };
      });
    },
    form() {
      const { keyPattern = defaultKeyPattern, keySuffix = 'letters' } = settingsIn(library.tables);
      return { pattern: keyPattern, suffix: keySuffix };
    },
  };
}

interface PlannedKey { paper: Paper; to: string }
interface KeyPlan { changes: PlannedKey[]; unchanged: number; pinned: number }

/** The oldest first, and of one moment as the library has them, so that keys made anew get the same suffixes whatever the order in which the papers were chosen. */
function byAge(a: Paper, b: Paper): number {
  if (a.addedAt === b.addedAt) return 0;
  return a.addedAt < b.addedAt ? -1 : 1;
}

function told({ changes, unchanged, pinned }: KeyPlan): Regeneration {
  return { changes: changes.slice(0, TOLD).map(keyChange), changed: changes.length, unchanged, pinned };
}

function keyChange({ paper: { id, title, citationKey }, to }: PlannedKey): KeyChange {
  return { id, title, from: citationKey, to };
}

function newest({ papers }: ReadonlyTables): PaperId[] {
  const ids: PaperId[] = [];
  for (const { id, trashedAt } of papers.values()) if (trashedAt === null) ids.push(id);
  return ids.slice(-SHOWN).toReversed();
}

function named(what: string, papers: readonly Paper[]): string {
  const [only] = papers;
  return only !== undefined && papers.length === 1 ? `${what} of ${quoted(only)}` : `${what}s of ${counted(papers.length, 'paper')}`;
}
