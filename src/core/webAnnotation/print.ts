import type { Annotation, Attachment, Paper, Target } from '../model';
import { boundsOf } from '../marks/pdfMark';
import { abstractIri, CONTEXT, fileIri, iriOf, motivations, OWN_CONTEXT, PDF_FRAGMENTS } from './vocabulary';

type Json = Record<string, unknown>;

/** An annotation with what it is on. */
export interface Annotated { annotation: Annotation; paper: Paper; attachment: Attachment | undefined }

/** Annotations as a collection of W3C Web Annotations (JSON-LD). */
export function printWebAnnotations(annotated: readonly Annotated[]): string {
  return `${JSON.stringify({ '@context': [CONTEXT, OWN_CONTEXT], type: 'AnnotationCollection', total: annotated.length, first: { type: 'AnnotationPage', items: annotated.map(webAnnotationOf) } }, null, 2)}\n`;
}

/** One of them (Web Annotation Data Model): the comment and tags are bodies, the target is told by selectors. */
export function webAnnotationOf({ annotation, paper, attachment }: Annotated): Json {
  const { id, target, style = 'highlight', color, comment, tags = [], origin, moved, createdAt, modifiedAt } = annotation;
  const bodies = [
    ...(comment === '' ? [] : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' })),
  ];
  return {
    id: iriOf(id), type: 'Annotation', motivation: motivations[style], created: createdAt, modified: modifiedAt,
    ...(origin !== undefined && origin.author !== '' && { creator: { type: 'Person', name: origin.author } }),
    ...(bodies.length > 0 && { body: bodies }),
    target: { ...targetJson(target, paper), 'lectern:type': attachment?.type },
    'lectern:style': style, 'lectern:color': color,
    'lectern:paper': { id: paper.id, title: paper.title, doi: paper.doi, arxivId: paper.arxivId },
    ...(origin !== undefined && { 'lectern:origin': origin }),
    ...(moved !== undefined && { 'lectern:moved': { state: moved.state, confidence: moved.confidence, from: targetJson(moved.from, paper) } }),
  };
}

function targetJson(target: Target, paper: Paper): Json {
  if (target.kind === 'abstract') return { source: abstractIri(paper.id), selector: textSelectors(target) };
  const source = { source: fileIri(target.sha256), 'lectern:attachment': target.attachmentId };
  switch (target.kind) {
    case 'text': return { ...source, selector: textSelectors(target) };
    case 'pdf-text': return { ...source, selector: [...textSelectors(target), fragment(target.page, boundsOf({ kind: 'quads', quads: target.quads }), { 'lectern:quads': target.quads })] };
    case 'pdf-area': return { ...source, selector: fragment(target.page, target.rectangle, { 'lectern:rectangle': target.rectangle }) };
    case 'pdf-ink': return { ...source, selector: fragment(target.page, boundsOf({ kind: 'ink', strokes: target.strokes, width: target.width }), { 'lectern:strokes': target.strokes, 'lectern:width': target.width }) };
    default: return target satisfies never;
  }
}

function textSelectors({ start, end, exact, prefix, suffix }: { start: number; end: number; exact: string; prefix: string; suffix: string }): Json[] {
  return [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start, end }];
}

/** The page, counted from 1, and the part to show: left, top, width and height. What a mark covers exactly stands beside it. */
function fragment(page: number, [left, bottom, right, top]: readonly number[], exactly: Json): Json {
  const view = [left, top, (right ?? 0) - (left ?? 0), (top ?? 0) - (bottom ?? 0)].map((number) => Math.round((number ?? 0) * 100) / 100);
  return { type: 'FragmentSelector', conformsTo: PDF_FRAGMENTS, value: `page=${page + 1}&viewrect=${view.join(',')}`, 'lectern:page': page, ...exactly };
}
