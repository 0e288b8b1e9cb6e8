import type { FieldChange } from './fieldChanges';
import { writeDate } from './formats/writtenDates';
import { nameOf, type Author } from './model';
import { counted } from './text';
import type { Segment } from './textDiff';

/** A change of a field for people: what the field is called, and what was taken out of it and put in. */
export interface WordedChange {
  field: string;
  segments: Segment[];
}

const fieldNames: Record<string, string> = {
  type: 'Type', title: 'Title', authors: 'Authors', issued: 'Date', venue: 'Venue', doi: 'DOI', arxivId: 'arXiv', url: 'Link', abstract: 'Abstract',
  citationKey: 'Citation key', keyPinned: 'Citation key pinned', status: 'Status', rating: 'Rating', tags: 'Tags', collections: 'Collections', trashedAt: 'In the trash',
  queued: 'Reading queue', role: 'Kind of file', place: 'Place', label: 'Label', pages: 'Pages', style: 'Kind of mark', moved: 'Found again', body: 'Text', comment: 'Comment', color: 'Colour', target: 'Passage',
};

const statusNames: Record<string, string> = { 'to-read': 'to read', reading: 'reading', done: 'done' };

/** `names` are those of collections and techniques, by id. */
export function worded(change: FieldChange, names: Readonly<Record<string, string>>): WordedChange {
  const field = fieldCalled(change.field, names);
  if ('segments' in change) return { field, segments: change.segments };
  const { before, after } = change;
  if (Array.isArray(before) || Array.isArray(after)) return { field, segments: wordedList(change.field, listOf(before), listOf(after), names) };
  return { field, segments: replaced(valueCalled(change.field, before), valueCalled(change.field, after)) };
}

function fieldCalled(field: string, names: Readonly<Record<string, string>>): string {
  const [table = '', ...rest] = field.split('.');
  if (rest.length === 0) return (Object.hasOwn(fieldNames, field) ? fieldNames[field] : undefined) ?? field;
  const key = rest.join('.');
  return table === 'decisions' ? `Technique ${Object.hasOwn(names, key) ? names[key] : key}` : key;
}

function valueCalled(field: string, value: unknown): string {
  if (field === 'trashedAt') return value === null ? 'no' : 'yes';
  if (field === 'keyPinned') return value === true ? 'yes' : 'no';
  if (field === 'rating') return typeof value === 'number' && value > 0 ? counted(value, 'star') : '';
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return 'exact' in value ? String(value.exact) : JSON.stringify(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'issued') return writeDate(text);
  return field === 'status' ? (statusNames[text] ?? text) : text;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a list lost and gained; where only its order is new, both orders. */
function wordedList(field: string, before: unknown[], after: unknown[], names: Readonly<Record<string, string>>): Segment[] {
  const [was, is] = [before, after].map((list) => list.map((item) => itemCalled(field, item, names)));
  const [old, fresh] = [was ?? [], is ?? []];
  const removed = old.filter((item) => !fresh.includes(item));
  const added = fresh.filter((item) => !old.includes(item));
  return removed.length + added.length > 0 ? replaced(removed.join(', '), added.join(', ')) : replaced(old.join(', '), fresh.join(', '));
}

function itemCalled(field: string, item: unknown, names: Readonly<Record<string, string>>): string {
  if (field === 'authors') return nameOf(item as Author);
  const text = typeof item === 'string' ? item : JSON.stringify(item);
  if (field !== 'collections') return text;
  return (Object.hasOwn(names, text) ? names[text] : undefined) ?? 'a collection that is gone';
}

function replaced(before: string, after: string): Segment[] {
  const segments: Segment[] = [];
  if (before !== '') segments.push({ kind: 'removed', text: before });
  if (before !== '' && after !== '') segments.push({ kind: 'same', text: ' ' });
  if (after !== '') segments.push({ kind: 'added', text: after });
  return segments;
}

const verbs = { undone: 'Undone: ', redone: 'Done again: ' } as const;

/** What was done, with whether it was an undo or redo. */
export function actionWords({ action, label }: { action: string; label: string }): string {
  return action === 'undone' || action === 'redone' ? `${verbs[action]}${label}` : label;
}
