import { OWN, type StyleEntry } from '../../../core/styles/catalogue';

export const isOwn = (id: string): boolean => id.startsWith(OWN);

/** What tells a style from others of a similar name: `APA · author-date · psychology`. */
export function aboutStyle({ id, shortTitle, kind, fields, parent }: StyleEntry): string {
  const words = fields.filter((field) => field !== 'generic-base').map((field) => field.replaceAll('_', ' '));
  return [isOwn(id) ? 'in this library' : '', shortTitle, kind ?? '', words.join(', '), parent === '' ? '' : `as ${parent}`].filter((part) => part !== '').join(' · ');
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `de-AT` becomes `Austrian German`; what is no language tag stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
