import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Lectern } from '../fixtures';

interface ShelfPaper {
  title: string;
  author: [given: string, family: string];
  year: number;
  abstract: string;
}

/** Six papers that nobody wrote, of which each differs from the others in what a list can be ordered by. */
export const shelf = {
  halves: { title: 'Pruning by Halves', author: ['Ada', 'Novak'], year: 2021, abstract: 'We study magnitude pruning. Half of the weights are removed at a time, and the accuracy stays. The method needs $O(n)$ steps and no data at all.' },
  bits: { title: 'Quantization to Four Bits', author: ['Ben', 'Osei'], year: 2023, abstract: 'Post-training quantization brings every weight to four bits. We combine it with knowledge distillation from the full model. The result fits into a quarter of the memory.' },
  teacher: { title: 'A Teacher for Every Student', author: ['Chiara', 'Mbeki'], year: 2020, abstract: 'Knowledge distillation lets a small student learn from a large teacher. We give every student a teacher of its own.' },
  margins: { title: 'Notes in the Margins', author: ['Daniel', 'Lind'], year: 2022, abstract: 'Readers write in the margins of books. We ask what they write there and why they come back to it.' },
  long: { title: 'Reading Long Documents', author: ['Elif', 'Kaya'], year: 2024, abstract: 'Long documents are read in parts. We measure how often a reader looks back, and how far.' },
  zebra: { title: 'Zebras on the Shelf', author: ['Femi', 'Adeyemi'], year: 2019, abstract: 'A shelf is ordered by the habits of those who use it. We order one by stripes.' },
} as const satisfies Record<string, ShelfPaper>;

/** Puts papers into the library before a window opens, by the command line. */
export async function stock(lectern: Pick<Lectern, 'scratch' | 'cli'>, papers: readonly ShelfPaper[] = Object.values(shelf)): Promise<void> {
  const file = join(lectern.scratch, 'shelf.json');
  await writeFile(file, JSON.stringify(papers.map(({ title, author: [given, family], year, abstract }) => (
    { type: 'article-journal', title, author: [{ given, family }], issued: { 'date-parts': [[year]] }, 'container-title': 'Journal of Shelves', abstract }
  ))));
  const { code, stderr } = await lectern.cli('import', file);
  expect(stderr).toBe('');
  expect(code).toBe(0);
}
