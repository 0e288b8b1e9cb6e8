import { ENOUGH_EXAMPLES, learn, type Classifier, type Example, type Learned, type Terms } from './classify';
import type { Library } from './library';
import type { Paper, PaperId, TechniqueId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import type { TechniqueTree } from './taxonomy/tree';

export type Lessons = ReadonlyMap<TechniqueId, Learned>;

/** Teaches a classifier what the reader has decided. */
export interface Teacher {
  /**
   * What the decisions in the library say, a function of its papers and its taxonomy alone. Answers with the same
   * object as before when nothing that matters has changed.
   */
  lessons(classifier: Classifier, tree: TechniqueTree): Promise<Lessons>;
}

/** At least so many papers, where there are, show what the language of the library is like; never more than twice as many. */
const LANGUAGE = 400;
/** More decisions of a kind than these teach nothing new. */
const MOST_EXAMPLES = 500;

interface Decided { confirmed: Paper[]; rejected: Paper[] }

/** What was learned of a technique, and from what. */
interface Lesson { examples: Decided; learned: Learned | null }

export function teacherIn(library: Library, clock: Clock): Teacher {
  const terms = new Map<PaperId, { paper: Paper; terms: Terms }>();
  let language: Paper[] = [];
  let lessons = new Map<TechniqueId, Lesson>();
  let told: Lessons = new Map();
  let taught: Classifier | null = null;

  async function readLanguage(classifier: Classifier, papers: readonly Paper[]): Promise<void> {
    const ids = new Set(papers.map(({ id }) => id));
    for (const id of terms.keys()) if (!ids.has(id)) terms.delete(id);
    await inSlices(papers, clock, (paper) => {
      const known = terms.get(paper.id);
      if (known === undefined || !sameText(known.paper, paper)) terms.set(paper.id, { paper, terms: classifier.example(paper, null).terms });
    });
  }

  async function learnOne(classifier: Classifier, id: TechniqueId, { confirmed, rejected }: Decided): Promise<Learned | null> {
    const examples = { confirmed: [] as Example[], rejected: [] as Example[] };
    await inSlices(confirmed, clock, (paper) => { examples.confirmed.push(classifier.example(paper, id)); });
    await inSlices(rejected, clock, (paper) => { examples.rejected.push(classifier.example(paper, id)); });
    const decided = new Set([...confirmed, ...rejected].map((paper) => paper.id));
    const others = language.flatMap((paper) => (decided.has(paper.id) ? [] : (terms.get(paper.id)?.terms ?? [])));
    return learn({ ...examples, others });
  }

  return {
    async lessons(classifier, tree) {
      const { decided, sample } = await look(library, tree, clock);
      const anew = taught !== classifier || !sameTexts(language, sample);
      if (decided.size > 0) await readLanguage(classifier, sample);
      language = sample;
      taught = classifier;
      const after = new Map<TechniqueId, Lesson>();
      let changed = lessons.size !== decided.size;
      for (const [id, examples] of decided) {
        const before = lessons.get(id);
        const same = !anew && before !== undefined && sameTexts(before.examples.confirmed, examples.confirmed) && sameTexts(before.examples.rejected, examples.rejected);
        after.set(id, same ? before : { examples, learned: await learnOne(classifier, id, examples) });
        changed ||= !same;
      }
      lessons = after;
      if (changed) told = new Map([...after].flatMap(([id, { learned }]): [TechniqueId, Learned][] => (learned === null ? [] : [[id, learned]])));
      return told;
    },
  };
}

/** The techniques on which enough was decided, and papers that show the language of the library. */
async function look({ tables }: Library, tree: TechniqueTree, clock: Clock): Promise<{ decided: Map<TechniqueId, Decided>; sample: Paper[] }> {
  const decided = new Map<TechniqueId, Decided>();
  const sample: Paper[] = [];
  const halvings = Math.max(0, Math.floor(Math.log2(tables.papers.size / LANGUAGE)));
  const limit = 2 ** (32 - halvings);
  const note = (id: TechniqueId, kind: keyof Decided, paper: Paper): void => {
    const known = decided.get(id) ?? { confirmed: [], rejected: [] };
    decided.set(id, known);
    if (known[kind].at(-1) !== paper) known[kind].push(paper);
  };
  await inSlices(tables.papers.values(), clock, (paper) => {
    if (halvings === 0 || lot(paper.id) < limit) sample.push(paper);
    for (const key in paper.decisions) {
      const id = key as TechniqueId;
      if (paper.decisions[id] === 'rejected') note(id, 'rejected', paper);
      else for (const each of [id, ...tree.ancestors(id)]) if (paper.decisions[each] !== 'rejected') note(each, 'confirmed', paper);
    }
  });
  for (const [id, { confirmed, rejected }] of decided) {
    if (confirmed.length + rejected.length < ENOUGH_EXAMPLES) decided.delete(id);
    else decided.set(id, { confirmed: some(confirmed), rejected: some(rejected) });
  }
  return { decided, sample: sample.toSorted(byId) };
}

/** Some papers, always the same ones, in an order that does not depend on when they came. */
function some(papers: readonly Paper[]): Paper[] {
  return (papers.length <= MOST_EXAMPLES ? [...papers] : papers.toSorted((a, b) => lot(a.id) - lot(b.id)).slice(0, MOST_EXAMPLES)).toSorted(byId);
}

function byId(a: Paper, b: Paper): number {
  return a.id < b.id ? -1 : 1;
}

/** A number from 0 to 2³² that an id draws, always the same (FNV-1a). */
function lot(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function sameTexts(a: readonly Paper[], b: readonly Paper[]): boolean {
  return a.length === b.length && a.every((paper, i) => sameText(paper, b[i]));
}

function sameText(a: Paper, b: Paper | undefined): boolean {
  return a === b || (b !== undefined && a.id === b.id && a.title === b.title && a.abstract === b.abstract);
}
