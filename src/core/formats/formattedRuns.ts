/**
 * A piece of a formatted reference with the look it has. `BEHIND_NUMBER` alone stands between the number at the margin
 * and the entry, `NEW_LINE` alone where a block of its own begins or ends; no other text has these characters.
 */
export interface Run {
  text: string;
  styles: ReadonlySet<RunStyle>;
}

export const BEHIND_NUMBER = '\t';
export const NEW_LINE = '\n';

export type RunStyle = 'italic' | 'bold' | 'superscript' | 'subscript' | 'small-caps' | 'underline';

/** What an element does to the look of what is in it; `isWorn` is false where it takes a look back. */
interface Look { style: RunStyle; isWorn: boolean }
interface Open { look: Look | undefined; behind: string }

const elements: Readonly<Record<string, RunStyle>> = { i: 'italic', em: 'italic', b: 'bold', strong: 'bold', sup: 'superscript', sub: 'subscript' };
const spans: readonly (readonly [css: string, style: RunStyle, isWorn: boolean])[] = [
  ['font-variant:small-caps', 'small-caps', true], ['font-variant:normal', 'small-caps', false],
  ['font-style:italic', 'italic', true], ['font-style:normal', 'italic', false],
  ['font-weight:bold', 'bold', true], ['font-weight:normal', 'bold', false],
  ['text-decoration:underline', 'underline', true], ['text-decoration:none', 'underline', false],
];
const piece = /<(\/?)([a-z]+)([^<>]*)>|([^<]+|<)/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00A0' };
const plain: ReadonlySet<RunStyle> = new Set();

/** A reference that citeproc formatted as HTML, as runs of text. */
export function formattedRuns(html: string): Run[] {
  const runs: Run[] = [];
  const open: Open[] = [];
  const separate = (text: string): void => { if (text !== '') runs.push({ text, styles: plain }); };
  for (const [, slash, name = '', attributes = '', text] of html.matchAll(piece)) {
    if (text !== undefined) runs.push({ text: decoded(text).replace(/[^\S\u00A0]+/g, ' '), styles: worn(open) });
    else if (slash === '/') separate(open.pop()?.behind ?? '');
    else if (name !== 'br') {
      const isBlock = name === 'div' && /csl-(?:block|indent)/.test(attributes);
      if (isBlock) separate(NEW_LINE);
      open.push({ look: lookOf(name, attributes), behind: isBlock ? NEW_LINE : name === 'div' && attributes.includes('csl-left-margin') ? BEHIND_NUMBER : '' });
    }
  }
  return squashed(runs);
}

function lookOf(name: string, attributes: string): Look | undefined {
  const style = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (style !== undefined) return { style, isWorn: true };
  const css = attributes.replace(/\s/g, '');
  const [, changed, isWorn = true] = spans.find(([rule]) => css.includes(rule)) ?? [];
  return changed === undefined ? undefined : { style: changed, isWorn };
}

function worn(open: readonly Open[]): ReadonlySet<RunStyle> {
  const styles = new Set<RunStyle>();
  for (const { look } of open) {
    if (look?.isWorn === true) styles.add(look.style);
    else if (look !== undefined) styles.delete(look.style);
  }
  return styles;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]+));/g, (entity, code?: string, name?: string) => {
    if (code !== undefined) return Number(code) <= 0x10FFFF ? String.fromCodePoint(Number(code)) : entity;
    return Object.hasOwn(entities, name ?? '') ? (entities[name ?? ''] ?? entity) : entity;
  });
}

/** White space as a page shows it: one space between words, none at the ends of a line and no line without a word. */
function squashed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const { text, styles } of runs) {
    const before = kept.at(-1);
    const shown = before === undefined || /[ \t\n]$/.test(before.text) ? text.replace(/^ /, '') : text;
    if (isSeparator(text)) separate(kept, text);
    else if (shown !== '') kept.push({ text: shown, styles });
  }
  separate(kept, '');
  return kept;
}

function separate(runs: Run[], separator: string): void {
  let last = runs.at(-1);
  while (last !== undefined && (isSeparator(last.text) || last.text === ' ')) {
    runs.pop();
    last = runs.at(-1);
  }
  if (last === undefined) return;
  last.text = last.text.replace(/ $/, '');
  if (separator !== '') runs.push({ text: separator, styles: plain });
}

function isSeparator(text: string): boolean {
  return text === BEHIND_NUMBER || text === NEW_LINE;
}
