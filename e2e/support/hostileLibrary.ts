import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../src/core/app';
import type { PaperId } from '../../src/core/model';
import { project } from '../hosts/host';

const corpus = join(project, '../shared/corpus/hostile-strings.jsonl');

/** Strings that try to run, to crash or to get lost, one of the corpus each; null where the corpus is absent. */
export const hostileStrings: readonly string[] | null = existsSync(corpus)
  ? readFileSync(corpus, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as string)
  : null;

/** A paper that carries many of the strings, as they went in. */
export interface LoadedPaper {
  id: PaperId;
  /** Its tags, one each. */
  strings: readonly string[];
  /** All of them, which are its abstract and its note. */
  text: string;
  /** A few of them in a row: the words of a highlight each, and its comment. */
  passages: readonly string[];
}

const PER_PAPER = 100;
const PER_PASSAGE = 20;

/** How strings stand apart in a text: as paragraphs of their own. */
const BETWEEN = '\n\n';

/** Imports a bibliography in which each string is the title, the abstract and the keyword of an item. */
export async function importAsBibliography(app: App, strings: readonly string[]): Promise<{ added: number; problems: number }> {
  const items = strings.map((text, index) => ({ id: `hostile${index}`, type: 'book', title: text, abstract: text, keyword: [text], author: [{ family: text, given: text }], DOI: `10.5555/${index}` }));
  const preview = await app.imports.preview({ text: JSON.stringify(items), fileName: 'hostile.json', format: 'csl-json' });
  const { added } = await app.imports.commit({ previewId: preview.previewId, complete: false });
  return { added: added.length, problems: preview.problems.length };
}

/** Spreads the strings over papers, each of which has a hundred of them in its abstract, its note, its tags and its comments. */
export async function loadPapers(app: App, strings: readonly string[]): Promise<LoadedPaper[]> {
  const papers: LoadedPaper[] = [];
  for (const some of chunks(strings.filter((string) => string !== ''), PER_PAPER)) papers.push(await loadPaper(app, some)); // a tag cannot be empty
  return papers;
}

async function loadPaper(app: App, strings: readonly string[]): Promise<LoadedPaper> {
  const [first = ''] = strings;
  const text = strings.join(BETWEEN);
  const passages = chunks(strings, PER_PASSAGE).map((some) => some.join(BETWEEN));
  const authors = strings.slice(0, 3).map((literal) => ({ literal }));
  const extra = Object.fromEntries(strings.slice(0, 5).map((value, index) => [`field ${index}`, value]));
  const id = await app.papers.create({ title: first, abstract: text, venue: first, authors, extra });
  await app.papers.update([id], { addTags: [...strings] });
  await app.notes.create({ paperId: id, title: first, body: text });
  let start = 0;
  for (const passage of passages) {
    await app.annotations.highlight({ paperId: id, start, end: start + passage.length, color: 'yellow', comment: passage });
    start += passage.length + BETWEEN.length;
  }
  return { id, strings, text, passages };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
