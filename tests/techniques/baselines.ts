import type { Taxonomy } from '../../src/core/model';
import type { LabelledPaper } from './corpus';
import type { Predict } from './measure';

/** Every technique whose name or synonym stands in the text, by how often; the title counts three times. */
export function byNames(taxonomy: Taxonomy): Predict {
  const names = taxonomy.techniques.map(({ id, name, synonyms }) => ({ id, words: [name, ...synonyms].map((word) => word.toLowerCase()) }));
  return (paper) => {
    const text = `${paper.title}\n${paper.title}\n${paper.title}\n${paper.abstract}`.toLowerCase();
    const counted = names.map(({ id, words }) => ({ id, hits: words.reduce((sum, word) => sum + text.split(word).length - 1, 0) }));
    return counted.filter(({ hits }) => hits > 0).toSorted((a, b) => b.hits - a.hits).map(({ id }) => id);
  };
}

/** The techniques of the nearest other paper, its first choice first (leave one out). */
export function byNearestNeighbour(papers: readonly LabelledPaper[]): Predict {
  const nearestTo = nearestOf(papers);
  return (paper) => {
    const nearest = nearestTo(paper);
    return [...new Set([...(nearest?.primary.slice(0, 1) ?? []), ...(nearest?.techniques ?? [])])];
  };
}

/** Finds the nearest other paper by cosine of TF-IDF vectors. */
export function nearestOf(papers: readonly LabelledPaper[]): (paper: LabelledPaper) => LabelledPaper | undefined {
  const vectors = new Map(tfIdf(papers.map((paper) => `${paper.title} ${paper.abstract}`)).map((vector, i) => [papers[i]?.title, vector]));
  const known = new Map<LabelledPaper, LabelledPaper | undefined>();
  function find(paper: LabelledPaper): LabelledPaper | undefined {
    const own = vectors.get(paper.title);
    let nearest: LabelledPaper | undefined;
    let best = -1;
    for (const other of papers) {
      const similarity = other === paper ? -1 : cosine(own, vectors.get(other.title));
      if (similarity > best) [best, nearest] = [similarity, other];
    }
    return nearest;
  }
  return (paper) => {
    if (!known.has(paper)) known.set(paper, find(paper));
    return known.get(paper);
  };
}

/** Unit vectors of (1 + log tf) · log(N / df). */
function tfIdf(texts: readonly string[]): Map<string, number>[] {
  const bags = texts.map((text) => {
    const bag = new Map<string, number>();
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1);
    return bag;
  });
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return bags.map((bag) => {
    const weighted = [...bag].map(([word, count]): [string, number] => [word, (1 + Math.log(count)) * Math.log(texts.length / (frequency.get(word) ?? 1))]);
    const norm = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return new Map(weighted.map(([word, weight]) => [word, weight / norm]));
  });
}

function cosine(a: ReadonlyMap<string, number> = new Map(), b: ReadonlyMap<string, number> = new Map()): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
