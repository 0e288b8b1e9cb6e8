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
  title: string;
  strings: readonly string[];
  abstract: string;
  note: string;
}

const PER_PAPER = 100;

/** How strings stand apart in a text: as paragraphs, so that what one leaves open the next one closes or not. */
const BETWEEN = '\n\n';

/** Imports a bibliography in which each string is the title, the abstract and the keyword of an item. */
export async function importAsBibliography(app: App, strings: readonly string[]): Promise<{ added: number; problems: number }> {
  const items = strings.map((text, index) => ({ id: `hostile${index}`, type: 'book', title: text, abstract: text, keyword: [text], author: [{ family: text, given: text }], DOI: `10.5555/${index}` }));
  const preview = await app.imports.preview({ text: JSON.stringify(items), fileName: 'hostile.json', format: 'csl-json' });
  const { added } = await app.imports.commit({ previewId: preview.previewId, complete: false });
  return { added: added.length, problems: preview.problems.length };
}

/** Spreads the strings over papers, each of which has a hundred of them as title, abstract, note, tags and comments. */
export async function loadPapers(app: App, strings: readonly string[]): Promise<LoadedPaper[]> {
  const papers: LoadedPaper[] = [];
  const some = strings.filter((string) => string !== ''); // neither a tag nor a highlight can be empty
  for (let at = 0; at < some.length; at += PER_PAPER) papers.push(await loadPaper(app, some.slice(at, at + PER_PAPER)));
  return papers;
}

async function loadPaper(app: App, strings: readonly string[]): Promise<LoadedPaper> {
  const text = strings.join(BETWEEN);
  const title = strings.join(' ');
  const id = await app.papers.create({
    title, abstract: text, venue: strings[0] ?? '', authors: strings.slice(0, 3).map((literal) => ({ literal })),
    extra: Object.fromEntries(strings.slice(0, 5).map((value, index) => [`field ${index}`, value])),
  });
  await app.papers.update([id], { addTags: [...strings] });
  await app.notes.create({ paperId: id, title: strings[0] ?? '', body: text });
  let start = 0;
  for (const string of strings) {
    await app.annotations.highlight({ paperId: id, start, end: start + string.length, color: 'yellow', comment: string });
    start += string.length + BETWEEN.length;
  }
  return { id, title, strings, abstract: text, note: text };
}
