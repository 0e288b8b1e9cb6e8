import { diffTexts, type Segment } from './textDiff';

/**
 * What happened to one field. Texts say it word by word; other fields give the values, null where there
 * was none. A part of a field is called by its path: `extra.volume`, `decisions.peft`.
 */
export type FieldChange =
  | { field: string; before?: unknown; after?: unknown }
  | { field: string; segments: Segment[] };

export type Fields = Readonly<Record<string, unknown>>;

/** Fields that people read and write as texts. */
const texts = new Set(['title', 'body', 'abstract', 'comment']);
/** Fields that follow from the change itself, or never change. */
const bookkeeping = new Set(['id', 'paperId', 'version', 'createdAt', 'addedAt', 'modifiedAt', 'source']);

/** What turned one state of a record into another; undefined is a record that is not there. Of a new record its filled fields are told, of a deleted one nothing. */
export function changesBetween(before: Fields | undefined, after: Fields | undefined): FieldChange[] {
  if (after === undefined) return [];
  return readable({ ...before, ...after }).flatMap((field) => changesOf(field, before?.[field], after[field], before === undefined));
}

/** Whether two states of a record are the same to a person. */
export function sameContent(a: Fields, b: Fields): boolean {
  return readable({ ...a, ...b }).every((field) => sameValue(a[field], b[field]));
}

/** Whether two field values are equal; they are JSON values. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function readable(record: Fields): string[] {
  return Object.keys(record).filter((field) => !bookkeeping.has(field));
}

function changesOf(field: string, before: unknown, after: unknown, isNew: boolean): FieldChange[] {
  if (sameValue(before, after) || (isNew && isEmpty(after))) return [];
  if (texts.has(field) && typeof after === 'string') return [{ field, segments: diffTexts(typeof before === 'string' ? before : '', after) }];
  if (!isMap(after) || !(isNew || isMap(before))) return [{ field, before: before ?? null, after: after ?? null }];
  const old = isMap(before) ? before : {};
  const names = [...new Set([...Object.keys(old), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [own(old, name), own(after, name)];
    return sameValue(was, is) ? [] : [{ field: `${field}.${name}`, before: was, after: is }];
  });
}

function own(values: Fields, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : null;
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === 0 || value === undefined || (Array.isArray(value) && value.length === 0);
}
