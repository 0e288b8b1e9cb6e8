import { existsSync, readFileSync } from 'node:fs';
import { createClassifier, membershipsOf } from '../src/core/classify';
import { readPapers } from '../src/core/formats/read';
import { Taxonomy, type Paper, type PaperId } from '../src/core/model';
import { newPaper } from '../src/core/papers';
import { documentOf } from '../src/core/search/documents';
import { SearchEngine } from '../src/core/search/engine';
import { traitsOf, withTraits } from '../src/core/search/related';
import type { SearchDocument, TextQuery } from '../src/core/search/types';
import { treeOf, unfolded } from '../src/core/taxonomy/tree';
import { numbers } from '../tests/support/generated';

const corpus = new URL('../../shared/corpus/', import.meta.url);
const digest = new URL('hf-papers-resource-efficient.txt', corpus);
const labels = new URL('technique-labels.json', corpus);
export const corpusPresent = existsSync(digest) && existsSync(labels);

/** The papers of the digest, by the place that they have in it. */
export function corpusPapers(): Paper[] {
  const { papers } = readPapers(readFileSync(digest, 'utf8'), { format: 'digest' });
  return papers.map(({ description }, at) => newPaper(description, { id: `paper-${at}` as PaperId, at: '2026-01-01T00:00:00.000Z', citationKey: '' }));
}

export interface KnownItem { text: string; id: PaperId }

/**
 * What somebody types who remembers a title badly, the same in every run: a third of its words left out, and two letters
 * next to each other swapped in one of the others of five letters or more.
 */
export function knownItems(papers: readonly Paper[], count: number): KnownItem[] {
  const random = numbers(5);
  return Array.from({ length: count }, (_, at) => {
    const paper = papers[at % papers.length] ?? papers[0];
    const words = paper?.title.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? [];
    const kept = words.length < 3 ? words : words.map((word) => ({ word, key: random() })).map((entry, index, all) => ({ ...entry, index, dropped: all.filter(({ key }) => key < entry.key).length < Math.floor(all.length / 3) })).filter(({ dropped }) => !dropped).map(({ word }) => word);
    const long = kept.map((word, index) => ({ word, index })).filter(({ word }) => /^[\p{L}]{5,}$/u.test(word));
    const chosen = long[Math.floor(random() * long.length)];
    if (chosen !== undefined) {
      const place = Math.floor(random() * (chosen.word.length - 1));
      kept[chosen.index] = chosen.word.slice(0, place) + chosen.word.charAt(place + 1) + chosen.word.charAt(place) + chosen.word.slice(place + 2);
    }
    return { text: kept.join(' '), id: paper?.id ?? ('' as PaperId) };
  });
}

/** What is typed into the box, as words that a paper has all of, or as many as may be. */
export function wordsQuery(text: string): TextQuery {
  return { kind: 'and', parts: text.split(/\s+/).filter((word) => word !== '').map((word) => ({ kind: 'word', text: word })) };
}

export function engineOver(documents: readonly SearchDocument[]): SearchEngine {
  const engine = new SearchEngine();
  engine.update(documents);
  return engine;
}

/** The ids of the best papers, best first. */
export function ranked(engine: SearchEngine, text: string, limit: number): string[] {
  const { slots, ranked: whole, partly } = engine.search({ query: wordsQuery(text), limit, loosely: true });
  return [...slots.subarray(0, whole), ...partly.slots].map((slot) => engine.ids[slot] ?? '');
}

export function engineOfPapers(papers: readonly Paper[]): SearchEngine {
  return engineOver(papers.map((paper) => documentOf(paper, [], [], [])));
}

export interface Labelled { id: PaperId; techniques: string[] }

export function labelled(papers: readonly Paper[]): Labelled[] {
  const known = JSON.parse(readFileSync(labels, 'utf8')) as { title: string; techniques: string[] }[];
  return known.flatMap(({ title, techniques }) => {
    const paper = papers.find((each) => each.title === title);
    return paper === undefined ? [] : [{ id: paper.id, techniques }];
  });
}

/** The five papers most like each, by their words alone and with what else they share, out of the labelled ones. */
export async function relatedTo(papers: readonly Paper[]): Promise<Map<PaperId, { words: PaperId[]; all: PaperId[] }>> {
  const taxonomy = Taxonomy.parse(JSON.parse(readFileSync(new URL('../resources/taxonomy.json', import.meta.url), 'utf8')));
  const classifier = createClassifier(taxonomy);
  const tree = treeOf(unfolded(taxonomy));
  const techniques = { known: (paper: Paper) => membershipsOf(classifier.classify(paper), paper.decisions, tree) };
  const engine = engineOfPapers(papers);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return new Map(papers.map((paper) => {
    const alike = engine.like([documentOf(paper, [], [], [])], 200).map(({ slot, score, terms }) => ({ id: engine.ids[slot] ?? ('' as PaperId), score, terms }));
    const all = withTraits(alike, [traitsOf(paper, techniques)], (id) => {
      const other = byId.get(id);
      return other && traitsOf(other, techniques);
    }, 5);
    return [paper.id, { words: alike.slice(0, 5).map(({ id }) => id), all: all.map(({ id }) => id) }];
  }));
}

/** For each text the others by cosine of their vectors of (1 + log tf) · log(N / df), nearest first. */
export function byCosine(texts: readonly string[]): (query: string) => number[] {
  const bags = texts.map(bagOf);
  const papers = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) papers.set(word, (papers.get(word) ?? 0) + 1);
  const unit = (bag: ReadonlyMap<string, number>): Map<string, number> => {
    const weighted = [...bag].map(([word, count]): [string, number] => [word, (1 + Math.log(count)) * Math.log(texts.length / (papers.get(word) ?? texts.length))]);
    const norm = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return new Map(weighted.map(([word, weight]) => [word, weight / norm]));
  };
  const vectors = bags.map(unit);
  return (query) => {
    const own = [...unit(bagOf(query))];
    const scores = vectors.map((vector) => own.reduce((sum, [word, weight]) => sum + weight * (vector.get(word) ?? 0), 0));
    return scores.map((score, at) => ({ score, at })).filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).map(({ at }) => at);
  };
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

