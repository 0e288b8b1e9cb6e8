import type { Children } from '../children';
import type { Library } from '../library';
import { nameOf, type Paper, type PaperId } from '../model';
import { textFields, type TextField } from '../query';
import { fold } from '../text';
import { touchedPapers } from '../transaction';

/**
 * The searchable text of a paper: a line for each field, then one for tags and identifiers. Its texts are words with
 * a space on either side, and a bar stands between the texts of one line, so that no phrase goes from one to the next.
 */
export interface SearchTexts {
  of(paper: Paper): string;
}

/** A text is made when it is first asked for, and again after a change. */
export function createSearchTexts(library: Library, children: Children): SearchTexts {
  const texts = new Map<PaperId, string>();
  library.onCommit(({ changes }) => {
    for (const id of touchedPapers(changes, library.tables)) texts.delete(id as PaperId);
  });
  return {
    of(paper) {
      const made = texts.get(paper.id);
      if (made !== undefined) return made;
      const text = searchTextOf(paper, children);
      texts.set(paper.id, text);
      return text;
    },
  };
}

function searchTextOf(paper: Paper, children: Children): string {
  const { title, authors, abstract, venue, tags, citationKey, doi, arxivId } = paper;
  const texts: Record<TextField, string[]> = {
    title: [title], author: authors.map(nameOf), abstract: [abstract], venue: [venue],
    note: children.notesOf(paper.id).flatMap((note) => [note.title, note.body]),
    annotation: children.annotationsOf(paper.id).flatMap(({ target, comment }) => [target.exact, comment]),
  };
  return [...textFields.map((field) => texts[field]), [...tags, citationKey, doi, arxivId]].map((line) => line.map(asWords).join('|')).join('\n');
}

/** A text as its words, case and accents folded: ` low rank `; a space where it has none. */
export function asWords(text: string): string {
  return ` ${fold(text)} `.replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** The line of a field; the whole where no field is asked for. */
export function lineOf(text: string, field: TextField | null): string {
  if (field === null) return text;
  let start = 0;
  for (let line = textFields.indexOf(field); line > 0; line -= 1) start = text.indexOf('\n', start) + 1;
  return text.slice(start, text.indexOf('\n', start));
}
