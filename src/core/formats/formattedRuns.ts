/** A piece of a formatted reference with the look it has. */
export interface Run {
  text: string;
  styles: ReadonlySet<RunStyle>;
}

export type RunStyle = 'italic' | 'bold' | 'superscript' | 'subscript' | 'small-caps' | 'underline';

const elements: Readonly<Record<string, RunStyle>> = { i: 'italic', em: 'italic', b: 'bold', strong: 'bold', sup: 'superscript', sub: 'subscript' };
const spans: readonly (readonly [css: string, style: RunStyle])[] = [
  ['small-caps', 'small-caps'], ['font-style:italic', 'italic'], ['font-weight:bold', 'bold'], ['underline', 'underline'],
];
const piece = /<(\/?)([a-z]+)([^<>]*)>|([^<]+|<)/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00A0' };

/** A reference that citeproc formatted as HTML, as runs of text. A number that stands at its margin is parted by a space. */
export function formattedRuns(html: string): Run[] {
  const runs: Run[] = [];
  const open: (RunStyle | null)[] = [];
  for (const [, slash, name = '', attributes = '', text] of html.matchAll(piece)) {
    if (text !== undefined) runs.push({ text: decoded(text), styles: new Set(open.filter((style) => style !== null)) });
    else if (slash === '/') {
      if (name === 'div') runs.push({ text: ' ', styles: new Set() });
      open.pop();
    } else if (name !== 'br') open.push(elements[name] ?? spans.find(([css]) => attributes.replace(/\s/g, '').includes(css))?.[1] ?? null);
  }
  return squashed(runs);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]+));/g, (entity, code?: string, name?: string) => {
    if (code !== undefined) return Number(code) <= 0x10FFFF ? String.fromCodePoint(Number(code)) : entity;
    return Object.hasOwn(entities, name ?? '') ? (entities[name ?? ''] ?? entity) : entity;
  });
}

/** White space as a page shows it: one space between words, none at the ends. */
function squashed(runs: readonly Run[]): Run[] {
  let isBehindSpace = true;
  const kept = runs.map(({ text, styles }) => {
    const squashedText = text.replace(/[^\S\u00A0]+/g, ' ');
    const shown = isBehindSpace ? squashedText.replace(/^ /, '') : squashedText;
    if (shown !== '') isBehindSpace = shown.endsWith(' ');
    return { text: shown, styles };
  }).filter(({ text }) => text !== '');
  const last = kept.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== '');
}
