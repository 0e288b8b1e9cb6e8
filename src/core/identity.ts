import type { Description } from './model';
import { skeleton } from './text';

type Identified = Pick<Description, 'title' | 'doi' | 'arxivId'> & Partial<Pick<Description, 'extra'>>;

/**
 * Finds papers that are the same work. An identifier decides where both have one of its kind;
 * otherwise the same title (letters and digits alone) does.
 */
export interface IdentityIndex<T> {
  /** `accepts` is asked about works that have the title alone in common. */
  find(description: Identified, accepts?: (value: T) => boolean): T | undefined;
  add(description: Identified, value: T): void;
}

interface Keys { arxiv: string; doi: string; title: string }

/** By what some works can be found. */
export class IdentityKeys {
  private readonly sets: Record<keyof Keys, Set<string>> = { arxiv: new Set(), doi: new Set(), title: new Set() };

  add(description: Identified): void {
    const keys = keysOf(description);
    this.sets.arxiv.add(keys.arxiv);
    this.sets.doi.add(keys.doi);
    this.sets.title.add(keys.title);
  }

  has(kind: keyof Keys, key: string): boolean {
    return this.sets[kind].has(key);
  }
}

/** `asked` are all that will be looked for, where that is known: nothing is kept that none of them could find. */
export function createIdentityIndex<T>(asked?: IdentityKeys): IdentityIndex<T> {
  const byArxiv = new Map<string, T>();
  const byDoi = new Map<string, T>();
  const byTitle = new Map<string, { description: Identified; value: T }[]>();
  const isWanted = (kind: keyof Keys, key: string): boolean => key !== '' && (asked?.has(kind, key) ?? true);

  return {
    find(description, accepts = () => true) {
      const { arxiv, doi, title } = keysOf(description);
      const known = (arxiv !== '' ? byArxiv.get(arxiv) : undefined) ?? (doi !== '' ? byDoi.get(doi) : undefined);
      if (known !== undefined) return known;
      return title === '' ? undefined : byTitle.get(title)?.find(({ description: other, value }) => !contradict(description, other) && accepts(value))?.value;
    },
    add(description, value) {
      const { arxiv, doi, title } = keysOf(description);
      if (isWanted('arxiv', arxiv) && !byArxiv.has(arxiv)) byArxiv.set(arxiv, value);
      if (isWanted('doi', doi) && !byDoi.has(doi)) byDoi.set(doi, value);
      if (isWanted('title', title)) byTitle.set(title, [...(byTitle.get(title) ?? []), { description, value }]);
    },
  };
}

function keysOf(description: Identified): Keys {
  return { arxiv: arxivKey(description), doi: doiKey(description), title: skeleton(description.title) };
}

/** What tells editions and parts of a work from each other. */
const parts = ['volume', 'edition', 'ISBN', 'part'] as const;

/** Two works with the same title are still two when their arXiv ids differ, or, without those, their DOIs, editions or volumes. */
function contradict(a: Identified, b: Identified): boolean {
  if (parts.some((part) => partOf(a, part) !== '' && partOf(b, part) !== '' && partOf(a, part) !== partOf(b, part))) return true;
  if (arxivKey(a) !== '' && arxivKey(b) !== '') return arxivKey(a) !== arxivKey(b);
  return doiKey(a) !== '' && doiKey(b) !== '' && doiKey(a) !== doiKey(b) && !isPreprintDoi(a) && !isPreprintDoi(b);
}

function partOf({ extra = {} }: Identified, part: string): string {
  return Object.hasOwn(extra, part) ? (extra[part] ?? '') : '';
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
