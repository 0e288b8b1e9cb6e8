import { existsSync, readFileSync } from 'node:fs';
import { readPapers } from '../../src/core/formats/read';
import { Taxonomy } from '../../src/core/model';

/** A paper of the corpus with what people said about it. */
export interface LabelledPaper {
  title: string;
  abstract: string;
  techniques: string[];
  /** Techniques that count neither as right nor as wrong. */
  optional: string[];
  /** Acceptable first choices. */
  primary: string[];
}

const DIGEST = new URL('../../../shared/corpus/hf-papers-resource-efficient.txt', import.meta.url);
const LABELS = new URL('../../../shared/corpus/technique-labels.json', import.meta.url);

export const corpusPresent = existsSync(DIGEST) && existsSync(LABELS);

/** The labelled papers with the abstracts that the digest has for them. */
export function loadLabelledPapers(): LabelledPaper[] {
  const { papers } = readPapers(readFileSync(DIGEST, 'utf8'), { format: 'digest' });
  const abstracts = new Map(papers.map(({ description }) => [description.title, description.abstract]));
  const labels = JSON.parse(readFileSync(LABELS, 'utf8')) as Omit<LabelledPaper, 'abstract'>[];
  return labels.map((label) => {
    const abstract = abstracts.get(label.title);
    if (abstract === undefined) throw new Error(`The digest has no paper called ${label.title}`);
    return { ...label, abstract };
  });
}

export function loadTaxonomy(): Taxonomy {
  return Taxonomy.parse(JSON.parse(readFileSync(new URL('../../resources/taxonomy.json', import.meta.url), 'utf8')));
}
