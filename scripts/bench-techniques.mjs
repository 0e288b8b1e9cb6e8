// Scores the technique classifier against the labelled corpus, beside two baselines, shows how it learns, and times it.
// Run: node scripts/bench-techniques.mjs
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { corpusPresent, loadLabelledPapers, loadTaxonomy } = await load('../tests/techniques/corpus.ts');
const { measure, f1 } = await load('../tests/techniques/measure.ts');
const { byNames, byNearestNeighbour } = await load('../tests/techniques/baselines.ts');
const { crossValidated, classifierPredict } = await load('../tests/techniques/crossValidate.ts');
const { crossTaught, taughtPredict, withoutPhrases } = await load('../tests/techniques/lessons.ts');
const { learningCurve, neighbourCurve } = await load('../tests/techniques/learningCurve.ts');

if (!corpusPresent) {
  console.error('The labelled corpus (../shared/corpus) is not here; there is nothing to measure against.');
  process.exit(1);
}

const papers = loadLabelledPapers();
const taxonomy = loadTaxonomy();
const roots = taxonomy.techniques.filter(({ parentId }) => parentId === undefined);
const predict = classifierPredict(taxonomy);
const ours = measure(papers, papers.map(predict));
const bare = withoutPhrases(taxonomy);

printSummary([
  ['phrases, as shipped', ours],
  ['phrases, weighting by 5-fold', measure(papers, crossValidated(taxonomy, papers))],
  ['and taught by the other folds', measure(papers, crossTaught(taxonomy, papers))],
  ['names alone', measure(papers, papers.map(classifierPredict(bare)))],
  ['and taught by the other folds', measure(papers, crossTaught(bare, papers))],
  ['names as keywords', measure(papers, papers.map(byNames({ ...taxonomy, techniques: roots })))],
  ['TF-IDF nearest neighbour', measure(papers, papers.map(byNearestNeighbour(papers)))],
]);
printTechniques(ours);
printCurve();
printTime();

function printSummary(rows) {
  console.log(`${papers.length} labelled papers, ${roots.length} techniques with ${taxonomy.techniques.length - roots.length} parts\n`);
  console.log('                               micro-F1  macro-F1  precision  recall  primary');
  for (const [name, { microF1, macroF1, precision, recall, primary }] of rows) {
    const figures = [[microF1, 8], [macroF1, 10], [precision, 11], [recall, 8], [primary, 9]];
    console.log(name.padEnd(31) + figures.map(([value, width]) => value.toFixed(3).padStart(width)).join(''));
  }
}

function printTechniques({ techniques }) {
  console.log('\ntechnique                 F1  right  wrong missed');
  for (const { id } of roots) {
    const counts = techniques.get(id);
    if (counts === undefined) continue;
    const { truePositive, falsePositive, falseNegative } = counts;
    const figures = [truePositive, falsePositive, falseNegative].map((count) => String(count).padStart(7)).join('');
    console.log(`${id.padEnd(23)}${f1(counts).toFixed(3)}${figures}`);
  }
}

/** One technique at a time is made as if a reader had just thought of it; the rest of the labelled papers is what is left to find. */
function printCurve() {
  console.log('\nA technique of the reader\'s own, after so many confirmed papers (F1 on the others)');
  console.log('confirmed                          0      1      3      5');
  const counts = [0, 1, 3, 5];
  const line = (name, curve) => console.log(name.padEnd(29) + curve.map((value) => value.toFixed(3).padStart(7)).join(''));
  line('no name, no phrases', learningCurve(taxonomy, papers, counts, 'nothing'));
  line('its name', learningCurve(taxonomy, papers, counts, 'name'));
  line('TF-IDF nearest neighbour', neighbourCurve(taxonomy, papers, counts));
}

function printTime() {
  const lines = [['phrases', predict], ['phrases and what was learned of 25', taughtPredict(bare, papers)]];
  console.log('');
  for (const [name, each] of lines) {
    const rounds = Math.ceil(10_000 / papers.length);
    papers.forEach(each);
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) papers.forEach(each);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000 / (rounds * papers.length);
    console.log(`${name.padEnd(40)}${milliseconds.toFixed(3)} ms of CPU a paper, ${(milliseconds * 10).toFixed(1)} s for 10,000 (at most 3)`);
  }
}
