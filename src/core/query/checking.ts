import type { CollectionId } from '../model';
import { circleThrough, type Asking } from './circles';
import type { Finding } from './findings';
import { named, nameTest, type Nameable } from './naming';
import type { Parsed, Term } from './parser';
import type { Naming } from './tree';

/** What names of a query may stand for. Tags are left out where nobody has counted them. */
export interface KnownNames {
  techniques: readonly Nameable[];
  collections: readonly Asking[];
  tags?: readonly string[];
}

/**
 * All that is to be said about a query in a library: what is wrong with its text, and names that stand for nothing
 * there. `own` is the smart collection that the query is of: it must not ask for itself.
 */
export function check(parsed: Parsed, known: KnownNames, own?: CollectionId): Finding[] {
  const found = parsed.terms.flatMap((term) => aboutNames(term, known, own) ?? []);
  return [...parsed.findings, ...found].toSorted((a, b) => a.start - b.start);
}

function aboutNames({ condition, start, end }: Term, known: KnownNames, own: CollectionId | undefined): Finding | null {
  if (condition.kind !== 'name') return null;
  const { field, naming } = condition;
  const tell = (kind: Finding['kind'], reason: string): Finding => ({ kind, start, end, reason });
  if (field === 'technique' && named(naming, known.techniques).length === 0) return tell('hint', `There is no technique called ${called(naming)}, so that this finds none.`);
  if (field === 'tag' && known.tags !== undefined && !known.tags.some(nameTest(naming))) return tell('hint', `No paper has the tag ${called(naming)}.`);
  if (field !== 'collection') return null;
  const meant = named(naming, known.collections);
  if (meant.length === 0) return tell('hint', `There is no collection called ${called(naming)}, so that this finds none.`);
  const reason = circleReason(meant, known.collections, own);
  return reason === null ? null : tell('error', reason);
}

function circleReason(meant: readonly Asking[], collections: readonly Asking[], own: CollectionId | undefined): string | null {
  for (const collection of meant) {
    if (collection.id === own) return `“${collection.name}” cannot ask for itself.`;
    const back = own === undefined ? null : wayTo(own, collection, collections);
    if (back !== null) return `“${collection.name}” asks for this smart collection (${back.map(({ name }) => name).join(' › ')}), which cannot ask for itself.`;
    const circle = circleThrough(collection, collections);
    if (circle !== null) return `“${collection.name}” asks for itself (${circle.map(({ name }) => name).join(' › ')}), and finds none.`;
  }
  return null;
}

/** The way from a collection to another one that it asks for, by way of others or not. */
function wayTo(target: CollectionId, from: Asking, collections: readonly Asking[]): Asking[] | null {
  const asking: Asking = { id: target, name: '', query: `collection:${from.id}` };
  return circleThrough(asking, collections.map((each) => (each.id === target ? { ...each, query: undefined } : each)));
}

function called(naming: Naming): string {
  return naming.match === 'name' ? `“${naming.text}”` : `like “${naming.parts.join('*')}”`;
}
