import type { ExtraProps } from 'react-markdown';

export type Element = NonNullable<ExtraProps['node']>;
export type Content = Element['children'][number];
interface Parent { children: Content[] }

/** How deep elements may nest before the rest is shown flat, so that no text can exhaust the stack. */
const MAX_DEPTH = 64;

/** A note stands below the page's title and the panel's, so its first level is the third. */
const HEADING_SHIFT = 2;

const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;

/**
 * Makes a tree that came from Markdown fit for the window (a rehype plugin): HTML becomes text, links
 * lead to the web, into the app (`#/…`) or to a footnote (`#<footnotes>…`), other addresses become
 * plain text, and an image from elsewhere becomes a link to it.
 */
export function rehypeInert({ footnotes }: { footnotes: string }) {
  return (tree: Parent): void => {
    const open: { parent: Parent; depth: number; inLink: boolean }[] = [{ parent: tree, depth: 0, inLink: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { parent, depth, inLink } = next;
      parent.children = parent.children.flatMap((child) => inert(child, parent, { inLink, footnotes }));
      for (const child of parent.children) {
        if (child.type !== 'element') continue;
        if (depth >= MAX_DEPTH) child.children = [text(textOf(child))];
        else open.push({ parent: child, depth: depth + 1, inLink: inLink || child.tagName === 'a' });
      }
    }
  };
}

function inert(node: Content, parent: Parent, place: { inLink: boolean; footnotes: string }): Content[] {
  if (node.type === 'raw') return shownAsText(node.value, parent);
  if (node.type !== 'element') return [node];
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) node.tagName = `h${Math.min(6, Number(level) + HEADING_SHIFT)}`;
  if (node.tagName === 'a') return inertLink(node, place.footnotes);
  if (node.tagName === 'img') return [inertImage(node, place.inLink)];
  return [node];
}

function inertLink(link: Element, footnotes: string): Content[] {
  const href = property(link, 'href');
  if (isWebAddress(href)) return [{ ...link, properties: { ...link.properties, ...leadingOut } }];
  return href.startsWith('#/') || href.startsWith(`#${footnotes}`) ? [link] : link.children;
}

function inertImage(image: Element, inLink: boolean): Content {
  const source = property(image, 'src');
  if (DATA_IMAGE.test(source)) return image;
  const alt = property(image, 'alt');
  const words = text(alt === '' ? source : alt);
  return inLink || !isWebAddress(source) ? words : element('a', [words], { href: source, ...leadingOut });
}

function property({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}

const leadingOut = { target: '_blank', rel: ['noopener', 'noreferrer'] };

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** HTML as the text it is, its lines kept; in a paragraph of its own where it stood for itself. */
function shownAsText(html: string, parent: Parent): Content[] {
  const lines = html.split(/\r\n?|\n/).flatMap((value, index): Content[] => (index === 0 ? [text(value)] : [element('br', []), text(value)]));
  const onItsOwn = !('tagName' in parent) || parent.tagName === 'blockquote';
  return onItsOwn ? [element('p', lines)] : lines;
}

const text = (value: string): Content => ({ type: 'text', value });

const element = (tagName: string, children: Content[], properties: Element['properties'] = {}): Content => ({ type: 'element', tagName, properties, children });

/** The text in an element, in order. Not recursive: the depth is the writer's to choose. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const open: Content[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text' || node.type === 'raw') parts.push(node.value);
    if (node.type === 'element') open.push(...node.children.toReversed());
  }
  return parts.join('');
}
