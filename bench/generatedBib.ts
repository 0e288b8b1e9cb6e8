import { numbers, prose } from '../tests/support/generated';

/** How an entry may be broken: what the text of a whole one becomes. */
const breaks: readonly ((entry: string) => string)[] = [
  (entry) => entry.replace(/\},\n {2}year/, ',\n  year'), // a brace of a value too few
  (entry) => entry.replace(/\n\}\n$/, '\n'), // no end
  (entry) => entry.replace('  year =', '  year'), // no equals sign
  (entry) => entry.replace('  title = {', '  title = "'), // a quote that does not end
];

/**
 * A BibTeX file of about a kilobyte an entry, the same in every run: macros, accents, formulas, protected capitals,
 * abstracts, fields that no program knows. With `brokenShare`, so many of its entries are broken.
 */
export function generateBib(count: number, brokenShare = 0): { text: string; broken: number } {
  const random = numbers(7);
  const parts = ['% A generated bibliography\n@string{jml = {Journal of Made-up Learning}}\n@preamble{"\\newcommand{\\noop}[1]{}"}\n'];
  let broken = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = entryOf(random, index);
    const isBroken = brokenShare > 0 && index % Math.round(1 / brokenShare) === 1;
    if (isBroken) broken += 1;
    parts.push((isBroken ? breaks[broken % breaks.length] ?? String : String)(entry));
  }
  return { text: parts.join('\n'), broken };
}

function entryOf(random: () => number, index: number): string {
  const name = (): string => `${capital(prose(random, 8))}${index % 3 === 0 ? '{\\"o}' : ''}, ${capital(prose(random, 6))} ${'ABCDEFG'.charAt(index % 7)}.`;
  const authors = Array.from({ length: 1 + (index % 5) }, name).join(' and ');
  const venue = index % 2 === 0 ? ['article', 'journal = jml'] : ['inproceedings', `booktitle = {Proceedings of the ${index}th {C}onference}`];
  return `@${venue[0]}{key${index},
  author = {${authors}},
  title = {{${capital(prose(random, 9))}} ${prose(random, 60)} with {GPU}s and $\\alpha_{${index}}$},
  ${venue[1]},
  month = ${['jan', 'feb', 'mar', 'apr'][index % 4]},
  volume = {${index % 90}},
  number = {${index % 12}},
  pages = {${index}--${index + 11}},
  publisher = {Made-up \\& Sons},
  year = ${1950 + (index % 75)},
  doi = {10.1000/made.up_${index}},
  url = {https://example.org/a_${index}?x=%20},
  keywords = {one, two, ${prose(random, 8)}},
  file = {:home/papers/${index}.pdf:PDF},
  abstract = {${prose(random, 500)}: 50\\% of \\emph{these} -- ${prose(random, 150)}.}
}
`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
