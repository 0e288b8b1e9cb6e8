import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import type { App } from '../../src/core/app';
import type { CollectionId, HighlightColor, PaperId, TechniqueId } from '../../src/core/model';
import type * as Opening from '../../src/node/openApp';
import { project } from '../hosts/host';
import { damageJournal } from './disk';

let loaded: Promise<typeof Opening> | undefined;

/** Opens a library in this process, for seeding it before a window does and for reading it after the window has closed. */
export async function withLibrary<T>(folder: string, work: (app: App) => Promise<T>): Promise<T> {
  loaded ??= runnerImport<typeof Opening>(join(project, 'src/node/openApp.ts')).then(({ module }) => module);
  const app = await (await loaded).openApp(folder, pathToFileURL(join(project, 'out/main/worker.js')));
  await app.ready;
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Imports a file as a person would, all that is new of it; answers the ids of what was added. */
export async function importFile(app: App, path: string, fileName: string): Promise<PaperId[]> {
  const { previewId } = await app.imports.preview({ text: await readFile(path, 'utf8'), fileName, format: 'auto' });
  return (await app.imports.commit({ previewId, complete: false })).added.map(({ id }) => id);
}

/** Where to find what `seedShowcase` made. */
export interface Showcase {
  /** Has notes, highlights, tags, collections and decided techniques. */
  rich: PaperId;
  /** Nothing was added to it. */
  plain: PaperId;
  trashed: PaperId;
  collection: CollectionId;
  emptyCollection: CollectionId;
  smart: CollectionId;
  /** Nothing of it is in doubt. */
  certain: TechniqueId;
}

/** A small library in use: everything that a view can show is there. */
export async function seedShowcase(app: App): Promise<Showcase> {
  const papers = await importFile(app, join(project, 'resources/sample-digest.txt'), 'sample.txt');
  const [lora, qlora, flash, moe, distilbert, gptq, awq] = papers;
  if (lora === undefined || qlora === undefined || flash === undefined || moe === undefined || distilbert === undefined || gptq === undefined || awq === undefined) throw new Error('The sample has fewer papers than the showcase needs.');
  await app.papers.update([flash, gptq], { status: 'reading', rating: 4 });
  await app.papers.update([distilbert], { status: 'done', rating: 3 });
  await app.papers.update([lora, qlora], { status: 'done', rating: 5, addTags: ['fine-tuning', 'to cite'] });
  await app.papers.trash([moe]);

  const collection = await app.collections.create({ name: 'Thesis', parentId: null });
  const chapter = await app.collections.create({ name: 'Chapter 2: Related work', parentId: collection });
  const emptyCollection = await app.collections.create({ name: 'Reading group', parentId: null });
  const smart = await app.collections.create({ name: 'Good and unread', parentId: null, query: 'rating:>=4 -is:done' });
  await app.collections.addPapers({ id: collection, paperIds: [lora, distilbert] });
  await app.collections.addPapers({ id: chapter, paperIds: [qlora, gptq] });

  await app.backups.make({});
  await decideAndAnnotate(app, qlora);
  await app.notes.create({ paperId: qlora, title: 'Reading notes', body: showcaseNote });
  await app.notes.create({ paperId: qlora, title: 'Questions for the reading group', body: '- Does it hold for smaller models?\n' });
  return { rich: qlora, plain: awq, trashed: moe, collection, emptyCollection, smart, certain: await certainTechnique(app) };
}

async function certainTechnique(app: App): Promise<TechniqueId> {
  for (const { id } of app.techniques.taxonomy().techniques) {
    if ((await app.techniques.review({ techniqueId: id, limit: 1 })).waiting === 0) return id;
  }
  throw new Error('Something of every technique is in doubt.');
}

/** Makes such a library, and damages it where one of its notes was written. */
export async function damagedShowcase(folder: string): Promise<void> {
  await withLibrary(folder, seedShowcase);
  await damageJournal(folder, 'What it is about');
}

/** Decides on techniques, one of them added by hand, and highlights a few words, some with a comment, two overlapping. */
async function decideAndAnnotate(app: App, paperId: PaperId): Promise<void> {
  const decide = async (name: string, decision: 'confirmed' | 'rejected'): Promise<void> => {
    const technique = app.techniques.taxonomy().techniques.find(({ id }) => id === name);
    if (technique !== undefined) await app.techniques.decide({ paperIds: [paperId], techniqueId: technique.id, decision });
  };
  await decide('peft', 'confirmed');
  await decide('edge-deployment', 'confirmed');
  await decide('data-efficiency', 'rejected');
  const { abstract } = app.papers.get(paperId).paper;
  const highlight = (color: HighlightColor, words: string, comment: string): Promise<unknown> => {
    const start = abstract.indexOf(words);
    return app.annotations.highlight({ paperId, start, end: start + words.length, color, comment });
  };
  await highlight('yellow', 'stored in a 4-bit format', 'Lossy, but the base never learns.');
  await highlight('blue', 'low-rank adapters are trained', '');
  await highlight('pink', 'trained through it', 'The gradients pass the frozen weights.');
  await highlight('green', 'a single GPU', '');
}

const showcaseNote = `# What it is about

Fine-tuning **in memory that one has**: the base is frozen in 4 bits, and only the *adapters* learn.

> Store in 4 bits, compute in 16.

For a weight $W \\in \\mathbb{R}^{d \\times k}$ the update is

$$
h = W_0 x + \\frac{\\alpha}{r} B A x
$$

- [x] Read the method
- [ ] Try it with \`r = 8\`
- [ ] Compare with [the original](https://arxiv.org/abs/2106.09685)

| Model | Bits | Fits on one card |
|:--|--:|:--|
| 7B | 4 | yes |
| 65B | 4 | just |

\`\`\`python
model = prepare(model, bits=4)
\`\`\`
`;
