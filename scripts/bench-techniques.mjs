// Scores the technique classifier against the labelled corpus, beside two baselines, and times it.
// Run: node scripts/bench-techniques.mjs
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { corpusPresent, loadLabelledPapers, loadTaxonomy } = await load('../tests/techniques/corpus.ts');
const { measure, f1 } = await load('../tests/techniques/measure.ts');
const { byNames, byNearestNeighbour } = await load('../tests/techniques/baselines.ts');
const { crossValidated, classifierPredict } = await load('../tests/techniques/crossValidate.ts');

if (!corpusPresent) {
  console.error('The labelled corpus (../shared/corpus) is not here; there is nothing to measure against.');
  process.exit(1);
}

const papers = loadLabelledPapers();
const taxonomy = loadTaxonomy();
const predict = classifierPredict(taxonomy);
const ours = measure(papers, papers.map(predict));

printSummary([
  ['phrases, as shipped', ours],
  ['phrases, weighting by 5-fold', measure(papers, crossValidated(taxonomy, papers))],
  ['names as keywords', measure(papers, papers.map(byNames(taxonomy)))],
  ['TF-IDF nearest neighbour', measure(papers, papers.map(byNearestNeighbour(papers)))],
]);
printTechniques(ours);
printTime();

function printSummary(rows) {
  console.log(`${papers.length} labelled papers, ${taxonomy.techniques.length} techniques\n`);
  console.log('                               micro-F1  macro-F1  precision  recall  primary');
  for (const [name, { microF1, macroF1, precision, recall, primary }] of rows) {
    const figures = [[microF1, 8], [macroF1, 10], [precision, 11], [recall, 8], [primary, 9]];
    console.log(name.padEnd(31) + figures.map(([value, width]) => value.toFixed(3).padStart(width)).join(''));
  }
}

function printTechniques({ techniques }) {
  console.log('\ntechnique                 F1  right  wrong missed');
  for (const { id } of taxonomy.techniques) {
    const counts = techniques.get(id);
    if (counts === undefined) continue;
    const { truePositive, falsePositive, falseNegative } = counts;
    const figures = [truePositive, falsePositive, falseNegative].map((count) => String(count).padStart(7)).join('');
    console.log(`${id.padEnd(23)}${f1(counts).toFixed(3)}${figures}`);
  }
}

function printTime() {
  const rounds = Math.ceil(10_000 / papers.length);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) papers.forEach(predict);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000 / (rounds * papers.length);
  console.log(`\n${milliseconds.toFixed(3)} ms of CPU a paper, ${(milliseconds * 10).toFixed(1)} s for 10,000`);
}
