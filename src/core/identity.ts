import type { Description } from './model';
import { skeleton } from './text';

type Identified = Pick<Description, 'title' | 'doi' | 'arxivId'>;

/**
 * Finds papers that are the same work. An identifier decides where both have one of its kind;
 * otherwise the same title (letters and digits alone) does.
 */
export interface IdentityIndex<T> {
  find(description: Identified): T | undefined;
  add(description: Identified, value: T): void;
}

export function createIdentityIndex<T>(): IdentityIndex<T> {
  const byArxiv = new Map<string, T>();
  const byDoi = new Map<string, T>();
  const byTitle = new Map<string, { description: Identified; value: T }[]>();

  return {
    find(description) {
      const arxiv = arxivKey(description);
      const doi = doiKey(description);
      const known = (arxiv !== '' ? byArxiv.get(arxiv) : undefined) ?? (doi !== '' ? byDoi.get(doi) : undefined);
      if (known !== undefined) return known;
      const title = skeleton(description.title);
      return title === '' ? undefined : byTitle.get(title)?.find((other) => !contradict(description, other.description))?.value;
    },
    add(description, value) {
      const arxiv = arxivKey(description);
      const doi = doiKey(description);
      const title = skeleton(description.title);
      if (arxiv !== '' && !byArxiv.has(arxiv)) byArxiv.set(arxiv, value);
      if (doi !== '' && !byDoi.has(doi)) byDoi.set(doi, value);
      if (title !== '') byTitle.set(title, [...(byTitle.get(title) ?? []), { description, value }]);
    },
  };
}

/** Two works with the same title are still two when their arXiv ids differ, or, without those, their DOIs. */
function contradict(a: Identified, b: Identified): boolean {
  if (arxivKey(a) !== '' && arxivKey(b) !== '') return arxivKey(a) !== arxivKey(b);
  return doiKey(a) !== '' && doiKey(b) !== '' && doiKey(a) !== doiKey(b) && !isPreprintDoi(a) && !isPreprintDoi(b);
}

function arxivKey({ arxivId }: Identified): string {
  return arxivId.toLowerCase().replace(/v\d+$/, '');
}

function doiKey({ doi }: Identified): string {
  return doi.toLowerCase();
}

/** The DOI of a preprint says nothing against the DOI of its published version. */
function isPreprintDoi(description: Identified): boolean {
  return doiKey(description).startsWith('10.48550/');
}
