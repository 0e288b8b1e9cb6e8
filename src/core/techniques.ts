import { assignmentsOf, membershipsOf, type Classifier, type Found } from './classify';
import { knowledgeOf } from './knowledge';
import type { Library } from './library';
import type { Assignment, Evidence, Membership, OwnTechnique, Paper, PaperId, TechniqueId } from './model';
import type { Clock } from './ports';
import { shared } from './shared';
import { inShortSlices } from './slices';
import type { TechniqueTree } from './taxonomy/tree';

/** How many papers outside the trash have a technique, and how many of those nobody has begun to read. */
export interface Tally { all: number; unread: number }

/**
 * The techniques of each paper: what the classifier proposes, which follows from title, abstract, the library's
 * taxonomy and what its decisions teach, joined with these decisions. It is kept until one of those changes.
 */
export interface TechniqueIndex {
  /** The taxonomy that holds in the library. */
  readonly taxonomy: TechniqueTree;
  technique(id: TechniqueId): OwnTechnique | undefined;
  of(paper: Paper): readonly Membership[];
  /** What is known without classifying: none for a paper that has not been. */
  known(paper: Paper): readonly Membership[];
  /** The same memberships with the words that speak for them. */
  explained(paper: Paper): Assignment[];
  /** The words that speak for a technique, be it proposed or not. */
  evidence(paper: Paper, id: TechniqueId): Evidence[];
  /** All that the classifier found, also what is not sure enough to be proposed. */
  found(paper: Paper): readonly Found[];
  /** Of the papers classified so far. */
  tally(id: TechniqueId): Tally;
  /** Brings the classifier up to date with the taxonomy and the decisions. */
  prepare(): Promise<void>;
  /** Classifies whatever has not been yet, in slices. */
  warm(): Promise<void>;
  /** The same for at most this many milliseconds; answers whether all is classified, and goes on by itself if not. */
  warmFor(milliseconds: number): Promise<boolean>;
}

interface Needs {
  library: Library;
  clock: Clock;
  builtIn: readonly OwnTechnique[];
  /** Hears how many papers of how many are sorted, while that takes long. */
  onProgress?: (done: number, total: number) => void;
  /** Papers have been sorted once more, in another way than before. */
  onSorted?: () => void;
}

export async function createTechniqueIndex(needs: Needs): Promise<TechniqueIndex> {
  const { library, clock, builtIn, onSorted } = needs;
  const knowledge = await knowledgeOf(library, clock, builtIn);
  const memberships = rememberedMemberships();
  let commits = 0;
  library.onCommit(() => { commits += 1; });
  let sorted: { classifier: Classifier; tree: TechniqueTree } | null = null;

  async function sortAll(): Promise<void> {
    let seen: number;
    do {
      seen = commits;
      await knowledge.prepare();
      const { classifier, tree } = knowledge;
      const telling = progress(needs, library.tables.papers.size);
      await inShortSlices(library.tables.papers.values(), clock, (paper) => {
        memberships.of(paper, knowledge);
        telling.step();
      });
      telling.end();
      memberships.forgetAllBut(library.tables.papers);
      const otherwise = sorted !== null && (sorted.classifier !== classifier || sorted.tree !== tree);
      sorted = { classifier, tree };
      if (otherwise) onSorted?.();
    } while (seen !== commits);
  }
  const warm = shared(sortAll);

  return {
    get taxonomy() { return knowledge.tree; },
    technique: (id) => knowledge.tree.get(id),
    of: (paper) => memberships.of(paper, knowledge).memberships,
    known: memberships.known,
    explained: (paper) => assignmentsOf(knowledge.classifier.classify(paper), paper.decisions, knowledge.tree),
    evidence: (paper, id) => knowledge.classifier.classify(paper).find((each) => each.id === id)?.evidence ?? [],
    found: (paper) => memberships.of(paper, knowledge).found,
    tally: memberships.tally,
    prepare: knowledge.prepare,
    warm,
    async warmFor(milliseconds) {
      let done = false;
      const began = clock.elapsed();
      void warm().then(() => { done = true; });
      while (!done && clock.elapsed() - began < milliseconds) await clock.breathe();
      return done;
    },
  };
}

/** What was found in a paper, with what it was found by. */
interface Entry {
  paper: Paper;
  classifier: Classifier;
  tree: TechniqueTree;
  found: readonly Found[];
  memberships: readonly Membership[];
}

/** The memberships of papers, and how many papers each technique has. */
function rememberedMemberships() {
  const entries = new Map<PaperId, Entry>();
  const tallies = new Map<TechniqueId, Tally>();

  function count({ paper, memberships }: Entry, by: 1 | -1): void {
    if (paper.trashedAt !== null) return;
    for (const { id, state } of memberships) {
      if (state === 'rejected') continue;
      const tally = tallies.get(id) ?? { all: 0, unread: 0 };
      tallies.set(id, tally);
      tally.all += by;
      if (paper.status === 'to-read') tally.unread += by;
    }
  }

  return {
    of(paper: Paper, { classifier, tree }: { classifier: Classifier; tree: TechniqueTree }): Entry {
      const before = entries.get(paper.id);
      if (before !== undefined && before.paper === paper && before.classifier === classifier && before.tree === tree) return before;
      const same = before !== undefined && before.classifier === classifier && before.paper.title === paper.title && before.paper.abstract === paper.abstract;
      const found = same ? before.found : classifier.classify(paper).map(({ id, score }) => ({ id, score }));
      const entry: Entry = { paper, classifier, tree, found, memberships: membershipsOf(found, paper.decisions, tree) };
      if (before !== undefined) count(before, -1);
      count(entry, 1);
      entries.set(paper.id, entry);
      return entry;
    },
    known: (paper: Paper): readonly Membership[] => entries.get(paper.id)?.memberships ?? [],
    tally: (id: TechniqueId): Tally => tallies.get(id) ?? { all: 0, unread: 0 },
    forgetAllBut(papers: ReadonlyMap<PaperId, Paper>): void {
      if (entries.size === papers.size) return;
      for (const [id, entry] of entries) {
        if (papers.has(id)) continue;
        count(entry, -1);
        entries.delete(id);
      }
    },
  };
}

/** How long sorting goes on before anybody is told, and how often then, in milliseconds. */
const PROGRESS_MS = 300;

/** Tells of the progress of work on `total` papers once it takes long. */
function progress({ clock, onProgress }: Needs, total: number): { step: () => void; end: () => void } {
  let done = 0;
  let told = clock.elapsed();
  let telling = false;
  return {
    step() {
      done += 1;
      if (done % 64 !== 0 || clock.elapsed() - told < PROGRESS_MS) return;
      told = clock.elapsed();
      telling = true;
      onProgress?.(Math.min(done, total), total);
    },
    end() {
      if (telling) onProgress?.(total, total);
    },
  };
}
