import { nameOf, type Paper, type PaperId, type TechniqueId } from '../model';
import type { TechniqueIndex } from '../techniques';
import { fold } from '../text';
import type { RelatedHit } from './types';

/** Why a paper is related to others: the words that tell most, and what both have. */
export interface Related extends RelatedHit {
  techniques: TechniqueId[];
  authors: string[];
  tags: string[];
}

/** What a paper has besides its words, each with how much it has of it. */
export interface Traits {
  techniques: ReadonlyMap<TechniqueId, number>;
  /** By their folded names, with the names as they are written. */
  authors: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

/** What shared traits count beside the words, which count 1 at the most. */
const TECHNIQUES = 0.5;
const AUTHORS = 0.25;
const TAGS = 0.25;

export function traitsOf(paper: Paper, techniques: Pick<TechniqueIndex, 'known'>): Traits {
  return {
    techniques: new Map(techniques.known(paper).filter(({ state }) => state !== 'rejected').map(({ id, score }) => [id, score])),
    authors: new Map(paper.authors.map((author) => [fold(nameOf(author)), nameOf(author)])),
    tags: new Map(paper.tags.map((tag) => [fold(tag), tag])),
  };
}

/**
 * Puts papers that have words in common with others in order by what else they have in common: techniques as the cosine of
 * how sure they are, authors and tags as the share of them that both have.
 */
export function withTraits(alike: readonly RelatedHit[], own: readonly Traits[], traits: (id: PaperId) => Traits | undefined, limit: number): Related[] {
  const most = Math.max(...alike.map(({ score }) => score), Number.MIN_VALUE);
  return alike.flatMap((hit): Related[] => {
    const theirs = traits(hit.id);
    if (theirs === undefined) return [];
    const shared = own.map((each) => commonTraits(each, theirs));
    const traitScore = shared.reduce((sum, each) => sum + each.score, 0) / Math.max(1, own.length);
    return [{
      id: hit.id, terms: hit.terms, score: hit.score / most + traitScore,
      techniques: [...new Set(shared.flatMap(({ techniques }) => techniques))], authors: [...new Set(shared.flatMap(({ authors }) => authors))], tags: [...new Set(shared.flatMap(({ tags }) => tags))],
    }];
  }).toSorted((a, b) => b.score - a.score).slice(0, limit);
}

function commonTraits(a: Traits, b: Traits): { score: number; techniques: TechniqueId[]; authors: string[]; tags: string[] } {
  const techniques = [...a.techniques.keys()].filter((id) => b.techniques.has(id));
  const product = techniques.reduce((sum, id) => sum + (a.techniques.get(id) ?? 0) * (b.techniques.get(id) ?? 0), 0);
  const authors = [...a.authors].filter(([name]) => b.authors.has(name)).map(([, written]) => written);
  const tags = [...a.tags].filter(([tag]) => b.tags.has(tag)).map(([, written]) => written);
  const lengths = Math.hypot(...a.techniques.values()) * Math.hypot(...b.techniques.values());
  return {
    techniques, authors, tags,
    score: (lengths > 0 ? (TECHNIQUES * product) / lengths : 0) + AUTHORS * share(authors, a.authors, b.authors) + TAGS * share(tags, a.tags, b.tags),
  };
}

function share(common: readonly string[], a: { size: number }, b: { size: number }): number {
  return common.length === 0 ? 0 : common.length / Math.min(a.size, b.size);
}
