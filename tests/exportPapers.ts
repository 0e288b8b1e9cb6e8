import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emptyDescription, Paper } from '../src/core/model';

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const hostileFile = `${corpus}hostile-strings.jsonl`;

export const isCorpusPresent = existsSync(hostileFile);

/** A paper of which a test names only what it is about. */
export function paper(fields: Partial<Omit<Paper, 'id'>> = {}, id = 'p-1'): Paper {
  return Paper.parse({
    ...emptyDescription, id, citationKey: id, status: 'to-read', rating: 0, tags: [], collections: [], decisions: {},
    addedAt: '2025-01-01T00:00:00Z', modifiedAt: '2025-01-01T00:00:00Z', trashedAt: null, ...fields,
  });
}

/** Works of every kind, with what their kind usually has. */
export const works: Paper[] = [
  paper({
    type: 'preprint', citationKey: 'hopper2025lora', title: 'LoRA for M$^3$ViT: 20$\\times$ faster at 9\\% of the cost', issued: '2025-03-14',
    authors: [{ family: 'Hopper', given: 'Grace' }, { family: 'Berg', given: 'Jan', particle: 'van der' }, { literal: 'The Tensor & Co. Team' }],
    arxivId: '2503.01234', doi: '10.48550/arXiv.2503.01234', url: 'https://arxiv.org/abs/2503.01234', abstract: 'A made-up abstract.',
    tags: ['adapters', 'to cite, soon'], extra: { code: 'https://example.org/code' },
  }, 'w-preprint'),
  paper({
    type: 'article', citationKey: 'noether1918', title: 'Invariant variation problems', issued: '1918', venue: 'Nachrichten',
    authors: [{ family: 'Noether', given: 'Emmy' }], extra: { volume: '2', issue: '3', page: '235-257', ISSN: '1234-5679' },
  }, 'w-article'),
  paper({
    type: 'conference', citationKey: 'shannon2020', title: 'Talking about the GPU', issued: '2020-07', venue: 'Proceedings of a Conference',
    authors: [{ family: 'Shannon', given: 'Claude' }], arxivId: '2007.00001', extra: { publisher: 'ACM', page: '1–9' },
  }, 'w-conference'),
  paper({ type: 'chapter', citationKey: 'lovelace1843', title: 'Note G', issued: '1843', venue: 'Scientific Memoirs', authors: [{ family: 'Lovelace', given: 'Ada' }], extra: { publisher: 'Taylor' } }, 'w-chapter'),
  paper({ type: 'book', citationKey: 'knuth1968', title: 'A Book about Algorithms', issued: '1968', venue: 'Addison', authors: [{ family: 'Knuth', given: 'Donald' }] }, 'w-book'),
  paper({ type: 'thesis', citationKey: 'curie1903', title: 'Radioactive substances', issued: '1903', venue: 'Université de Paris', authors: [{ family: 'Curie', given: 'Marie' }] }, 'w-thesis'),
  paper({ type: 'report', citationKey: 'turing1948', title: 'Intelligent Machinery', issued: '1948', venue: 'National Physical Laboratory', authors: [{ family: 'Turing', given: 'Alan' }], extra: { number: '48-1' } }, 'w-report'),
  paper({ type: 'dataset', citationKey: 'data2021', title: 'A Dataset', issued: '2021', venue: 'Zenodo' }, 'w-dataset'),
  paper({ type: 'software', citationKey: 'soft2022', title: 'A Program', issued: '2022', authors: [{ literal: 'Somebody' }] }, 'w-software'),
  paper({ type: 'webpage', citationKey: 'page2023', title: 'A Page', issued: '2023', url: 'https://example.org/a_b?c=%20&d#e' }, 'w-webpage'),
  paper({ type: 'other', citationKey: 'other', title: '他の論文' }, 'w-other'),
];

/** Every hostile string of the corpus, and some that are hostile to bibliographies above all. */
export function hostileStrings(): string[] {
  const lines = readFileSync(hostileFile, 'utf8').split('\n').filter((line) => line !== '');
  return [...lines.map((line): string => JSON.parse(line)), ...hostileToBibliographies];
}

/** The saved search page of the corpus, with its 150 papers. */
export function corpusDigest(): string {
  return readFileSync(`${corpus}hf-papers-resource-efficient.txt`, 'utf8');
}

export const hostileToBibliographies = [
  '}', '{', '}{', '\\', '\\}', '\\{', '$', '$$', '$}$', '$\\}$', '$\\{$', '\\emph{', '\\emph{a{b}', '\\textbf{a}}', '"', '%', '@article{x,', '\\"',
  '\\\\', '# _ ^ ~ & %', ', and, and', 'and', 'others', '<i>', '<span style="font-variant:small-caps;">x</span>', '<sup>2</sup', 'type: book',
  '\uFDD0script\uFDD1', '\uD800', '\u0000', '\u2028TY  - BOOK', 'a\r\nER  - \r\n', '__proto__', 'constructor', '{:title}', '||', '<!-- ',
];

/** Whether a program can be run here. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
}
