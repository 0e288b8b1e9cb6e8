import type { Draft } from '../changeQueue';
import { DomainError } from '../errors';
import type { OwnTechnique, Phrase, TechniqueId } from '../model';
import { quoted } from '../papers';
import { fold } from '../text';
import { create, remove, type Change } from '../transaction';
import { askedByItsId, emptied, existing, idFor, lastIn, relocate, revise, unite, type Situation } from './changing';

/** What a person says of a technique. */
export interface TechniqueEdit {
  name?: string | undefined;
  definition?: string | undefined;
  synonyms?: string[] | undefined;
  phrases?: Phrase[] | undefined;
}

/** What can be done to single techniques. Each is one change of the library, which can be undone. */
export interface TechniqueEditing {
  add(input: TechniqueEdit & { name: string; parentId: TechniqueId | null }): Promise<TechniqueId>;
  edit(input: TechniqueEdit & { id: TechniqueId }): Promise<void>;
  /** Puts a technique into `parentId` (null: at the top), before the sibling `before`, or last when that is null. */
  move(input: { id: TechniqueId; parentId: TechniqueId | null; before: TechniqueId | null }): Promise<void>;
  /** Makes one of two: `into` takes over the phrases, names, parts and decisions of the other, which goes. */
  merge(input: { id: TechniqueId; into: TechniqueId }): Promise<void>;
  /** Makes a new technique out of phrases and names of another one, inside it or beside it. */
  split(input: { id: TechniqueId; name: string; take: string[]; place: 'inside' | 'beside' }): Promise<TechniqueId>;
  /** Lets a technique be proposed no more; its parts move up, what was decided on it stays. */
  retire(id: TechniqueId): Promise<void>;
  /** Takes a retired technique into use again. */
  reinstate(id: TechniqueId): Promise<void>;
  /** Makes a built-in technique be as it came. */
  reset(id: TechniqueId): Promise<void>;
}

interface Needs {
  /** Makes a change that is planned on the taxonomy as it is then. */
  commit: (plan: (situation: Situation) => Draft) => Promise<void>;
}

export function techniqueEditing({ commit }: Needs): TechniqueEditing {
  return {
    async add({ name, parentId, definition = '', synonyms = [], phrases = [] }) {
      let id: TechniqueId | undefined;
      await commit((situation) => {
        if (parentId !== null) existing(situation, parentId);
        id = idFor(name, situation);
        const technique: OwnTechnique = { id, name, definition, synonyms, phrases, parentId, order: lastIn(situation, parentId), retired: false };
        return { label: `Add the technique ${called(technique)}`, changes: [create('techniques', technique)] };
      });
      return made(id);
    },
    async edit({ id, ...fields }) {
      await commit((situation) => {
        const technique = existing(situation, id);
        const { name } = fields;
        const changes = revise(situation, technique, defined(fields));
        if (name === undefined || name === technique.name) return { label: `Change the technique ${called(technique)}`, changes };
        return { label: `Rename the technique ${called(technique)} to ${quoted({ title: name })}`, changes: [...changes, ...askedByItsId(situation, technique)] };
      });
    },
    async move({ id, ...place }) {
      await commit((situation) => {
        const technique = existing(situation, id);
        return { label: `Move the technique ${called(technique)}`, changes: relocate(situation, technique, place) };
      });
    },
    async merge({ id, into }) {
      await commit((situation) => {
        const [from, to] = [existing(situation, id), existing(situation, into)];
        return { label: `Merge the technique ${called(from)} into ${called(to)}`, changes: unite(situation, from, to) };
      });
    },
    async split({ id, ...part }) {
      let fresh: TechniqueId | undefined;
      await commit((situation) => {
        const whole = existing(situation, id);
        fresh = idFor(part.name, situation);
        return { label: `Split ${quoted({ title: part.name })} from the technique ${called(whole)}`, changes: divided(situation, whole, { ...part, id: fresh }) };
      });
      return made(fresh);
    },
    async retire(id) {
      await commit((situation) => {
        const technique = existing(situation, id);
        return { label: `Retire the technique ${called(technique)}`, changes: [...emptied(situation, technique, technique.parentId), ...revise(situation, technique, { retired: true })] };
      });
    },
    async reinstate(id) {
      await commit((situation) => {
        const technique = existing(situation, id);
        return { label: `Take the technique ${called(technique)} into use again`, changes: revise(situation, technique, { retired: false }) };
      });
    },
    async reset(id) {
      await commit((situation) => {
        const technique = existing(situation, id);
        const own = situation.tables.techniques.get(id);
        if (!situation.isBuiltIn(id)) throw new DomainError('invalid-input', `“${technique.name}” is no built-in technique.`);
        return { label: `Make the technique ${called(technique)} as it came`, changes: own === undefined ? [] : [remove('techniques', own)] };
      });
    },
  };
}

function called({ name }: OwnTechnique): string {
  return quoted({ title: name });
}

function made(id: TechniqueId | undefined): TechniqueId {
  if (id === undefined) throw new DomainError('internal', 'The technique was not made. Try again.');
  return id;
}

/** The fields that are said. */
function defined(fields: TechniqueEdit): Partial<OwnTechnique> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

interface Part { id: TechniqueId; name: string; take: string[]; place: 'inside' | 'beside' }

function divided(situation: Situation, whole: OwnTechnique, { id, name, take, place }: Part): Change[] {
  const wanted = new Set(take.map(fold));
  const taken = (text: string): boolean => wanted.has(fold(text));
  const parentId = place === 'inside' ? whole.id : whole.parentId;
  const part: OwnTechnique = {
    id, name, definition: '', synonyms: whole.synonyms.filter(taken), phrases: whole.phrases.filter(({ text }) => taken(text)),
    parentId, order: lastIn(situation, parentId), retired: false,
  };
  const rest = { synonyms: whole.synonyms.filter((text) => !taken(text)), phrases: whole.phrases.filter(({ text }) => !taken(text)) };
  return [create('techniques', part), ...revise(situation, whole, rest)];
}
