import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../hosts/host';

const corpus = join(project, '../shared/corpus/hf-papers-resource-efficient.txt');

export const corpusPresent = existsSync(corpus);

/** The digest that the journeys import: the big one where it is present, which is not part of the repository, else the sample. */
export const digest = corpusPresent
  ? { path: corpus, count: 150 }
  : { path: join(project, 'resources/sample-digest.txt'), count: 12 };

/** A paper as a page of papers shows it. */
export interface Listed {
  arxivId: string;
  title: string;
  authors: readonly string[];
  abstract: string;
}

const study = (topic: string): string =>
  `We study ${topic} in machines that have little memory and less time. Earlier work looked at large machines only, and so left open what a small one can do. We show that ${topic} can be had for a tenth of the usual cost.`;

export const listed: readonly [Listed, Listed] = [
  { arxivId: '2502.00001', title: 'Small Engines for Large Sums', authors: ['Ada Lovelace', 'Charles Babbage'], abstract: study('arithmetic') },
  { arxivId: '2502.00002', title: 'The Loom as a Teacher of Machines', authors: ['Joseph Jacquard'], abstract: study('weaving') },
];

/** A digest as a browser saves it as text, with what belongs to the page around it. */
export function textDigest(papers: readonly Listed[]): string {
  const head = 'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMay 29\n\n';
  return `${head}${papers.map(({ title, abstract }) => `${title}\n\n${abstract}`).join('\n\n')}\n`;
}

/** What the clipboard has of such a page when it was copied from the browser's window: with authors, votes and who submitted it. */
export function copiedText(papers: readonly Listed[]): string {
  return papers.map(({ title, authors, abstract }) => `Submitted by\nreader\n17\n${title}\n${authors.join(', ')}\n·\n${authors.length === 1 ? '1 author' : `${authors.length} authors`}\n\n${abstract}\n`).join('\n');
}

/** A page that has article cards only. */
export function cardPage(papers: readonly Listed[]): string {
  const cards = papers.map(({ arxivId, title, authors, abstract }) => `
    <article>
      <a href="/papers/${arxivId}"><img src="/thumbnails/${arxivId}.png" alt=""></a>
      <div>Submitted by <a href="/reader">reader</a></div>
      <h3><a href="/papers/${arxivId}">${title}</a></h3>
      <ul>${authors.map((author) => `<li title="${author}"></li>`).join('')}</ul>
      <p>${abstract}</p>
      <a href="/papers/${arxivId}#community">3</a>
    </article>`);
  return `<main><h1>Daily Papers</h1>${cards.join('')}</main>`;
}

/** A page that carries its papers as JSON in an attribute. */
export function hydratedPage(papers: readonly Listed[]): string {
  const dailyPapers = papers.map(({ arxivId, title, authors, abstract }) => ({
    paper: { id: arxivId, title, summary: abstract, publishedAt: '2025-02-03T00:00:00.000Z', authors: authors.map((name) => ({ name, hidden: false })), upvotes: 4, githubRepo: 'https://github.com/example/engine' },
    numComments: 2,
  }));
  const props = JSON.stringify({ dailyPapers }).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<html><body><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${props}"></div></body></html>`;
}
