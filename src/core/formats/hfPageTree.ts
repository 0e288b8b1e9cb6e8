import type { DefaultTreeAdapterTypes } from 'parse5';
import { squash } from './readText';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isHeading(element: Element | null): boolean {
  return element !== null && /^h[1-6]$/.test(element.tagName);
}

/** All elements below a node in the order of the document. A page may be nested deeply: no recursion. */
export function elementsIn(root: Node): Element[] {
  return nodesIn(root).filter(isElement);
}

/** The text of an element in one line, without scripts and styles. */
export function textOf(element: Element): string {
  const pieces: string[] = [];
  for (const node of nodesIn(element)) {
    if (node.nodeName === '#text' && 'value' in node && !isHidden(node.parentNode)) pieces.push(node.value);
    else if (/^(?:br|p|div|li|h[1-6])$/.test(node.nodeName)) pieces.push(' ');
  }
  return squash(pieces.join(''));
}

/** The texts that stand directly in an element, not those of its parts. */
export function textsIn(element: Element): string[] {
  return element.childNodes.flatMap((node) => (node.nodeName === '#text' && 'value' in node ? [squash(node.value)] : []));
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The line where the element's start tag begins, from 1; elements that the parser made up stand on line 1. */
export function lineOf(element: Element): number {
  return element.sourceCodeLocation?.startLine ?? 1;
}

export function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}

function isHidden(parent: Node | null): boolean {
  return parent !== null && /^(?:script|style|svg|template)$/.test(parent.nodeName);
}

function nodesIn(root: Node): Node[] {
  const nodes: Node[] = [];
  const waiting: Node[] = 'childNodes' in root ? root.childNodes.toReversed() : [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return nodes;
}
