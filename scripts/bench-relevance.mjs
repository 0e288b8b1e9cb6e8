/**
 * Scores what the search finds and in which order: known papers by badly remembered titles, and related papers, over the
 * labelled reading list, beside SQLite's FTS5 with bm25 (through Python, where it is there) and TF-IDF cosine.
 * The queries were looked at once and nothing was changed for them. How likeness.ts weighs words was chosen among some
 * twenty-five ways with these 75 labels in view, and the techniques come from a classifier made with the same labels: the
 * figures of related papers are not those of papers never seen.
 * Run: npm run bench:relevance, or for a test collection of your own
 * node scripts/bench-relevance.mjs --collection FILE, where FILE is
 * {"documents": [{"id", "title", "text"}], "queries": [{"text", "relevant": {"ID": GRADE}}]}.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { round } from './lib/figures.mjs';
import { root } from './lib/run.mjs';

const QUERIES = 200;
const BAR = 0.95;
const { byCosine, corpusPapers, corpusPresent, engineOfPapers, engineOver, knownItems, labelled, ranked, relatedTo } = (await runnerImport(join(root, 'bench/relevance.ts'))).module;

const at = process.argv.indexOf('--collection');
if (at >= 0) await scoreCollection(JSON.parse(await readFile(process.argv[at + 1], 'utf8')));
else if (!corpusPresent) {
  console.error('The labelled corpus (../shared/corpus) is not here; there is nothing to measure against.');
  process.exitCode = 1;
} else await scoreCorpus();

async function scoreCorpus() {
  const papers = corpusPapers();
  const items = knownItems(papers, QUERIES);
  const engine = engineOfPapers(papers);
  const documents = papers.map(({ title, abstract }) => [title, abstract]);
  const cosine = byCosine(documents.map((texts) => texts.join('\n')));
  const idsOf = (places) => places.map((place) => papers[place].id);
  const fts5 = await fts5Ranks(documents, items.map(({ text }) => text), 'unicode61');
  const mrr = (found) => mean(items.map(({ id }, index) => reciprocal(found[index].indexOf(id))));
  const ours = items.map(({ text }) => ranked(engine, text, 50));
  console.log(`${QUERIES} titles remembered badly, of ${papers.length} papers: mean reciprocal rank`);
  console.table({
    Lectern: { MRR: round(mrr(ours)) },
    ...(fts5 && { 'FTS5, bm25': { MRR: round(mrr(fts5.map(idsOf))) } }),
    'TF-IDF cosine': { MRR: round(mrr(items.map(({ text }) => idsOf(cosine(text))))) },
  });
  for (const [index, { text, id }] of items.entries()) if (ours[index][0] !== id) console.log(`  not first but ${ours[index].indexOf(id) + 1}: ${text}`);
  await scoreRelated(papers);
  process.exitCode = mrr(ours) >= BAR ? 0 : 1;
}

/** Of the five papers most related to each labelled one, out of the labelled ones, how many share a required technique. */
async function scoreRelated(papers) {
  const known = labelled(papers);
  const those = papers.filter(({ id }) => known.some((each) => each.id === id));
  const related = await relatedTo(those);
  const techniques = new Map(known.map((each) => [each.id, each.techniques]));
  const nearest = byCosineOf(those);
  const precision = (others) => mean(known.map(({ id, techniques: own }) => mean(others(id).slice(0, 5).map((other) => Number(techniques.get(other).some((technique) => own.includes(technique)))))));
  console.log(`related papers among the ${known.length} labelled: precision at 5 of sharing a required technique`);
  console.table({
    'Lectern: words, techniques, authors, tags': { 'P@5': round(precision((id) => related.get(id).all)) },
    'Lectern: words alone': { 'P@5': round(precision((id) => related.get(id).words)) },
    'TF-IDF cosine': { 'P@5': round(precision((id) => nearest(id))) },
    'by chance': { 'P@5': round(mean(known.map(({ id, techniques: own }) => mean(known.filter((other) => other.id !== id).map((other) => Number(other.techniques.some((technique) => own.includes(technique)))))))) },
  });
}

function byCosineOf(papers) {
  const text = ({ title, abstract }) => `${title}\n${abstract}`;
  const cosine = byCosine(papers.map(text));
  return (id) => cosine(text(papers.find((paper) => paper.id === id))).map((place) => papers[place].id).filter((other) => other !== id);
}

async function scoreCollection({ documents, queries }) {
  const engine = engineOver(documents.map(({ id, title, text }) => ({ id: String(id), texts: { title: [title], abstract: [text] } })));
  const texts = documents.map(({ title, text }) => [title ?? '', text ?? '']);
  const cosine = byCosine(texts.map((each) => each.join('\n')));
  const idsOf = (places) => places.map((place) => String(documents[place].id));
  const rows = { Lectern: queries.map(({ text }) => ranked(engine, text, 1000)), 'TF-IDF cosine': queries.map(({ text }) => idsOf(cosine(text).slice(0, 1000))) };
  for (const tokenize of ['unicode61', 'porter unicode61']) {
    const found = await fts5Ranks(texts, queries.map(({ text }) => text), tokenize, 1000);
    if (found) rows[`FTS5, bm25, ${tokenize}`] = found.map(idsOf);
  }
  console.table(Object.fromEntries(Object.entries(rows).map(([name, found]) => [name, scores(queries, found)])));
}

function scores(queries, found) {
  const of = (score) => round(mean(queries.map(({ relevant }, index) => score(new Map(Object.entries(relevant).filter(([, grade]) => grade > 0)), found[index]))) * 100) / 100;
  return {
    MAP: of((relevant, list) => averagePrecision(relevant, list)), 'nDCG@10': of((relevant, list) => gain(relevant, list.slice(0, 10)) / gain(relevant, [...relevant.keys()].toSorted((a, b) => relevant.get(b) - relevant.get(a)).slice(0, 10))),
    'P@10': of((relevant, list) => list.slice(0, 10).filter((id) => relevant.has(id)).length / 10), 'recall@100': of((relevant, list) => list.slice(0, 100).filter((id) => relevant.has(id)).length / relevant.size),
  };
}

function averagePrecision(relevant, list) {
  let hits = 0;
  let sum = 0;
  list.forEach((id, index) => {
    if (!relevant.has(id)) return;
    hits += 1;
    sum += hits / (index + 1);
  });
  return sum / relevant.size;
}

function gain(relevant, list) {
  return list.reduce((sum, id, index) => sum + (relevant.get(id) ?? 0) / Math.log2(index + 2), 0);
}

function reciprocal(index) {
  return index < 0 ? 0 : 1 / (index + 1);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Null where there is no Python with FTS5. */
function fts5Ranks(documents, queries, tokenize, limit = 50) {
  return new Promise((resolve) => {
    const child = spawn('python3', [join(root, 'bench/fts5_rank.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? JSON.parse(Buffer.concat(parts).toString()) : null));
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify({ documents, queries, limit, tokenize }));
  });
}
