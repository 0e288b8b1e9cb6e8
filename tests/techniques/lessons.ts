import { createClassifier, learn, type Classifier, type Example, type Learned } from '../../src/core/classify';
import type { Taxonomy, TechniqueId } from '../../src/core/model';
import { foldsOf, predictWith } from './crossValidate';
import type { LabelledPaper } from './corpus';
import type { Predict } from './measure';

interface Text { title: string; abstract: string }

/** What a reader says who judges these papers as their labels do, every technique proposed or missed. */
function lessonsFrom(classifier: Classifier, ids: readonly TechniqueId[], judged: readonly LabelledPaper[], others: readonly Text[]): Map<TechniqueId, Learned> {
  const language = others.map((text) => classifier.example(text, null).terms);
  return new Map(ids.flatMap((id): [TechniqueId, Learned][] => {
    const confirmed: Example[] = [];
    const rejected: Example[] = [];
    const undecided = [...language];
    for (const paper of judged) {
      const example = classifier.example(paper, id);
      if (paper.techniques.includes(id)) confirmed.push(example);
      else if (example.proposed && !paper.optional.includes(id)) rejected.push(example);
      else undecided.push(example.terms);
    }
    const lesson = learn({ confirmed, rejected, others: undecided });
    return lesson === null ? [] : [[id, lesson]];
  }));
}

/** Predictions for every paper by a classifier that was taught with the other folds; the fold's own texts are only read. */
export function crossTaught(taxonomy: Taxonomy, papers: readonly LabelledPaper[], folds = 5): string[][] {
  const classifier = createClassifier(taxonomy);
  const roots = taxonomy.techniques.filter(({ parentId }) => parentId === undefined).map(({ id }) => id);
  const result: string[][] = papers.map(() => []);
  for (const { held, others } of foldsOf(papers.length, folds)) {
    const lessons = lessonsFrom(classifier, roots, others.flatMap((i) => papers[i] ?? []), held.flatMap((i) => papers[i] ?? []));
    const predict = predictWith(classifier.taught(lessons), taxonomy);
    for (const i of held) result[i] = papers.slice(i, i + 1).flatMap(predict);
  }
  return result;
}

/** The techniques of the labels with their names and nothing else. */
export function withoutPhrases(taxonomy: Taxonomy): Taxonomy {
  return { ...taxonomy, techniques: taxonomy.techniques.filter(({ parentId }) => parentId === undefined).map((technique) => ({ ...technique, phrases: [] })) };
}

/** Predictions by a classifier that has learned from all these papers, as far as it can. */
export function taughtPredict(taxonomy: Taxonomy, papers: readonly LabelledPaper[]): Predict {
  const classifier = createClassifier(taxonomy);
  return predictWith(classifier.taught(lessonsFrom(classifier, taxonomy.techniques.map(({ id }) => id), papers, [])), taxonomy);
}

/** The taxonomy in which a technique has nothing but a name that says nothing, or but its own name. */
export function unknowing(taxonomy: Taxonomy, id: TechniqueId, keepName: boolean): Taxonomy {
  const { name, definition } = taxonomy.techniques.find((technique) => technique.id === id) ?? { name: id, definition: '' };
  return { ...taxonomy, techniques: [{ id, name: keepName ? name : 'Qqqq zzzz', definition, synonyms: [], phrases: [] }] };
}

/** Whether a technique is proposed, by its name and what is learned from these confirmed papers, in a library of all of them. */
export function taughtBy(taxonomy: Taxonomy, id: TechniqueId, confirmed: readonly LabelledPaper[], papers: readonly Text[]): Predict {
  const classifier = createClassifier(taxonomy);
  const chosen = new Set(confirmed.map(({ title }) => title));
  const lesson = learn({
    confirmed: confirmed.map((paper) => classifier.example(paper, id)), rejected: [],
    others: papers.filter(({ title }) => !chosen.has(title)).map((paper) => classifier.example(paper, null).terms),
  });
  return predictWith(classifier.taught(new Map(lesson === null ? [] : [[id, lesson]])), taxonomy);
}
