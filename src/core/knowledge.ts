import { classifierOf, defaultWeighting, prepareBook, type Classifier } from './classify';
import type { Library } from './library';
import type { OwnTechnique } from './model';
import type { Clock } from './ports';
import { shared } from './shared';
import { treeIn, type TechniqueTree } from './taxonomy/tree';
import { teacherIn, type Lessons } from './teacher';
import type { Change } from './transaction';

/** What is not sure enough to be proposed, but to be asked about. */
export const CANDIDATE = 0.4;

/** What the library knows of techniques: its taxonomy, and a classifier that was taught by its decisions. */
export interface Knowledge {
  readonly tree: TechniqueTree;
  readonly classifier: Classifier;
  /** Brings the classifier up to date. Until the library is read there is nothing to learn from. */
  prepare: () => Promise<void>;
}

export async function knowledgeOf(library: Library, clock: Clock, builtIn: readonly OwnTechnique[]): Promise<Knowledge> {
  const teacher = teacherIn(library, clock);
  const classifierFor = async (techniques: readonly OwnTechnique[]): Promise<Classifier> =>
    classifierOf(await prepareBook(techniques.filter(({ retired }) => !retired), clock), { ...defaultWeighting, threshold: CANDIDATE });

  let tree = treeIn(library.tables, builtIn);
  let compiled = tree;
  let untaught = await classifierFor(tree.techniques);
  let classifier = untaught;
  let lessons: Lessons | null = null;
  let read = false;
  /** Counts what may change the classifier, and how much of that it has taken in. */
  let version = 0;
  let prepared = 0;

  library.onCommit(({ changes }) => {
    if (changes.some(concernsTaxonomy)) tree = treeIn(library.tables, builtIn);
    if (changes.some((change) => concernsTaxonomy(change) || teaches(change))) version += 1;
  });
  const whenRead = library.ready.then(() => {
    if (library.tables.techniques.size > 0 || library.tables.settings.size > 0) tree = treeIn(library.tables, builtIn);
    read = true;
    version += 1;
  });
  whenRead.catch(() => undefined); // whoever waits for the library itself hears of it

  async function takeIn(): Promise<void> {
    while (read && prepared !== version) {
      const aim = version;
      if (compiled !== tree) {
        const before = compiled;
        compiled = tree;
        if (!saySame(before, compiled)) {
          untaught = await classifierFor(compiled.techniques);
          lessons = null;
        }
      }
      const learned = await teacher.lessons(untaught, compiled);
      if (learned !== lessons) classifier = learned.size === 0 ? untaught : untaught.taught(learned);
      lessons = learned;
      prepared = aim;
    }
  }

  return {
    get tree() { return tree; },
    get classifier() { return classifier; },
    prepare: shared(takeIn),
  };
}

/** Whether the techniques in use go by the same words, wherever they lie. Records are never changed, so what is the same is so by identity. */
function saySame(a: TechniqueTree, b: TechniqueTree): boolean {
  const [before, after] = [a, b].map(({ techniques }) => techniques.filter(({ retired }) => !retired));
  if (before === undefined || after === undefined || before.length !== after.length) return false;
  const byId = new Map(before.map((technique) => [technique.id, technique]));
  return after.every(({ id, name, synonyms, phrases }) => {
    const same = byId.get(id);
    return same !== undefined && same.name === name && same.synonyms === synonyms && same.phrases === phrases;
  });
}

/** Whether the change is one of the taxonomy. */
export function concernsTaxonomy(change: Change): boolean {
  return change.table === 'techniques' || (change.table === 'settings' && (!('field' in change) || change.field === 'taxonomy'));
}

/** Whether the change adds or takes an example: a paper, what it says, or what was decided on it. */
function teaches(change: Change): boolean {
  return change.table === 'papers' && (!('field' in change) || change.field === 'decisions' || change.field === 'title' || change.field === 'abstract');
}
