import { parseArxivReference } from './arxiv';
import { readCard, saysTitle, type Card } from './hfPageCard';
import { attributeOf, elementsIn, isElement, isHeading, parentOf, type Element } from './hfPageTree';
import type { Finding, ReadPaper } from './reading';

type Links = [Element, ...Element[]];
/** For each element that holds links to papers: the one id they name, or `several`. */
type IdsBelow = ReadonlyMap<Element, string>;

const several = 'several';

/** Reads the article cards of a page: one paper for each arXiv id that a link to `/papers/…` names. */
export function readCards(elements: readonly Element[]): { papers: ReadPaper[]; findings: Finding[] } {
  const papers: ReadPaper[] = [];
  const findings: Finding[] = [];
  for (const card of findCards(elements)) {
    const outcome = readCard(card);
    if (outcome.kind === 'paper') papers.push(outcome.paper);
    else findings.push(outcome.finding);
  }
  return { papers, findings };
}

function findCards(elements: readonly Element[]): Card[] {
  const links = paperLinks(elements);
  const ids = idsBelow(links);
  const positions = new Map<Element, number>();
  return [...links].map(([arxivId, own]) => {
    const card = cardOf(own, ids);
    const parts = card.tagName === 'article' ? [card] : [card, ...followers(card, arxivId, ids, positions)];
    return { arxivId, links: own, parts: parts.flatMap((part) => [part, ...elementsIn(part)]) };
  });
}

/** The links to each paper, by arXiv id, in the order of the page; links to its discussion or to a login are others. */
function paperLinks(elements: readonly Element[]): Map<string, Links> {
  const links = new Map<string, Links>();
  for (const element of elements) {
    if (element.tagName !== 'a') continue;
    const href = attributeOf(element, 'href')?.trim() ?? '';
    const path = /^(?:https?:\/\/(?:www\.)?huggingface\.co)?(\/papers\/[^?#\s]{1,60})$/.exec(href)?.[1];
    const id = path === undefined ? null : parseArxivReference(`huggingface.co${path}`);
    if (id === null) continue;
    const known = links.get(id);
    if (known === undefined) links.set(id, [element]);
    else known.push(element);
  }
  return links;
}

function idsBelow(links: ReadonlyMap<string, Links>): IdsBelow {
  const ids = new Map<Element, string>();
  for (const [id, own] of links) {
    for (const link of own) {
      for (let at: Element | null = link; at !== null; at = parentOf(at)) {
        const known = ids.get(at);
        // What stands above has had this mark since it was made here.
        if (known === id || known === several) break;
        ids.set(at, known === undefined ? id : several);
      }
    }
  }
  return ids;
}

/** A paper's article, or else the largest part of the page around its title that links to no other paper. */
function cardOf(links: Links, ids: IdsBelow): Element {
  let card = links.find((link) => isHeading(parentOf(link))) ?? links.find(saysTitle) ?? links[0];
  for (let at = parentOf(card); at !== null && ids.get(at) !== several && at.tagName !== 'body'; at = parentOf(at)) {
    card = at;
    if (at.tagName === 'article') break;
  }
  return card;
}

/** Where cards are not wrapped, what follows a title belongs to it until another paper is linked. */
function followers(card: Element, arxivId: string, ids: IdsBelow, positions: Map<Element, number>): Element[] {
  const siblings = parentOf(card)?.childNodes ?? [];
  if (!positions.has(card)) for (const [at, sibling] of siblings.entries()) if (isElement(sibling)) positions.set(sibling, at);
  const own: Element[] = [];
  for (let at = (positions.get(card) ?? 0) + 1; at < siblings.length; at += 1) {
    const sibling = siblings[at];
    if (sibling === undefined || !isElement(sibling)) continue;
    if ((ids.get(sibling) ?? arxivId) !== arxivId) break;
    own.push(sibling);
  }
  return own;
}
