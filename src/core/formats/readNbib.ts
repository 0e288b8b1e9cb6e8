import { nbibItem } from './nbibItem';
import { readCslItem } from './cslJsonItem';
import { finding } from './readText';
import type { Reading } from './reading';
import { taggedRecords, type TaggedDialect } from './tagged';
import { told, type OnPart } from './told';

const field = /^([A-Z]{2,4}) {0,2}- ?(.*)$/;

/** A tag takes four columns, then comes the dash; lines that go on are indented by six. */
const medline: TaggedDialect = {
  begins: 'PMID',
  fieldOf: (line) => {
    const [, tag, value = ''] = line.charAt(4) === '-' ? (field.exec(line) ?? []) : [];
    return tag === undefined ? null : [tag, value];
  },
};

/**
 * Reads citations in the MEDLINE format, in which PubMed saves `.nbib` files
 * (https://www.nlm.nih.gov/bsd/mms/medlineelements.html). Each record is read by itself.
 */
export function readNbib(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'nbib', papers: [], findings: [] };
  const { records, strays } = taggedRecords(text, medline);
  for (const { line, fields, text: written } of told(records, onPart)) {
    const outcome = readCslItem(nbibItem(fields));
    if (outcome.kind === 'paper') reading.papers.push({ line, ...outcome.paper });
    else reading.findings.push(finding(line, outcome.reason, written));
  }
  for (const { line, text: stray } of strays) reading.findings.push(finding(line, 'This line belongs to no record.', stray));
  if (records.length === 0 && strays.length === 0) reading.findings.push(finding(1, 'There are no PubMed records in it.', text.trim()));
  return reading;
}
