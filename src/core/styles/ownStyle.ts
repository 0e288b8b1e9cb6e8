import { markupGuarded } from '../formats/citeprocMarkup';
import type { CslElement } from '../formats/formatted';
import { readXml } from '../formats/xml';
import { citationKinds, type StyleEntry } from './catalogue';

/** A style that a person brings along, or why it is none. */
export type OwnStyle =
  | { kind: 'style'; style: CslElement; about: Omit<StyleEntry, 'id'> }
  | { kind: 'refused'; reason: string };

/** The largest style of the CSL repository has 70 KB. */
export const MAX_STYLE_BYTES = 1 << 20;

/** The most elements that a style may have when its macros are written out; the largest known one has 67,425. */
const MAX_ELEMENTS = 400_000;

/** The elements of CSL 1.0 outside of `info`. */
const known: ReadonlySet<string> = new Set([
  'bibliography', 'choose', 'citation', 'date', 'date-part', 'else', 'else-if', 'et-al', 'group', 'if', 'info', 'institution',
  'institution-part', 'intext', 'key', 'label', 'layout', 'locale', 'macro', 'multiple', 'name', 'name-part', 'names', 'number',
  'single', 'sort', 'style', 'style-options', 'substitute', 'term', 'terms', 'text',
]);

/** The elements whose text counts. */
const texts: ReadonlySet<string> = new Set(['term', 'single', 'multiple']);

/**
 * Reads a CSL style out of a text that may come from anywhere: well-formed, a style of CSL 1.0 with nothing but its
 * elements, whose macros neither go in circles nor unfold without bound. Text in it is only text, never markup.
 */
export function readOwnStyle(text: string): OwnStyle {
  if (text.length > MAX_STYLE_BYTES) return refused('It is too large for a citation style.');
  const reading = readXml(text);
  if (reading.kind === 'malformed') return refused(`It is not well-formed XML (line ${reading.line}, column ${reading.column}): ${reading.reason}`);
  const { root } = reading;
  if (root.name !== 'style' || root.attrs['xmlns'] !== 'http://purl.org/net/xbiblio/csl') return refused('It is XML, but no CSL style.');
  if (!(root.attrs['version'] ?? '').startsWith('1.')) return refused('It is a style of CSL 0.8 or older; only styles of CSL 1.0 are read.');
  const info = childOf(root, 'info');
  const parent = parentOf(info);
  const about = aboutOf(root, info, parent);
  const style = styleElement(root);
  const reason = parent === '' ? flawOf(style) : null;
  return reason === null ? { kind: 'style', style, about } : refused(reason);
}

const refused = (reason: string): OwnStyle => ({ kind: 'refused', reason });

function aboutOf(root: CslElement, info: CslElement | undefined, parent: string): Omit<StyleEntry, 'id'> {
  const categories = childrenOf(info).filter(({ name }) => name === 'category').map(({ attrs }) => attrs);
  return {
    title: line(childOf(info, 'title')) || 'Untitled style',
    shortTitle: line(childOf(info, 'title-short')),
    kind: citationKinds.find((kind) => categories.some((category) => category['citation-format'] === kind)) ?? (root.attrs['class'] === 'note' ? 'note' : null),
    fields: categories.flatMap(({ field }) => field ?? []).slice(0, 20),
    locale: root.attrs['default-locale'] ?? '',
    parent,
  };
}

/** The id of the style that a dependent style names by its address. */
function parentOf(info: CslElement | undefined): string {
  const link = childrenOf(info).find(({ name, attrs }) => name === 'link' && attrs['rel'] === 'independent-parent');
  return /[^/]*$/.exec(link?.attrs['href'] ?? '')?.[0] ?? '';
}

/** What keeps citeproc from working with the style; null when nothing does. */
function flawOf(style: CslElement): string | null {
  const layout = childOf(childOf(style, 'citation'), 'layout');
  if (layout === undefined) return 'The style does not say how works are cited: it has no citation with a layout.';
  const foreign = foreignElement(style);
  if (foreign !== null) return `CSL has no element called “${foreign.slice(0, 60)}”.`;
  return macroFlaw(style);
}

function foreignElement(element: CslElement): string | null {
  if (!known.has(element.name)) return element.name;
  for (const child of childrenOf(element)) {
    const foreign = foreignElement(child);
    if (foreign !== null) return foreign;
  }
  return null;
}

function macroFlaw(style: CslElement): string | null {
  const macros = new Map(childrenOf(style).filter(({ name }) => name === 'macro').map((macro) => [macro.attrs['name'] ?? '', macro]));
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  let flaw: string | null = null;

  function macroSize(name: string): number {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (macro === undefined) flaw ??= `It uses the macro “${name.slice(0, 60)}”, which it does not have.`;
    if (open.has(name)) flaw ??= `Its macro “${name.slice(0, 60)}” uses itself.`;
    if (macro === undefined || open.has(name)) return 0;
    open.add(name);
    const size = sizeOf(macro);
    open.delete(name);
    sizes.set(name, size);
    return size;
  }

  function sizeOf({ attrs, children }: CslElement): number {
    const macro = attrs['macro'];
    return children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : sizeOf(child)), 1 + (macro === undefined ? 0 : macroSize(macro)));
  }

  const size = sizeOf(style);
  if (flaw === null && size > MAX_ELEMENTS) return 'Its macros unfold into more than a style can need.';
  return flaw;
}

/** The style as citeproc wants it: no `info`, no namespaces, no white space between elements, markup only text. */
function styleElement({ name, attrs, children }: CslElement): CslElement {
  const inner = children.filter((child) => (typeof child === 'string' ? texts.has(name) && !/^\s*\n\s*$/.test(child) : child.name !== 'info'));
  const mixed = inner.some((child) => typeof child !== 'string');
  const kept = mixed ? inner.filter((child) => typeof child !== 'string') : inner;
  return {
    name,
    attrs: Object.fromEntries(Object.entries(attrs).filter(([attribute]) => !attribute.startsWith('xmlns')).map(([attribute, value]) => [attribute, markupGuarded(value)])),
    children: kept.length === 0 && name === 'term' ? [''] : kept.map((child) => (typeof child === 'string' ? markupGuarded(child) : styleElement(child))),
  };
}

function childrenOf(element: CslElement | undefined): CslElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

function childOf(element: CslElement | undefined, name: string): CslElement | undefined {
  return childrenOf(element).find((child) => child.name === name);
}

function line(element: CslElement | undefined): string {
  return (element?.children ?? []).filter((child) => typeof child === 'string').join('').replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 300);
}
