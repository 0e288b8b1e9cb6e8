import { toLatex } from '../latex';
import { babelName } from '../bibtex/bibstrings';
import type { BibDialect } from './kinds';
import { braced } from './values';

/**
 * The language of a work: to biblatex, which hyphenates by it, as Babel calls it where Babel knows it; a tag as it is
 * otherwise, and to BibTeX, whose styles print it.
 */
export function languageField(language: string, dialect: BibDialect): [name: string, value: string] {
  const name = dialect === 'biblatex' ? babelName(language) : null;
  return name === null ? ['language', braced(toLatex(language))] : ['langid', braced(name)];
}
