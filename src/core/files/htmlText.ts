import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** What a reader does not see. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'math', 'iframe', 'object']);
/** What begins a line of its own. */
const block = /^(?:p|div|h[1-6]|li|tr|section|article|header|footer|blockquote|pre|table|ul|ol|dl|dt|dd|figure|figcaption|br|hr)$/;

/** The text of a page of HTML as it is read, a line for each block. Nothing in it runs, and nothing is fetched. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  const waiting: (Node | string)[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if ('value' in node) parts.push(node.value);
    else if ('childNodes' in node && !unseen.has(node.nodeName)) {
      const isBlock = block.test(node.nodeName);
      if (isBlock) waiting.push('\n');
      for (const child of node.childNodes.toReversed()) waiting.push(child);
      if (isBlock) waiting.push('\n');
    }
  }
  return parts.join('').replace(/[^\S\n]+/g, ' ').replace(/ ?\n\s*/g, '\n').trim();
}

/** What a page of HTML calls itself. */
export function titleOfHtml(html: string): string {
  const waiting: Node[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('childNodes' in node)) continue;
    if (node.nodeName === 'title') return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('').replace(/\s+/g, ' ').trim();
    waiting.push(...node.childNodes.toReversed());
  }
  return '';
}
