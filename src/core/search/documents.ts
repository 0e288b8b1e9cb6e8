import { nameOf, type Annotation, type Attachment, type Note, type Paper } from '../model';
import type { SearchDocument } from './types';

/** The searchable texts of a paper with its notes and annotations; its files are named only. */
export function documentOf(paper: Paper, notes: readonly Note[], annotations: readonly Annotation[], attachments: readonly Pick<Attachment, 'sha256'>[]): SearchDocument {
  const document: SearchDocument = {
    id: paper.id,
    texts: {
      title: filled([paper.title]),
      author: paper.authors.map(nameOf),
      abstract: filled([paper.abstract]),
      note: filled(notes.flatMap(({ title, body }) => [title, body])),
      annotation: filled(annotations.flatMap(({ target, comment, tags = [] }) => ['exact' in target ? target.exact : '', comment, ...tags])),
      tag: paper.tags,
      venue: filled([paper.venue]),
      key: filled([paper.citationKey]),
      identifier: filled([paper.doi, paper.arxivId]),
    },
  };
  if (attachments.length > 0) document.files = attachments.map(({ sha256 }) => sha256);
  return document;
}

function filled(texts: string[]): string[] {
  return texts.filter((text) => text !== '');
}
