import { BEHIND_NUMBER, formattedRuns, NEW_LINE, type Run, type RunStyle } from './formattedRuns';

const tags: Partial<Record<RunStyle, string>> = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' };
const stars: Partial<Record<RunStyle, string>> = { bold: '**', italic: '*' };
const marked: readonly RunStyle[] = ['bold', 'italic', 'superscript', 'subscript'];
const separators: ReadonlyMap<string, string> = new Map([[BEHIND_NUMBER, ' '], [NEW_LINE, '\\\n  ']]);

/** Text, or the beginning or end of a style; both ends know the same `span`. */
type Token = { text: string } | { style: RunStyle; isEnd: boolean; span: { isStarred: boolean } };

/** Formatted references as a Markdown list (CommonMark), one item each; addresses become links, all other signs stand for themselves. */
export function* markdownItems(entries: readonly string[]): Generator<string, void> {
  for (const entry of entries) yield `- ${itemOf(entry)}\n`;
}

function itemOf(html: string): string {
  const tokens = tokensOf(spaced(formattedRuns(html)));
  tokens.forEach((token, at) => {
    if ('span' in token && !canStar(tokens, at, token.isEnd)) token.span.isStarred = false;
  });
  const item = tokens.map((token) => ('text' in token ? separators.get(token.text) ?? escaped(token.text) : markOf(token))).join('');
  return item.replace(/^(\d+)([.)])/, '$1\\$2');
}

function markOf({ style, isEnd, span }: Exclude<Token, { text: string }>): string {
  const star = span.isStarred ? stars[style] : undefined;
  return star ?? `<${isEnd ? '/' : ''}${tags[style] ?? ''}>`;
}

/** Runs between which marks can stand: a space at the edge of a run has the styles that the runs on both its sides have. */
function spaced(runs: readonly Run[]): Run[] {
  const pieces = runs.flatMap(({ text, styles }) => (separators.has(text) ? [text] : text.split(/(^\s+|\s+$)/).filter((part) => part !== '')).map((part) => ({ text: part, styles })));
  return pieces.map(({ text, styles }, at) => {
    if (/\S/.test(text)) return { text, styles };
    const [before, after] = [pieces[at - 1]?.styles, pieces[at + 1]?.styles];
    return { text, styles: new Set([...styles].filter((style) => before?.has(style) === true && after?.has(style) === true)) };
  });
}

/** Styles begin and end inside each other; one that goes on is not ended. */
function tokensOf(runs: readonly Run[]): Token[] {
  const tokens: Token[] = [];
  const open: Extract<Token, { isEnd: boolean }>[] = [];
  const close = (from: number): void => {
    for (const opened of open.splice(from).toReversed()) tokens.push({ ...opened, isEnd: true });
  };
  for (const { text, styles } of runs) {
    const ended = open.findIndex(({ style }) => !styles.has(style));
    if (ended !== -1) close(ended);
    for (const style of marked.filter((one) => styles.has(one) && !open.some((opened) => opened.style === one))) {
      const begun = { style, isEnd: false, span: { isStarred: style in stars } };
      open.push(begun);
      tokens.push(begun);
    }
    tokens.push({ text });
  }
  close(0);
  return tokens;
}

/** Whether a star at this place is one end of emphasis to CommonMark ("left-flanking" and "right-flanking" runs), and meets no other star. */
function canStar(tokens: readonly Token[], at: number, isEnd: boolean): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if ([before, after].some((token) => token !== undefined && 'style' in token && token.style in stars)) return false;
  const signs = [signOf(before, true), signOf(after, false)];
  const [outer, inner] = isEnd ? signs.toReversed() : signs;
  return inner === 'letter' || outer !== 'letter';
}

function signOf(token: Token | undefined, isLast: boolean): 'letter' | 'other' {
  if (token === undefined || !('text' in token)) return 'other';
  return (isLast ? /[\p{L}\p{M}\p{N}]$/u : /^[\p{L}\p{M}\p{N}]/u).test(token.text) ? 'letter' : 'other';
}

function escaped(text: string): string {
  return text.split(/(https?:\/\/[^\s<>]*[^\s<>.,;:)\]])/).map((part, at) => (at % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>#~|]|&(?=#?\w+;)|^[-+](?= )|\$/g, '\\$&'))).join('');
}
