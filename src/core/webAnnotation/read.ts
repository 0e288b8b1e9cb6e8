import { z } from 'zod';
import { HighlightColor, MarkStyle, Moved, Origin, Quad, Rectangle, type Annotation, type Target } from '../model';
import { idIn, isAbstract, sha256In } from './vocabulary';

/** What an annotation of a file says; what it is on is yet to be found in the library. */
export interface ReadAnnotation {
  /** Its place in the file, from 0. */
  at: number;
  /** Ours, where it is one of ours. */
  id: string | null;
  target: ReadTarget;
  moved: { state: Moved['state']; confidence: number; from: ReadTarget } | null;
  paper: { id: string; doi: string; arxivId: string; title: string };
  fields: Pick<Annotation, 'color' | 'comment' | 'style' | 'tags' | 'origin'>;
  createdAt: string;
  modifiedAt: string;
}

type Without<T> = T extends { attachmentId: unknown } ? Omit<T, 'attachmentId' | 'sha256'> : T;
/** A place, and the file that it is in: by its bytes, and as this library or another called it. */
export interface ReadTarget { place: Without<Target>; sha256: string | null; attachmentId: string | null }

export interface WebAnnotationFinding { at: number; reason: string }
export interface ReadWebAnnotations { annotations: ReadAnnotation[]; findings: WebAnnotationFinding[] }

const text = z.string().catch('');
const Selector = z.looseObject({ type: z.string() });
const Source = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const TargetJson = z.looseObject({ source: Source, selector: z.union([z.array(Selector).max(20), Selector.transform((one) => [one])]), 'lectern:attachment': z.string().nullable().catch(null) });
const BodyJson = z.looseObject({ type: z.string().catch('TextualBody'), value: z.string(), purpose: z.string().catch('commenting') });
const one = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((each) => [each])]);
const Item = z.looseObject({
  id: z.unknown().optional(), created: z.iso.datetime().catch(''), modified: z.iso.datetime().catch(''),
  body: one(z.union([BodyJson, z.string().transform((value) => ({ value, purpose: 'commenting' }))])).catch([]), target: one(TargetJson),
  'lectern:style': MarkStyle.catch('highlight'), 'lectern:color': HighlightColor.catch('yellow'),
  'lectern:paper': z.looseObject({ id: text, doi: text, arxivId: text, title: text }).catch({ id: '', doi: '', arxivId: '', title: '' }),
  'lectern:origin': Origin.optional().catch(undefined),
  'lectern:moved': z.looseObject({ state: Moved.shape.state, confidence: Moved.shape.confidence, from: TargetJson }).optional().catch(undefined),
});

/** Reads W3C Web Annotations: a collection, a page, a list or a single one. Total: what cannot be taken becomes a finding. */
export function readWebAnnotations(json: string): ReadWebAnnotations {
  const reading: ReadWebAnnotations = { annotations: [], findings: [] };
  for (const [at, item] of itemsIn(parsed(json)).entries()) {
    const read = readOne(item, at);
    if (typeof read === 'string') reading.findings.push({ at, reason: read });
    else reading.annotations.push(read);
  }
  if (reading.annotations.length + reading.findings.length === 0) reading.findings.push({ at: 0, reason: 'There are no Web Annotations in this file.' });
  return reading;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function itemsIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return [];
  const { items, first, type } = json as Record<string, unknown>;
  if (Array.isArray(items)) return items;
  if (typeof first === 'object' && first !== null) return itemsIn((first as Record<string, unknown>)['items'] ?? []);
  return type === 'Annotation' ? [json] : [];
}

function readOne(item: unknown, at: number): ReadAnnotation | string {
  const read = Item.safeParse(item);
  if (!read.success) return 'This is no Web Annotation that Lectern can read: it lacks a target with a source and selectors.';
  const { id, body, created, modified, 'lectern:style': style, 'lectern:color': color, 'lectern:paper': paper, 'lectern:origin': origin, 'lectern:moved': moved } = read.data;
  const target = read.data.target[0] === undefined ? null : readTarget(read.data.target[0]);
  if (target === null) return 'Its selectors name no passage and no place on a page.';
  const from = moved === undefined ? null : readTarget(moved.from);
  const tags = body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value).filter((tag) => tag !== '');
  const comment = body.filter(({ purpose }) => purpose !== 'tagging').map(({ value }) => value).join('\n\n');
  const { id: paperId, doi, arxivId, title } = paper;
  return {
    at, id: idIn(id), target, moved: moved === undefined || from === null ? null : { state: moved.state, confidence: moved.confidence, from }, paper: { id: paperId, doi, arxivId, title },
    fields: { color, comment, ...(style !== 'highlight' && { style }), ...(tags.length > 0 && { tags }), ...(origin !== undefined && { origin }) },
    createdAt: created, modifiedAt: modified,
  };
}

const page = z.number().int().nonnegative();
const Quote = z.looseObject({ type: z.literal('TextQuoteSelector'), exact: z.string().min(1), prefix: text, suffix: text });
const Position = z.looseObject({ type: z.literal('TextPositionSelector'), start: z.number().int().nonnegative(), end: z.number().int().positive() });
const Quads = z.looseObject({ 'lectern:page': page, 'lectern:quads': z.array(Quad).min(1) });
const Area = z.looseObject({ 'lectern:page': page, 'lectern:rectangle': Rectangle });
const Ink = z.looseObject({ 'lectern:page': page, 'lectern:strokes': z.array(z.array(z.number()).min(2)).min(1), 'lectern:width': z.number().positive() });

function readTarget({ source, selector, 'lectern:attachment': attachmentId }: z.infer<typeof TargetJson>): ReadTarget | null {
  const find = <T>(schema: z.ZodType<T>): T | undefined => selector.flatMap((each) => schema.safeParse(each).data ?? [])[0];
  const file = { sha256: sha256In(source), attachmentId };
  const [area, ink] = [find(Area), find(Ink)];
  if (area !== undefined) return { ...file, place: { kind: 'pdf-area', page: area['lectern:page'], rectangle: area['lectern:rectangle'] } };
  if (ink !== undefined) return { ...file, place: { kind: 'pdf-ink', page: ink['lectern:page'], strokes: ink['lectern:strokes'], width: ink['lectern:width'] } };
  const quote = find(Quote);
  if (quote === undefined) return null;
  const { exact, prefix, suffix } = quote;
  const { start, end } = find(Position) ?? { start: 0, end: exact.length };
  const passage = { start, end, exact, prefix, suffix };
  const quads = find(Quads);
  if (quads !== undefined) return { ...file, place: { kind: 'pdf-text', page: quads['lectern:page'], ...passage, quads: quads['lectern:quads'] } };
  return { ...file, place: { kind: isAbstract(source) || file.sha256 === null ? 'abstract' : 'text', ...passage } };
}
