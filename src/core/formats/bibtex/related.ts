import type { TexFields } from './fields';
import type { Inheritance } from './inherit';

/**
 * The values of `relatedtype` that name a work's original (biblatex manual, 4.5.1), and whether that may have a title of its
 * own; where a work is an offprint of what is related, that is the whole that it appeared in.
 */
const originals: ReadonlyMap<string, { hasOwnTitle: boolean }> = new Map([
  ['translationof', { hasOwnTitle: true }], ['translationfrom', { hasOwnTitle: true }],
  ['reprintof', { hasOwnTitle: true }], ['origpubas', { hasOwnTitle: true }], ['reprintfrom', { hasOwnTitle: false }], ['origpubin', { hasOwnTitle: false }],
]);

/** What is said of an original, by the fields of its own entry. */
const said = [['publisher', 'origpublisher'], ['location', 'origlocation']] as const;

/**
 * The fields of a work with those of its original, where `related` names one: as biblatex prints them behind “originally
 * published in”, CSL has variables for them. What the entry says itself stays, and so do `related` and `relatedtype`.
 */
export function withOriginal(fields: TexFields, others: Inheritance): TexFields {
  const kind = originals.get((fields.get('relatedtype') ?? '').trim().toLowerCase());
  const [key = ''] = (fields.get('related') ?? '').split(',');
  const original = kind === undefined ? undefined : others.fieldsUnder(key.trim());
  if (kind === undefined || original === undefined) return fields;
  const whole = new Map(fields);
  const add = (name: string, tex: string | undefined): void => {
    if (tex !== undefined && !whole.has(name)) whole.set(name, tex);
  };
  if (kind.hasOwnTitle && original.get('title') !== fields.get('title')) add('origtitle', original.get('title'));
  add('origdate', original.get('date') ?? original.get('year'));
  for (const [name, as] of said) add(as, original.get(name));
  return whole;
}
