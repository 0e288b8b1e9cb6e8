import { assignmentsOf, type Classifier } from './classify';
import type { Library } from './library';
import type { Assignment, Paper, PaperId, Taxonomy, Technique, TechniqueId } from './model';
import { inSlices } from './slices';
import { edit } from './transaction';
import type { Clock } from './ports';
import { DomainError } from './errors';
import { counted } from './text';

type Classified = ReturnType<Classifier['classify']>;

/**
 * The techniques of each paper: the classifier's proposals, which follow from title and abstract and
 * are kept until those change, joined with what the reader has decided.
 */
export interface TechniqueIndex {
  readonly taxonomy: Taxonomy;
  technique(id: TechniqueId): Technique | undefined;
  of(paper: Paper): Assignment[];
  /** What is known without classifying: none for a paper that has not been. */
  known(paper: Paper): Assignment[];
  /** Classifies whatever has not been yet, in slices. */
  warm(): Promise<void>;
  /** The same for at most this many milliseconds; answers whether all is classified, and goes on by itself if not. */
  warmFor(milliseconds: number): Promise<boolean>;
}

export function createTechniqueIndex(taxonomy: Taxonomy, classifier: Classifier, library: Library, clock: Clock): TechniqueIndex {
  const known = new Map<PaperId, { title: string; abstract: string; classified: Classified }>();
  const byId = new Map(taxonomy.techniques.map((technique) => [technique.id, technique]));

  function classified(paper: Paper): Classified {
    const entry = known.get(paper.id);
    if (entry?.title === paper.title && entry.abstract === paper.abstract) return entry.classified;
    const fresh = classifier.classify(paper);
    known.set(paper.id, { title: paper.title, abstract: paper.abstract, classified: fresh });
    return fresh;
  }

  let warming: Promise<void> | undefined;

  async function classifyAll(): Promise<void> {
    await inSlices(library.tables.papers.values(), clock, classified);
  }

  async function warm(): Promise<void> {
    warming ??= classifyAll().finally(() => { warming = undefined; });
    await warming;
  }

  async function warmFor(milliseconds: number): Promise<boolean> {
    let done = false;
    const began = clock.elapsed();
    void warm().then(() => { done = true; });
    while (!done && clock.elapsed() - began < milliseconds) await clock.breathe();
    return done;
  }

  return {
    taxonomy,
    technique: (id) => byId.get(id),
    of: (paper) => assignmentsOf(classified(paper), paper.decisions),
    known: (paper) => assignmentsOf(known.get(paper.id)?.classified ?? [], paper.decisions),
    warm,
    warmFor,
  };
}

export interface TechniqueUseCases {
  taxonomy(): Taxonomy;
  /**
   * Confirms or rejects a technique for papers, or takes such a decision back (null). Confirming one
   * that the classifier did not propose adds it.
   */
  decide(input: { paperIds: PaperId[]; techniqueId: TechniqueId; decision: Paper['decisions'][TechniqueId] | null }): Promise<void>;
}

export function techniqueUseCases(library: Library, index: TechniqueIndex): TechniqueUseCases {
  return {
    taxonomy: () => index.taxonomy,
    async decide({ paperIds, techniqueId, decision }) {
      const technique = index.technique(techniqueId);
      if (technique === undefined) throw new DomainError('not-found', `There is no technique called “${techniqueId}”.`);
      const verb = decision === 'confirmed' ? 'Confirm' : decision === 'rejected' ? 'Reject' : 'Reconsider';
      await library.commit((tables) => ({
        label: `${verb} ${technique.name} for ${counted(paperIds.length, 'paper')}`,
        changes: paperIds.flatMap((id) => {
          const paper = tables.papers.get(id);
          if (paper === undefined) return [];
          const { [techniqueId]: _, ...others } = paper.decisions;
          return edit('papers', paper, { decisions: decision === null ? others : { ...others, [techniqueId]: decision } });
        }),
      }));
    },
  };
}
