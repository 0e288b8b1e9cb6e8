import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors';
import { formatBibliography, formatCitation, localesFor, type CslElement } from '../../core/formats/formatted';
import type { CslItem } from '../../core/formats/csl-types';
import type { FormattingChoice, InStyle } from '../../core/formatting';
import { OWN } from '../../core/styles/catalogue';
import { readOwnStyle } from '../../core/styles/ownStyle';
import { citationStyles, styleCatalogue } from '../citationStyles';
import { ownStyleText } from '../styles/shelf';
import type { Watch } from './watch';

/** How much of what was formatted is remembered, in UTF-16 code units. */
const REMEMBERED = 16 << 20;

/** A style with the language that it asks for, and what tells it from all others. */
interface Resolved { style: CslElement; locale: string; identity: string }

const styles = citationStyles();

/** The entries of bibliographies, by what they were made of; the one used last is the last. */
const remembered = new Map<string, string[]>();
let size = 0;

export interface ToFormat extends FormattingChoice {
  folder: string;
  /** Each as JSON. */
  items: readonly string[];
}

/**
 * Formats items, or remembers how the same ones were formatted. A bibliography is remembered as a whole, because its
 * entries depend on each other: numbers, `2024a`, initials that tell namesakes apart, names replaced by dashes.
 */
export async function formatItems({ folder, items, style: choice, locale, output, as }: ToFormat, watch: Watch): Promise<string[]> {
  const { style, locale: asked, identity } = await resolve(choice, folder);
  const lang = locale ?? (asked || 'en-US');
  const key = createHash('sha256').update(JSON.stringify([identity, lang, output, as, items])).digest('base64');
  const known = remembered.get(key);
  if (known !== undefined) {
    remembered.delete(key);
    remembered.set(key, known);
    return known;
  }
  const locales = await styles.locales(localesFor(lang));
  const works = items.map((item) => JSON.parse(item) as CslItem);
  const options = { style, lang, locales: (tag: string) => locales.get(tag) ?? localeMissing(tag), output };
  const entries = inWords(identity, () => (as === 'citation' ? [formatCitation(works, options)] : formatBibliography(works, options, (part) => watch.report(part))));
  remember(key, entries);
  return entries;
}

/** Does the processor's work; what it makes of a person's own style is told in words. */
function inWords(identity: string, work: () => string[]): string[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError || !identity.startsWith(OWN)) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid-input', `The citation processor cannot work with this style: ${words.slice(0, 300)}`, { cause: error });
  }
}

function localeMissing(tag: string): never {
  throw new DomainError('internal', `The citation processor asked for the locale ${tag}, which it does not need.`);
}

function remember(key: string, entries: string[]): void {
  remembered.set(key, entries);
  size += sizeOf(entries);
  for (const [other, old] of remembered) {
    if (size <= REMEMBERED || other === key) return;
    remembered.delete(other);
    size -= sizeOf(old);
  }
}

function sizeOf(entries: readonly string[]): number {
  return entries.reduce((sum, { length }) => sum + length, 0);
}

async function resolve(choice: InStyle['style'], folder: string): Promise<Resolved> {
  if (typeof choice !== 'string') return resolveOwn(choice.csl);
  if (choice.startsWith(OWN)) return resolveOwn(await ownStyleText(folder, choice));
  return resolveCommon(choice);
}

async function resolveOwn(text: string): Promise<Resolved> {
  const read = readOwnStyle(text);
  if (read.kind === 'refused') throw new DomainError('invalid-input', `This style cannot be used. ${read.reason}`);
  const { parent, locale } = read.about;
  if (parent === '') return { style: read.style, locale, identity: `${OWN}${createHash('sha256').update(text).digest('base64')}` };
  const followed = await resolveCommon(parent);
  return { ...followed, locale: locale || followed.locale };
}

/** A journal that follows another style is that style, in the journal's own language. */
async function resolveCommon(id: string): Promise<Resolved> {
  try {
    const style = await styles.style(id);
    return { style, locale: style.attrs['default-locale'] ?? '', identity: id };
  } catch (error) {
    const entry = error instanceof DomainError && error.code === 'not-found' ? [...await styleCatalogue()].find((known) => known.id === id && known.parent !== '') : undefined;
    if (entry === undefined) throw error;
    const followed = await resolveCommon(entry.parent);
    return { ...followed, locale: entry.locale || followed.locale };
  }
}
