/**
 * citeproc reads markup in values and uses names as keys of plain objects, so that an author called `constructor` makes
 * it throw. Angles that are only text travel as noncharacters of Unicode, which no text may hold, and a third one stands
 * behind each word that every object inherits.
 */
const lessThan = '\uFDD0';
const greaterThan = '\uFDD1';
const guard = '\uFDD2';
const inherited = new RegExp(`\\b(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'gi');

const tag = /<(\/?)(i|b|sup|sub|sc|span)(?: (?:style="font-variant: ?(small-caps);?"|class="(nocase|nodecor)"))?>/g;

/** More markup in a value than this, or deeper, is none that people write: it is text. */
const MOST_TAGS = 200;
const DEEPEST = 8;

interface Tag { name: string; at: number; length: number; written: string }

/**
 * Text in which citeproc finds no markup but what CSL-JSON has for titles and names: italics, bold, small caps, raised and
 * lowered text, and `nocase`, each from its opening to its closing tag. All other angles are guarded.
 */
export function markupGuarded(text: string): string {
  if (!/[<>]/.test(text)) return text;
  let guarded = '';
  let at = 0;
  for (const { at: start, length, written } of pairedTags(text)) {
    guarded += anglesGuarded(text.slice(at, start)) + written;
    at = start + length;
  }
  return guarded + anglesGuarded(text.slice(at));
}

/** A value of which nothing is taken for markup or for what every object inherits. */
export function plainGuarded(text: string): string {
  return wordsGuarded(anglesGuarded(text));
}

/** A value of which nothing but paired tags is taken for markup, and no word for what every object inherits. */
export function valueGuarded(text: string): string {
  return wordsGuarded(markupGuarded(text));
}

/** Takes back out of a formatted text what guarded its values. */
export function unguarded(entry: string, output: 'text' | 'html'): string {
  if (output === 'html') return entry.replaceAll(lessThan, '&lt;').replaceAll(greaterThan, '&gt;').replaceAll(guard, '').trim();
  return entry.replaceAll(lessThan, '<').replaceAll(greaterThan, '>').replaceAll(guard, '').replace(/\s+/g, ' ').trim();
}

/**
 * The tags that have a partner, in the order of the text; where two overlap, the inner one has none. Two with no word
 * between them, of which citeproc makes a name that is missing, have none either.
 */
function pairedTags(text: string): Tag[] {
  const paired: Tag[] = [];
  const open: Tag[] = [];
  for (const found of text.matchAll(tag)) {
    const [whole, slash, name = '', smallCaps] = found;
    const written = smallCaps === undefined ? whole : '<span style="font-variant:small-caps;">';
    const here: Tag = { name, at: found.index, length: whole.length, written };
    if (slash === '') {
      // A bare span means nothing, but is what the next closing tag belongs to.
      open.push(here);
      continue;
    }
    const partner = open.findLastIndex((opened) => opened.name === name);
    const [opened] = partner === -1 ? [] : open.splice(partner);
    if (opened !== undefined && opened.written !== '<span>' && partner < DEEPEST && hasWord(text.slice(opened.at, here.at))) paired.push(opened, here);
    if (paired.length > MOST_TAGS || open.length > MOST_TAGS) return [];
  }
  return paired.toSorted((a, b) => a.at - b.at);
}

function hasWord(marked: string): boolean {
  return /[\p{L}\p{N}]/u.test(marked.replace(tag, ''));
}

function anglesGuarded(text: string): string {
  return text.replaceAll('<', lessThan).replaceAll('>', greaterThan);
}

function wordsGuarded(text: string): string {
  return text.replace(inherited, `$&${guard}`);
}
