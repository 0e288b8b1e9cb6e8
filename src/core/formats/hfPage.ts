import { parse } from 'parse5';
import { readCards } from './hfPageCards';
import { findRecords, readRecord } from './hfPageRecords';
import { attributeOf, elementsIn, lineOf, type Element } from './hfPageTree';
import { parseJson } from './readJson';
import { finding } from './readText';
import type { Finding, ReadPaper, Reading } from './reading';
import type { OnPart } from './told';

/** The part of the work that is done when the page has been parsed. */
const PARSED = 0.7;

/**
 * Reads a Hugging Face Papers page as HTML: the papers that stand as JSON in the `data-props` of its hydrated
 * parts, and, where there are none (older pages, HTML from the clipboard), its article cards.
 */
export function readHfPage(html: string, onPart?: OnPart): Reading {
  const elements = elementsIn(parse(html, { sourceCodeLocationInfo: true }));
  onPart?.(PARSED);
  const hydrated = readHydratedParts(elements);
  const cards = hydrated.papers.length === 0 ? readCards(elements) : { papers: [], findings: [] };
  const papers = [...hydrated.papers, ...cards.papers];
  const findings = [...hydrated.findings, ...cards.findings];
  if (papers.length === 0 && findings.length === 0) {
    findings.push(finding(1, 'This page holds no papers that Lectern can see.', html.trim()));
  }
  return { format: 'digest', papers, findings };
}

function readHydratedParts(elements: readonly Element[]): { papers: ReadPaper[]; findings: Finding[] } {
  const papers: ReadPaper[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const element of elements) {
    const props = attributeOf(element, 'data-props');
    if (props === null || attributeOf(element, 'data-target') === null) continue;
    const line = lineOf(element);
    const parsed = parseJson(props);
    if (parsed.kind === 'syntax-error') {
      if (/"(?:paper|dailyPapers)"/.test(props)) findings.push(finding(line, parsed.reason, props.slice(Math.max(0, parsed.offset - 60))));
      continue;
    }
    for (const record of findRecords(parsed.value)) {
      const outcome = readRecord(record, line);
      if (outcome.kind === 'finding') findings.push(outcome.finding);
      else if (isNew(outcome.paper, seen)) papers.push(outcome.paper);
    }
  }
  return { papers, findings };
}

/** Several parts of one page carry the same paper, a list and a card for instance. */
function isNew({ description }: ReadPaper, seen: Set<string>): boolean {
  const key = description.url === '' ? description.title : description.url;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
