import type { Author } from '../model';
import { describeArxivPreprint } from './arxiv';
import { attributeOf, isHeading, lineOf, parentOf, textOf, textsIn, type Element } from './hfPageTree';
import { parseName, splitNames } from './names';
import { parseIssued } from './readDates';
import { finding } from './readText';
import type { Finding, ReadPaper } from './reading';

/** What a page shows of one paper: the links to it, and all elements around them that belong to no other paper. */
export interface Card {
  arxivId: string;
  links: readonly [Element, ...Element[]];
  parts: readonly Element[];
}

export type CardOutcome = { kind: 'paper'; paper: ReadPaper } | { kind: 'finding'; finding: Finding };

const shortestAbstract = 40;
const countLink = /^(?:[·•] ?)?(?:[\d.,]+k?|-)(?: (?:authors?|comments?|upvotes?|votes?))?$/i;

export function readCard(card: Card): CardOutcome {
  const { arxivId, links, parts } = card;
  const title = titleOf(card);
  if (title === undefined) {
    const href = attributeOf(links[0], 'href') ?? '';
    return { kind: 'finding', finding: finding(lineOf(links[0]), 'This link to a paper has no title.', href) };
  }
  const texts = parts.flatMap(textsIn);
  const base = describeArxivPreprint(arxivId);
  const issued = parseIssued(texts.find((text) => /^[·•]? ?published on /i.test(text)) ?? '');
  const description = {
    ...base,
    title: textOf(title),
    authors: authorsOf(parts, texts),
    issued: issued === '' ? base.issued : issued,
    abstract: abstractOf(textOf(title), card),
  };
  return { kind: 'paper', paper: { line: lineOf(title), description } };
}

/** A linked heading, or the card's heading where the link is empty, or else the first link that says more than a count. */
function titleOf({ links, parts }: Card): Element | undefined {
  const linked = links.find((link) => isHeading(parentOf(link)) && textOf(link) !== '');
  const heading = linked ?? parts.find((part) => isHeading(part) && textOf(part) !== '');
  return heading ?? links.find(saysTitle);
}

/** Whether a link's own text could be a title: a count of votes, authors or comments is none. */
export function saysTitle(link: Element): boolean {
  const text = textOf(link);
  return text !== '' && !countLink.test(text);
}

/** The paragraphs of the card; on search pages the abstract is itself a link to the paper. */
function abstractOf(title: string, { links, parts }: Card): string {
  const isAbstract = (text: string): boolean => text !== title && text.length >= shortestAbstract;
  const paragraphs = parts.filter((part) => part.tagName === 'p').map(textOf).filter(isAbstract);
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : (links.map(textOf).find(isAbstract) ?? '');
}

/**
 * Authors are the titles of list items, or stand in a part of class `authors`. A page shows only the first few
 * of a long list and says how many there are: then no author is better than some, which would be cited wrongly.
 */
function authorsOf(parts: readonly Element[], texts: readonly string[]): Author[] {
  const listed = parts.filter((part) => part.tagName === 'li').map((item) => attributeOf(item, 'title') ?? '').filter((name) => name !== '');
  const count = texts.map((text) => /^[·•]? ?(\d{1,5}) authors?$/.exec(text)?.[1]).find((digits) => digits !== undefined);
  if (listed.length > 0 && (count === undefined || Number(count) === listed.length)) return toAuthors(listed);
  const named = parts.find((part) => /(?:^|\s)authors(?:\s|$)/.test(attributeOf(part, 'class') ?? ''));
  const written = named === undefined ? '' : textOf(named).replace(/^authors?: ?/i, '');
  return /\d/.test(written) ? [] : toAuthors(splitNames(written));
}

function toAuthors(names: readonly string[]): Author[] {
  return names.map(parseName).filter((author) => author !== null);
}
