import type { Draft } from '../changeQueue';
import type { Library } from '../library';
import { defaultSettings, type OwnTechnique, type Paper, type PaperId, type Phrase, type Settings, type Taxonomy, type TechniqueId } from '../model';
import { quoted } from '../papers';
import { settingsIn } from '../settings';
import type { ReadonlyTables } from '../tables';
import type { TechniqueIndex } from '../techniques';
import { counted } from '../text';
import { create, edit, remove, type Change } from '../transaction';
import { existing, keyOf, lastIn, revise, type Situation } from './changing';
import { techniqueEditing, type TechniqueEditing } from './editing';
import { readTaxonomy, writeTaxonomy } from './file';
import { treeIn, unfolded } from './tree';

/** A technique with where it comes from. */
export interface ListedTechnique extends OwnTechnique {
  /** Built in and as it was, built in and changed since, or the reader's own. */
  origin: 'built-in' | 'changed' | 'own';
}

/** The taxonomy that holds in the library. */
export interface TaxonomyInUse {
  /** Whether the built-in techniques are part of it. */
  base: 'built-in' | 'own';
  /** Retired ones too, each behind the one that it is a part of. */
  techniques: ListedTechnique[];
}

export interface TaxonomyUseCases extends TechniqueEditing {
  taxonomy(): TaxonomyInUse;
  /** Brings in a file: over what is there, or instead of it. Throws `unreadable` for what is none. */
  importFile(input: { text: string; instead: boolean }): Promise<{ added: number; changed: number; removed: number }>;
  exportFile(): string;
  /** Begins anew without the built-in techniques, or takes them in again under the reader's own. */
  base(on: 'built-in' | 'own'): Promise<void>;
  /**
   * Confirms or rejects a technique for papers, or takes such a decision back (null). Confirming one
   * that the classifier did not propose adds it.
   */
  decide(input: { paperIds: PaperId[]; techniqueId: TechniqueId; decision: Paper['decisions'][TechniqueId] | null }): Promise<void>;
}

export function taxonomyUseCases(library: Library, index: TechniqueIndex, builtIn: Taxonomy): TaxonomyUseCases {
  const original = unfolded(builtIn);
  const originals = new Map(original.map((technique) => [technique.id, technique]));

  function situationIn(tables: ReadonlyTables): Situation {
    const own = settingsIn(tables).taxonomy === 'own';
    return { tables, tree: treeIn(tables, original), isBuiltIn: (id) => !own && originals.has(id) };
  }

  /** Every change is planned on the taxonomy as it is then, and is known to the classifier when it is answered. */
  async function commit(plan: (situation: Situation) => Draft): Promise<void> {
    await library.commit((tables) => plan(situationIn(tables)));
    await index.prepare();
  }

  return {
    taxonomy: () => inUse(index, library.tables, originals),
    ...techniqueEditing({ commit }),
    async importFile({ text, instead }) {
      const file = readTaxonomy(text);
      const counts = { added: 0, changed: 0, removed: 0 };
      await commit((situation) => {
        const changes = instead ? replaced(situation, file) : overlaid(situation, file);
        for (const { op, table, id } of changes) {
          if (table !== 'techniques') continue;
          if (op === 'delete') counts.removed += 1;
          else if (op === 'create') counts[situation.tree.get(id as TechniqueId) === undefined ? 'added' : 'changed'] += 1;
        }
        counts.changed += new Set(changes.flatMap((change) => (change.table === 'techniques' && 'field' in change ? [change.id] : []))).size;
        return { label: `Import the taxonomy ${quoted({ title: file.name })}`, changes };
      });
      return counts;
    },
    exportFile: () => writeTaxonomy(index.taxonomy, settingsIn(library.tables).taxonomy === 'own' ? 'Techniques of a library' : builtIn.name),
    async base(on) {
      await commit(({ tables }) => ({
        label: on === 'own' ? 'Begin an empty taxonomy' : 'Take the built-in techniques in',
        changes: [...(on === 'own' ? [...tables.techniques.values()].map((technique) => remove('techniques', technique)) : []), ...based(tables, on)],
      }));
    },
    async decide({ paperIds, techniqueId, decision }) {
      const technique = existing({ tree: index.taxonomy }, techniqueId);
      const verb = decision === 'confirmed' ? 'Confirm' : decision === 'rejected' ? 'Reject' : 'Reconsider';
      await library.commit((tables) => ({
        label: `${verb} ${technique.name} for ${counted(paperIds.length, 'paper')}`,
        changes: paperIds.flatMap((id) => decided(tables.papers.get(id), techniqueId, decision)),
      }));
    },
  };
}

function inUse({ taxonomy }: TechniqueIndex, tables: ReadonlyTables, originals: ReadonlyMap<TechniqueId, OwnTechnique>): TaxonomyInUse {
  const base = settingsIn(tables).taxonomy ?? 'built-in';
  const originOf = (id: TechniqueId): ListedTechnique['origin'] => {
    if (base === 'own' || !originals.has(id)) return 'own';
    return tables.techniques.has(id) ? 'changed' : 'built-in';
  };
  return { base, techniques: taxonomy.techniques.map((technique) => ({ ...technique, origin: originOf(technique.id) })) };
}

/** The techniques of a file over those that are there; new ones come last. */
function overlaid(situation: Situation, file: Taxonomy): Change[] {
  const first = lastIn(situation, null);
  return unfolded(file).flatMap((technique) => {
    const there = situation.tree.get(technique.id);
    if (there === undefined) return [create('techniques', { ...technique, order: first + technique.order })];
    const { name, definition, synonyms, parentId } = technique;
    const same = there.phrases.length === technique.phrases.length && there.phrases.every((phrase, i) => samePhrase(phrase, technique.phrases[i]));
    return revise(situation, there, { name, definition, synonyms, phrases: same ? there.phrases : technique.phrases, parentId, retired: false });
  });
}

function samePhrase(a: Phrase, b: Phrase | undefined): boolean {
  return b !== undefined && keyOf(a) === keyOf(b) && a.text === b.text && a.weight === b.weight;
}

/** The techniques of a file, and nothing else. */
function replaced({ tables }: Situation, file: Taxonomy): Change[] {
  const fresh = unfolded(file);
  const kept = new Set(fresh.map(({ id }) => id));
  return [
    ...[...tables.techniques.values()].filter(({ id }) => !kept.has(id)).map((technique) => remove('techniques', technique)),
    ...fresh.flatMap((technique) => {
      const own = tables.techniques.get(technique.id);
      return own === undefined ? [create('techniques', technique)] : edit('techniques', own, technique);
    }),
    ...based(tables, 'own'),
  ];
}

function based(tables: ReadonlyTables, taxonomy: Settings['taxonomy']): Change[] {
  const known = tables.settings.get(defaultSettings.id);
  if (settingsIn(tables).taxonomy === taxonomy || taxonomy === undefined) return [];
  return known === undefined ? [create('settings', { ...defaultSettings, taxonomy })] : edit('settings', known, { taxonomy });
}

function decided(paper: Paper | undefined, techniqueId: TechniqueId, decision: Paper['decisions'][TechniqueId] | null): Change[] {
  if (paper === undefined) return [];
  const { [techniqueId]: _, ...others } = paper.decisions;
  return edit('papers', paper, { decisions: decision === null ? others : { ...others, [techniqueId]: decision } });
}
