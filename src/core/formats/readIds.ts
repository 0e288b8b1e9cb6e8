import { emptyDescription, type Description } from '../model';
import { describeArxivPreprint, parseArxivId } from './arxiv';
import { doiOf, isWebAddress } from './identifiers';
import { finding } from './readText';
import type { Reading } from './reading';
import { told, type OnPart } from './told';

const listed = /[\s,;]+/;

/** Whether a text is nothing but DOIs, arXiv ids and addresses, one a line or with commas between them. */
export function isIdList(text: string): boolean {
  let ids = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (idsOf(line).some(({ described }) => described === null)) return false;
    ids += 1;
  }
  return ids > 0;
}

/**
 * Reads DOIs, arXiv ids and addresses, one a line or with commas between them, as stubs: papers that say no more than
 * their ids do, to be completed.
 */
export function readIds(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'ids', papers: [], findings: [] };
  for (const [index, line] of told([...text.split('\n').entries()], onPart)) {
    if (line.trim() === '') continue;
    for (const { written, described } of idsOf(line)) {
      if (described === null) reading.findings.push(finding(index + 1, 'This is not a DOI, an arXiv id or an address.', written));
      else reading.papers.push({ line: index + 1, description: described });
    }
  }
  if (reading.papers.length === 0 && reading.findings.length === 0) reading.findings.push(finding(1, 'There are no ids in it.', text.trim()));
  return reading;
}

/** The ids of a line. A comma may belong to a DOI, and `arXiv: 2305.14314` is one although there is a space in it. */
function idsOf(line: string): { written: string; described: Description | null }[] {
  const parts = line.replace(/\b(doi|arxiv):\s{1,3}/gi, '$1:').split(listed).filter((written) => written !== '');
  const ids = parts.map((written) => ({ written, described: describe(written) }));
  const whole = ids.some(({ described }) => described === null) ? describe(line.trim()) : null;
  return whole === null ? ids : [{ written: line.trim(), described: whole }];
}

function describe(id: string): Description | null {
  const arxivId = parseArxivId(id);
  if (arxivId !== null) return { ...describeArxivPreprint(arxivId), title: `arXiv ${arxivId}` };
  const doi = listed.test(id) ? null : doiOf(id);
  if (doi !== null) return { ...emptyDescription, type: 'article', title: `DOI ${doi}`, doi, url: `https://doi.org/${doi}`, extra: {} };
  if (!isWebAddress(id)) return null;
  return { ...emptyDescription, type: 'webpage', title: id.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''), url: id, extra: {} };
}
