import { locate } from '../anchor';
import type { Children } from '../children';
import type { Library } from '../library';
import { Annotation, type AnnotationId, type Attachment, type Paper, type PaperId, type Target } from '../model';
import { existing, quoted } from '../papers';
import type { Clock, Ids } from '../ports';
import type { ReadonlyTables } from '../tables';
import { counted } from '../text';
import { create } from '../transaction';
import { printWebAnnotations } from './print';
import { readWebAnnotations, type ReadAnnotation, type ReadTarget, type WebAnnotationFinding } from './read';

export interface TakenAnnotations { added: number; known: number; findings: WebAnnotationFinding[] }

export interface WebAnnotationUseCases {
  /** The annotations of papers as W3C Web Annotations (JSON-LD). */
  print(paperIds: readonly PaperId[]): string;
  /** Takes such in, on the papers that they name, or on `paperId`. What is there already is left alone. */
  take(input: { text: string; paperId?: PaperId | undefined }): Promise<TakenAnnotations>;
}

interface Needs { library: Library; clock: Clock; ids: Ids; children: Children }

export function webAnnotationUseCases({ library, clock, ids, children }: Needs): WebAnnotationUseCases {
  return {
    print(paperIds) {
      return printWebAnnotations(paperIds.flatMap((id) => {
        const paper = existing(library.tables, id);
        return children.annotationsOf(id).map((annotation) => ({ annotation, paper, attachment: 'attachmentId' in annotation.target ? library.tables.attachments.get(annotation.target.attachmentId) : undefined }));
      }));
    },
    async take({ text, paperId }) {
      const { annotations, findings } = readWebAnnotations(text);
      let taken: TakenAnnotations = { added: 0, known: 0, findings };
      await library.commit((tables) => {
        const papers = paperFinder(tables);
        const there = new Set<string>();
        const asked = new Set<PaperId>();
        taken = { added: 0, known: 0, findings: [...findings] };
        const made = annotations.flatMap((read): Annotation[] => {
          const paper = paperId === undefined ? papers(read) : tables.papers.get(paperId);
          if (paper !== undefined && !asked.has(paper.id)) {
            asked.add(paper.id);
            for (const each of children.annotationsOf(paper.id)) there.add(whatItSays(each));
          }
          const annotation = paper === undefined ? 'The paper that it is on is not in this library.' : annotationOn(paper, read, { tables, children, at: clock.now(), nextId: () => ids.next() as AnnotationId });
          if (typeof annotation === 'string') {
            taken.findings.push({ at: read.at, reason: annotation });
            return [];
          }
          if (tables.annotations.has(annotation.id) || there.has(whatItSays(annotation))) {
            taken.known += 1;
            return [];
          }
          there.add(whatItSays(annotation));
          taken.added += 1;
          return [annotation];
        });
        const distinct = [...new Map(made.map((annotation) => [annotation.id, annotation])).values()];
        return { label: `Take in ${counted(distinct.length, 'annotation')}${paperId === undefined ? '' : ` of ${quoted(existing(tables, paperId))}`}`, changes: distinct.map((annotation) => create('annotations', annotation)) };
      });
      return taken;
    },
  };
}

/** Two annotations that say the same of the same place are one. */
function whatItSays({ paperId, target, style, comment }: Annotation): string {
  return JSON.stringify([paperId, target, style ?? 'highlight', comment]);
}

/** Finds the paper of an annotation: by our id, its DOI or its arXiv id, or by the file that it has. */
function paperFinder({ papers, attachments }: ReadonlyTables): (read: ReadAnnotation) => Paper | undefined {
  let byName: Map<string, Paper> | null = null;
  return ({ paper, target }) => {
    const own = papers.get(paper.id as PaperId);
    if (own !== undefined) return own;
    byName ??= new Map([
      ...[...attachments.values()].flatMap(({ sha256, paperId }) => { const on = papers.get(paperId); return on === undefined ? [] : [[sha256, on] as const]; }),
      ...[...papers.values()].flatMap((each) => [each.doi, each.arxivId].filter((name) => name !== '').map((name) => [name.toLowerCase(), each] as const)),
    ]);
    return [paper.doi, paper.arxivId, target.sha256 ?? ''].filter((name) => name !== '').map((name) => byName?.get(name.toLowerCase())).find((found) => found !== undefined);
  };
}

interface Surroundings { tables: ReadonlyTables; children: Children; at: string; nextId: () => AnnotationId }

/** The annotation as this library has it, or why it cannot have it. */
function annotationOn(paper: Paper, { id, target, moved, fields, createdAt, modifiedAt }: ReadAnnotation, { tables, children, at, nextId }: Surroundings): Annotation | string {
  const files = children.attachmentsOf(paper.id);
  const place = placeOn(paper, files, target);
  if (typeof place === 'string') return place;
  const from = moved === null ? null : placeOn(paper, files, moved.from);
  const isFree = id !== null && (tables.annotations.get(id as AnnotationId)?.paperId ?? paper.id) === paper.id;
  const annotation = Annotation.safeParse({
    id: isFree ? id : nextId(), paperId: paper.id, target: place, ...fields,
    ...(moved !== null && from !== null && typeof from !== 'string' && { moved: { state: moved.state, confidence: moved.confidence, from } }),
    createdAt: createdAt || at, modifiedAt: modifiedAt || createdAt || at,
  });
  return annotation.success ? annotation.data : 'It says something that an annotation cannot have.';
}

function placeOn(paper: Paper, files: readonly Attachment[], { place, sha256, attachmentId }: ReadTarget): Target | string {
  if (place.kind === 'abstract') {
    const found = locate(place, paper.abstract);
    return found === null ? 'Its words are not in the abstract of the paper.' : { ...place, ...found };
  }
  const file = files.find((each) => each.id === attachmentId) ?? files.find((each) => each.sha256 === sha256);
  if (file === undefined) return 'The file that it is on is not in this library.';
  return { ...place, attachmentId: file.id, sha256: sha256 ?? file.sha256 };
}
