import { assertNever } from '../errors';
import { nameOf, type Membership, type Paper } from '../model';
import type { Condition, Having, State } from '../query';
import { named, nameTest } from '../query/naming';
import { addedTest, ratingTest, yearTest } from './intervals';
import type { Sources, Test } from './sources';

/** The memberships that count: all but the rejected ones. */
export function standing<T extends Membership>(memberships: readonly T[]): T[] {
  return memberships.filter(({ state }) => state !== 'rejected');
}

type Told = Exclude<Condition, { kind: 'text' } | { kind: 'name'; field: 'collection' }>;

/** The test of a condition that a paper's record, its techniques and what hangs on it answer. */
export async function conditionTest(condition: Told, sources: Sources): Promise<Test> {
  switch (condition.kind) {
    case 'name': return nameCondition(condition, sources);
    case 'range':
      if (condition.field === 'year') return yearTest(condition.bounds);
      return condition.field === 'rating' ? ratingTest(condition.bounds) : addedTest(condition.bounds, sources.clock.now());
    case 'choice':
      switch (condition.field) {
        case 'status': return ({ status }) => status === condition.value;
        case 'type': return ({ type }) => type === condition.value;
        case 'has': return havingTest(condition.value, sources);
        case 'is': return stateTest(condition.value, sources);
      }
  }
}

async function nameCondition({ field, naming }: Extract<Told, { kind: 'name' }>, { techniques }: Sources): Promise<Test> {
  const test = nameTest(naming);
  switch (field) {
    case 'tag': return ({ tags }) => tags.some(test);
    case 'key': return ({ citationKey }) => test(citationKey);
    case 'id': return ({ id }) => test(id);
    case 'doi': {
      const bare = nameTest(bared(naming, /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i));
      return ({ doi }) => doi !== '' && bare(doi);
    }
    case 'arxiv': {
      const bare = nameTest(bared(naming, /^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:)/i));
      return ({ arxivId }) => arxivId !== '' && (bare(arxivId) || bare(arxivId.replace(/v\d+$/i, '')));
    }
    case 'technique': {
      const ids = new Set(named(naming, techniques.taxonomy.techniques).map(({ id }) => id));
      if (ids.size > 0) await techniques.warm();
      return (paper) => ids.size > 0 && standing(techniques.of(paper)).some(({ id }) => ids.has(id));
    }
    case 'collection': return () => false;
    default: return assertNever(field);
  }
}

/** A name without what people write in front of it. */
function bared(naming: Extract<Told, { kind: 'name' }>['naming'], prefix: RegExp): typeof naming {
  if (naming.match === 'name') return { match: 'name', text: naming.text.trim().replace(prefix, '') };
  return { match: 'pattern', parts: naming.parts.map((part, index) => (index === 0 ? part.replace(prefix, '') : part)) };
}

async function havingTest(what: Having, { techniques, children }: Sources): Promise<Test> {
  switch (what) {
    case 'abstract': return ({ abstract }) => abstract !== '';
    case 'annotation': return ({ id }) => children.countsOf(id).annotations > 0;
    case 'arxiv': return ({ arxivId }) => arxivId !== '';
    case 'author': return ({ authors }) => authors.some((author) => nameOf(author) !== '');
    case 'collection': return ({ collections }) => collections.length > 0;
    case 'doi': return ({ doi }) => doi !== '';
    case 'note': return ({ id }) => children.countsOf(id).notes > 0;
    case 'pdf': return ({ id }) => children.countsOf(id).attachments > 0 && children.attachmentsOf(id).some(({ type }) => type === 'application/pdf');
    case 'rating': return ({ rating }) => rating > 0;
    case 'tag': return ({ tags }) => tags.length > 0;
    case 'technique':
      await techniques.warm();
      return (paper) => standing(techniques.of(paper)).length > 0;
    case 'url': return ({ url }) => url !== '';
    case 'venue': return ({ venue }) => venue !== '';
    case 'year': return ({ issued }) => issued !== '';
  }
}

async function stateTest(state: State, { duplicates }: Sources): Promise<Test> {
  switch (state) {
    case 'unread': return ({ status }) => status === 'to-read';
    case 'reading':
    case 'done': return ({ status }) => status === state;
    case 'starred': return ({ rating }) => rating > 0;
    case 'trashed': return isTrashed;
    case 'duplicate': {
      const found = await duplicates.find();
      return ({ id }) => found.has(id);
    }
  }
}

export function isTrashed({ trashedAt }: Paper): boolean {
  return trashedAt !== null;
}
