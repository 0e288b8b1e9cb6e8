import { orderBefore } from '../collections';
import { DomainError } from '../errors';
import { renamedInQueries } from '../renaming';
import { TechniqueId, type OwnTechnique, type Paper, type Phrase } from '../model';
import type { ReadonlyTables } from '../tables';
import { fold } from '../text';
import { create, edit, remove, type Change } from '../transaction';
import type { TechniqueTree } from './tree';

/** What the tables and the built-in techniques together make. */
export interface Situation {
  tables: ReadonlyTables;
  tree: TechniqueTree;
  isBuiltIn: (id: TechniqueId) => boolean;
}

/** The changes that make a technique have these fields. One that was built in gets a record of its own by it. */
export function revise({ tables }: Situation, technique: OwnTechnique, to: Partial<OwnTechnique>): Change[] {
  const own = tables.techniques.get(technique.id);
  if (own !== undefined) return edit('techniques', own, to);
  return edit('techniques', technique, to).length === 0 ? [] : [create('techniques', { ...technique, ...to })];
}

export function existing({ tree }: Pick<Situation, 'tree'>, id: TechniqueId): OwnTechnique {
  const technique = tree.get(id);
  if (technique === undefined) throw new DomainError('not-found', `There is no technique “${id}” in this library.`);
  return technique;
}

/** What lies directly in a technique (null: at the top), in its order. */
export function partsOf({ tree }: Pick<Situation, 'tree'>, parentId: TechniqueId | null): OwnTechnique[] {
  return tree.techniques.filter((technique) => technique.parentId === parentId);
}

export function lastIn(situation: Pick<Situation, 'tree'>, parentId: TechniqueId | null): number {
  return orderBefore(partsOf(situation, parentId), null);
}

/** An id made of a name: its letters and digits without accents, and a number where that is taken. */
export function idFor(name: string, { tree, isBuiltIn }: Pick<Situation, 'tree' | 'isBuiltIn'>): TechniqueId {
  const words = fold(name).match(/[a-z0-9]+/g)?.join('-').slice(0, 50).replace(/-$/, '') ?? '';
  const stem = words.length < 3 ? `technique${words === '' ? '' : `-${words}`}` : words;
  for (let number = 1; ; number += 1) {
    const id = TechniqueId.parse(number === 1 ? stem : `${stem}-${number}`);
    if (tree.get(id) === undefined && !isBuiltIn(id)) return id;
  }
}

/** The changes that put a technique elsewhere. Throws `invalid-input` where that is inside itself. */
export function relocate(situation: Situation, technique: OwnTechnique, { parentId, before }: { parentId: TechniqueId | null; before: TechniqueId | null }): Change[] {
  const { tree } = situation;
  if (parentId !== null && (existing(situation, parentId).id === technique.id || tree.ancestors(parentId).includes(technique.id))) {
    throw new DomainError('invalid-input', `“${technique.name}” cannot be put inside itself.`);
  }
  const siblings = partsOf(situation, parentId).filter(({ id }) => id !== technique.id);
  return revise(situation, technique, { parentId, order: orderBefore(siblings, before) });
}

/** The changes that leave nothing in a technique: its parts move up, or into another one. */
export function emptied(situation: Situation, technique: OwnTechnique, into: TechniqueId | null): Change[] {
  const first = lastIn(situation, into);
  return partsOf(situation, technique.id).flatMap((part, index) => revise(situation, part, { parentId: into, order: first + index }));
}

/**
 * The changes that make one technique of two: the other one takes over phrases, names, parts and decisions, of
 * which a confirmation outweighs a rejection.
 */
export function unite(situation: Situation, from: OwnTechnique, into: OwnTechnique): Change[] {
  if (situation.tree.ancestors(into.id).includes(from.id)) throw new DomainError('invalid-input', `“${from.name}” cannot be merged into a part of itself.`);
  if (from.id === into.id) throw new DomainError('invalid-input', 'A technique cannot be merged into itself.');
  const named = new Set([into.name, ...into.synonyms].map(fold));
  const synonyms = [...into.synonyms, ...[from.name, ...from.synonyms].filter((name) => !named.has(fold(name)))];
  const said = new Set(into.phrases.map(keyOf));
  return [
    ...revise(situation, into, { synonyms, phrases: [...into.phrases, ...from.phrases.filter((phrase) => !said.has(keyOf(phrase)))] }),
    ...emptied(situation, from, into.id),
    ...dropped(situation, from),
    ...[...situation.tables.papers.values()].flatMap((paper) => handedOn(paper, from.id, into.id)),
    ...renamedInQueries({ field: 'technique', before: [from.id, ...ownNames(situation, from)], after: into.id }, situation.tables, (scope) => (scope.kind === 'technique' && scope.id === from.id ? { ...scope, id: into.id } : scope)),
  ];
}

/** The changes with which what asks for a technique by its name does so by its id, before it gets another name. */
export function askedByItsId(situation: Situation, technique: OwnTechnique): Change[] {
  return renamedInQueries({ field: 'technique', before: ownNames(situation, technique), after: technique.id }, situation.tables);
}

/** What a technique is called, where that means no other one. */
function ownNames({ tree }: Situation, { id, name }: OwnTechnique): string[] {
  return tree.techniques.some((other) => other.id !== id && [other.id, other.name, ...other.synonyms].map(fold).includes(fold(name))) ? [] : [name];
}

/** A technique of the reader's own goes; a built-in one, which would come back, is retired. */
function dropped(situation: Situation, technique: OwnTechnique): Change[] {
  const own = situation.tables.techniques.get(technique.id);
  if (own !== undefined && !situation.isBuiltIn(technique.id)) return [remove('techniques', own)];
  return revise(situation, technique, { retired: true });
}

function handedOn(paper: Paper, from: TechniqueId, into: TechniqueId): Change[] {
  const { [from]: decision, ...rest } = paper.decisions;
  if (decision === undefined) return [];
  const there = rest[into];
  return edit('papers', paper, { decisions: { ...rest, [into]: there === undefined || decision === 'confirmed' ? decision : there } });
}

/** What tells phrases of one technique apart. */
export function keyOf({ text, field }: Phrase): string {
  return `${field ?? ''}:${fold(text)}`;
}
