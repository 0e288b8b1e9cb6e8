import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import MarkdownContent from '../src/renderer/ui/MarkdownContent';
import { TexText } from '../src/renderer/ui/TexText';

const corpus = resolve(import.meta.dirname, '../../shared/corpus/hostile-strings.jsonl');
const corpusPresent = existsSync(corpus);

/** Strings that no list of attacks has, because they aim at a size or at our own rules. */
const ownStrings = [
  '![x](https://example.org/pixel.png)',
  '[![x](https://example.org/pixel.png)](https://example.org)',
  '![x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//example.org/path)',
  '[x](#user-content-fn-1)[x](#__proto__)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<https://example.org/"onmouseover="alert(1)>',
  '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://example.org/a.png}$ $\\htmlData{a=b}{x}$',
  '$$\n\\def\\a{\\a\\a}\\a\n$$',
  '```math\n\\url{javascript:alert(1)}\n```',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '<div>\n\n- [ ] <script>alert(1)</script>\n\n</div>',
  '>'.repeat(20_000),
  '['.repeat(20_000),
  '*a **b '.repeat(3000),
  `${'- '.repeat(3000)}x`,
  `$${'{'.repeat(20_000)}$`,
  '\uD800 lone \uDC00 \u0000 nul \u202E rtl',
];

const strings = [...ownStrings, ...(corpusPresent ? readFileSync(corpus, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as string) : [])];
const title = corpusPresent ? `(${strings.length} strings)` : '(our own strings; the corpus of hostile strings is absent and skipped)';

describe(`Hostile text ${title}`, () => {
  it('as a note shows nothing that runs, fetches or leads astray', () => {
    expect(strings.flatMap((text) => breachesOf(text, renderToStaticMarkup(<MarkdownContent text={text} />)))).toEqual([]);
  }, 60_000);

  it('as a title shows nothing that runs, fetches or leads astray', () => {
    expect(strings.flatMap((text) => breachesOf(text, renderToStaticMarkup(<TexText text={text} links />)))).toEqual([]);
  }, 60_000);

  it('as a title keeps its text', () => {
    const untouched = strings.filter((text) => !/[$\\{}~`]|--|''|\r|\0|https?:|www/i.test(text));
    expect(untouched.length).toBeGreaterThan(0);
    for (const text of untouched) expect(shownText(renderToStaticMarkup(<TexText text={text} />))).toBe(text);
  }, 60_000);

  it('as a note keeps its HTML as text', () => {
    const text = '<b onclick="alert(1)">bold</b>\n\n<script>\nalert(1)\n</script>\n\n> <div>\n> quoted</div>';
    expect(shownText(renderToStaticMarkup(<MarkdownContent text={text} />)).replaceAll('\n', '')).toBe('<b onclick="alert(1)">bold</b><script>alert(1)</script><div>quoted</div>');
  });
});

describe('The check itself', () => {
  it.each([
    '<script></script>', '<p onclick="x">', '<a href="javascript:x">x</a>', '<a href=" JaVa\tScript:x">x</a>', '<img src="https://example.org/a.png">',
    '<img src="data:text/html,x">', '<iframe></iframe>', '<style></style>', '<a href="https://example.org">no rel</a>', '<svg><image href="https://example.org/a.png"/></svg>',
    '<p style="background:url(https://example.org)">', '<a href="//example.org">x</a>', '<video poster="https://example.org/a.png">',
  ])('finds the breach in %s', (html) => {
    expect(breachesOf(html, html)).not.toEqual([]);
  });
});

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What the window may show of a text from outside: the elements of Markdown, and KaTeX's MathML and drawings. */
const permitted = new Set([
  ...'a b blockquote br code del div em h3 h4 h5 h6 hr img input li ol p pre section span strong sub sup table tbody td th thead tr ul'.split(' '),
  ...'math semantics annotation mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose mglyph'.split(' '),
  ...'svg path line g'.split(' '),
]);

function breachesOf(text: string, html: string): string[] {
  return elementsOf(html).flatMap((element) => [
    ...(permitted.has(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...element.attrs.flatMap(({ name, value }) => (isBreach(element, name, value) ? [`${name}="${value}"`] : [])),
  ]).map((breach) => `${breach} from ${text.slice(0, 200)}`);
}

function isBreach(element: Element, name: string, value: string): boolean {
  if (/^on/i.test(name) || ['srcdoc', 'action', 'formaction', 'srcset', 'poster', 'data', 'background', 'ping'].includes(name)) return true;
  if (name === 'style') return /url\(|expression|@import/i.test(value);
  if (name === 'src') return !/^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(value);
  if (name !== 'href') return false;
  if (element.tagName !== 'a') return true;
  if (/^https?:\/\//i.test(value)) return !element.attrs.some((attribute) => attribute.name === 'rel' && attribute.value === 'noopener noreferrer');
  return !value.startsWith('#');
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const open: Node[] = [...parseFragment(html).childNodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    open.push(...node.childNodes);
  }
  return found;
}

function shownText(html: string): string {
  const parts: string[] = [];
  const open: Node[] = parseFragment(html).childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) parts.push(node.value);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return parts.join('');
}
