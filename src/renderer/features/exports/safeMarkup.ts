import { createElement, Fragment, type CSSProperties, type ReactNode } from 'react';

/** The part of a parsed document's node that is looked at. */
export interface MarkupNode {
  /** `#text`, or the name of an element in either case. */
  nodeName: string;
  /** The text of a text node. */
  nodeValue: string | null;
  childNodes: ArrayLike<MarkupNode>;
  className?: string;
  getAttribute?: (name: string) => string | null;
}

const kept = new Set(['i', 'b', 'em', 'strong', 'sup', 'sub', 'span', 'div']);
const dropped = new Set(['script', 'style', 'template', 'iframe', 'noscript', 'svg', 'math', '#comment']);

/** What citation styles say of a `span`, to the letter. */
const looks: ReadonlyMap<string, CSSProperties> = new Map([
  ['font-variant:small-caps;', { fontVariant: 'small-caps' }], ['font-variant:normal;', { fontVariant: 'normal' }], ['font-style:normal;', { fontStyle: 'normal' }],
  ['font-weight:normal;', { fontWeight: 'normal' }], ['text-decoration:underline;', { textDecoration: 'underline' }], ['text-decoration:none;', { textDecoration: 'none' }],
]);

/**
 * React elements for a piece of a parsed bibliography. Only the elements that citation styles print are kept, without
 * any attribute; `classOf` turns their class into one of ours, and a look that styles give becomes ours, too. Of any other element the content alone stays.
 */
export function elementsOf(node: MarkupNode, classOf: (className: string) => string | undefined): ReactNode {
  const name = node.nodeName.toLowerCase();
  if (name === '#text') return node.nodeValue;
  if (dropped.has(name)) return null;
  const children = Array.from(node.childNodes, (child) => elementsOf(child, classOf));
  const style = looks.get(node.getAttribute?.('style') ?? '');
  return kept.has(name) ? createElement(name, { className: classOf(node.className ?? ''), style }, ...children) : createElement(Fragment, null, ...children);
}
