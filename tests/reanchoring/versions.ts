import { random } from '../exchange/mutations';

/** A sentence with a number that it keeps through all versions. */
interface Sentence { id: number; words: string }

/** A text as pages, and where each of its sentences stands; UTF-16 code units of its page. A sentence that crosses into another page has two places. */
export interface Version { pages: string[]; places: Map<number, { page: number; start: number; end: number }[]> }

export interface Pair { before: Version; after: Version; edited: ReadonlySet<number>; removed: ReadonlySet<number> }

type Next = (below: number) => number;

/** Sentences are one or two clauses; words in capitals stand for any one of their kind. */
const grammar: Record<string, string[]> = {
  SENTENCE: ['CLAUSE.', 'CLAUSE, LINK CLAUSE.', 'CLAUSE, LINK CLAUSE.', 'ADVERB, CLAUSE.', 'CLAUSE; CLAUSE.', 'CLAUSE (see Section N).', 'CLAUSE [N].', 'When CLAUSE, CLAUSE [N].'],
  CLAUSE: ['we VERB the ADJ THING of each PLACE', 'the ADJ THING OBTAINs a RESULT of N points over the ADJ baseline', 'Table N shows how THINGS OBTAIN RESULT on DATA', 'our THINGS never VERB the THING', 'it has been argued that “ADJ THINGS VERB themselves”',
    'the RESULT of the THING grows with the number of THINGS', 'a ADJ analysis of the THING reveals N kinds of THINGS', 'N of N runs on DATA diverge', 'the first PLACE is spared', 'to define RESULT we fix the ADJ THING', 'earlier work did not VERB the THINGS',
    'these findings are consistent with the RESULT reported for DATA', 'the THING and the THING share their THINGS', 'no ADJ THING is left behind in the PLACE', 'PEOPLE describe a ADJ THING for DATA', 'PEOPLE doubt that THINGS OBTAIN any RESULT', 'memory is spent on THINGS rather than on the THING',
    'the ADJ case is efficient', 'each PLACE holds N ADJ THINGS', 'the gap between DATA and DATA is closed by ADJ THINGS', 'RESULT drops by N per cent once the THING is gone', 'we leave the ADJ THINGS to future work', 'the difficulty lies in the PLACE', 'what suffices for DATA is insufficient for DATA'],
  LINK: ['while', 'because', 'and', 'but', 'although', 'so that', 'whereas', 'which means that', 'as'],
  ADVERB: ['However', 'In practice', 'By contrast', 'For this reason', 'Surprisingly', 'At scale', 'In addition', 'To our knowledge', 'As before'],
  PEOPLE: ['Müller and others', 'Noether', 'Hopper and Lovelace', 'the authors of DATA', 'Turing', 'Shannon and Weaver', 'Kolmogorov', 'Rényi and Erdős'],
  PLACE: ['layer', 'block', 'corpus', 'device', 'partition', 'batch', 'window', 'stage', 'paragraph', 'subspace', 'neighbourhood', 'cluster', 'pipeline', 'cache'],
  VERB: ['train', 'prune', 'distil', 'quantise', 'calibrate', 'freeze', 'sample', 'compress', 'reweight', 'permute', 'refine', 'ablate', 'merge', 'initialise', 'regularise', 'interpolate', 'discard', 'duplicate', 'normalise', 'fine-tune'],
  THING: ['encoder', 'decoder', 'adapter', 'router', 'expert', 'tokenizer', 'scheduler', 'gradient', 'kernel', 'head', 'prompt', 'buffer', 'retriever', 'teacher', 'codebook', 'objective', 'embedding', 'optimiser', 'mask', 'prior', 'hypernetwork', 'surrogate'],
  THINGS: ['layers', 'weights', 'tokens', 'channels', 'filters', 'queries', 'activations', 'coefficients', 'checkpoints', 'annotations', 'trajectories', 'residuals', 'permutations', 'sentences', 'eigenvalues', 'constraints', 'documents', 'offsets', 'artefacts', 'symbols'],
  ADJ: ['sparse', 'dense', 'shallow', 'recurrent', 'multilingual', 'robust', 'frozen', 'coarse', 'hierarchical', 'asymptotic', 'first-order', 'low-rank', 'well-known', 'data-efficient', 'final', 'stochastic', 'unbiased', 'modular', 'deterministic', 'contrastive', 'bilinear', 'adversarial', 'redundant', 'equivariant'],
  OBTAIN: ['reach', 'yield', 'recover', 'match', 'exceed', 'lose', 'trade'],
  RESULT: ['accuracy', 'throughput', 'perplexity', 'latency', 'recall', 'calibration', 'efficiency', 'coverage', 'stability', 'precision', 'bandwidth', 'fidelity', 'diversity'],
  DATA: ['GLUE', 'ImageNet', 'WikiText', 'SQuAD', 'CommonVoice', 'Kodak', 'CIFAR', 'TriviaQA', 'LibriSpeech', 'Europarl', 'MNIST', 'Cora'],
};

/** A sentence that does not begin as those before it do, which writers avoid. */
function sentence(next: Next, before: readonly Sentence[]): string {
  const beginning = (words: string): string => words.split(' ').slice(0, 3).join(' ');
  for (;;) {
    const spoken = spell('SENTENCE', next);
    const words = spoken.charAt(0).toUpperCase() + spoken.slice(1);
    if (!before.slice(-5).some((other) => beginning(other.words) === beginning(words))) return words;
  }
}

function spell(kind: string, next: Next): string {
  const choices = grammar[kind] ?? [];
  return (choices[next(choices.length)] ?? '').replace(/[A-Z]{3,}|\bN\b/g, (name) => (name === 'N' ? String(2 + next(96)) : Object.hasOwn(grammar, name) ? spell(name, next) : name));
}

/** Two versions of a text of some 140 sentences: set in other lines and pages, renumbered, with sentences edited, taken out, put in and moved. */
export function pairOf(seed: number): Pair {
  const next = random(seed);
  const original: Sentence[] = [];
  while (original.length < 140) original.push({ id: original.length, words: sentence(next, original) });
  const [edited, removed] = [new Set<number>(), new Set<number>()];
  const shift = 1 + next(9);
  const revised: Sentence[] = [];
  let fresh = original.length;
  for (const { id, words } of original) {
    if (next(12) === 0) revised.push({ id: fresh++, words: sentence(next, revised) });
    if (next(16) === 0) {
      removed.add(id);
      continue;
    }
    const isEdited = next(6) === 0;
    if (isEdited) edited.add(id);
    revised.push({ id, words: (isEdited ? editedWords(words, next) : words).replace(/\[(\d+)\]/g, (_, number: string) => `[${Number(number) + shift}]`) });
  }
  if (next(3) === 0) {
    const at = next(revised.length - 20);
    revised.splice(next(revised.length - 30), 0, ...revised.splice(at, 6));
  }
  return { before: set(original, { width: 60 + next(30), height: 40 }, next, false), after: set(revised, { width: 40 + next(60), height: 30 + next(20) }, next, true), edited, removed };
}

/** One to three words put in, taken out or replaced. */
function editedWords(words: string, next: Next): string {
  const list = words.split(' ');
  for (let left = 1 + next(3); left > 0; left -= 1) {
    const at = 1 + next(list.length - 2);
    list.splice(at, next(2), ...(next(3) === 0 ? [] : [['notably', 'carefully', 'overall', 'largely', 'second'][next(5)] ?? '']));
  }
  return list.join(' ');
}

/** Sets sentences in lines and pages; `typeset` divides words and joins letters as typesetting does. */
function set(sentences: readonly Sentence[], { width, height }: { width: number; height: number }, next: Next, typeset: boolean): Version {
  const version: Version = { pages: [], places: new Map() };
  let [page, line, lines] = ['', '', 0];
  const endLine = (): void => {
    page += `${line}\n`;
    line = '';
    lines += 1;
    if (lines % height !== 0) return;
    version.pages.push(page);
    page = '';
  };
  for (const { id, words } of sentences) {
    const places = version.places.get(id) ?? [];
    version.places.set(id, places);
    for (const word of words.split(' ')) {
      const shown = typeset ? word.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll("'", '’') : word;
      if (line.length + shown.length > width) {
        const half = 3 + next(3);
        if (typeset && shown.length > 8 && /^[a-z]+$/.test(shown) && next(2) === 0) {
          note(places, { page: version.pages.length, start: page.length + line.length, end: page.length + line.length + half });
          line += `${shown.slice(0, half)}-`;
          endLine();
          note(places, { page: version.pages.length, start: page.length, end: page.length + shown.length - half });
          line += `${shown.slice(half)} `;
          continue;
        }
        endLine();
      }
      note(places, { page: version.pages.length, start: page.length + line.length, end: page.length + line.length + shown.length });
      line += `${shown} `;
    }
  }
  endLine();
  if (page !== '') version.pages.push(page);
  return version;
}

function note(places: { page: number; start: number; end: number }[], word: { page: number; start: number; end: number }): void {
  const last = places.at(-1);
  if (last?.page === word.page) last.end = word.end;
  else places.push(word);
}
