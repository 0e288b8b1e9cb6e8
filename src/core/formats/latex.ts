import { tokenize } from './latexTokens';

const specials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}', '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}',
  '`': '\\textasciigrave{}', '-': '-{}', "'": "'{}", '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$',
};

/** A text without any of these stands for itself. */
const needsLatex = /[\\{}~^<>|&%#_$`]|--|''/;

/**
 * A text as one line of LaTeX in UTF-8, with braces that always match, so that it can stand as a BibTeX value.
 * Math and font commands that the text already has are kept, specials are escaped (once, where they are already).
 * Accented letters stay letters: biber and every LaTeX since 2018 read UTF-8, and so do the programs that read .bib.
 */
export function toLatex(text: string): string {
  const line = oneLine(text);
  if (!needsLatex.test(line)) return line;
  return tokenize(line)
    .map((token) => {
      switch (token.kind) {
        case 'text': return escape(token.text);
        case 'math': return `$${token.tex.replace(/(\\[^])|[%#&]/g, (found, pair?: string) => pair ?? `\\${found}`)}$`;
        case 'open': return `\\${token.command}{`;
        case 'close': return '}';
      }
    })
    .join('');
}

/**
 * A title in LaTeX, with braces around the words whose capitals a bibliography style must not lower: `{LoRA}`,
 * `{GPT}-4`, `{M$^3$ViT}`. A capital at the beginning of a word is left to the style, except where it is the word.
 */
export function toLatexTitle(title: string): string {
  return words(toLatex(title)).map(protect).join('');
}

/** Anything but single spaces between characters that are neither white space nor among those that go. */
const mayBeUntidy = /^ | $| {2}|[^ -~\u00A1-\u167F\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uD7FF]/;

/** Text on one line: white space of every kind becomes a space; control characters and halves of surrogate pairs go. */
export function oneLine(text: string): string {
  if (!mayBeUntidy.test(text)) return text;
  return text.replace(/[\s\u0085]+/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').trim();
}

/** Two hyphens and two quotes that stand side by side stay two. */
function escape(text: string): string {
  return text.replace(/[\\{}~^<>|&%#_$`]|-(?=-)|'(?=')/g, (character) => specials[character] ?? character);
}

/** What stands between words of LaTeX, which is one line. */
const between: ReadonlySet<string> = new Set(' -/:;,.!?()[]"“”');

/** Cuts LaTeX into words and what stands between them. Groups and math are never cut. */
function words(latex: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let isMath = false;
  const cut = (end: number): void => {
    if (end > start) parts.push(latex.slice(start, end));
    start = end;
  };
  for (let at = 0; at < latex.length; at++) {
    const character = latex[at] ?? '';
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '$') isMath = !isMath;
    else if (depth === 0 && !isMath && between.has(character)) {
      cut(at);
      cut(at + 1);
    }
  }
  cut(latex.length);
  return parts;
}

/** BibTeX lowers letters in a group that begins with a backslash (a "special character"), so such a word gets two pairs. */
function protect(word: string): string {
  const behindFirst = word.slice(word.search(/[\p{L}\p{N}]/u) + 1);
  if (!word.includes('$') && !/\p{Lu}/u.test(behindFirst) && !/^[B-HJ-Z]$/.test(word)) return word;
  return word.startsWith('\\') ? `{{${word}}}` : `{${word}}`;
}
