import { readCslItem } from './cslJsonItem';
import { finding } from './readText';
import type { Reading } from './reading';
import { ReferenceFields } from './reference/fields';
import { referenceItem } from './reference/item';
import { taggedRecords, type TaggedDialect, type TaggedField } from './tagged';
import { told, type OnPart } from './told';

const strict = /^\s{0,3}([A-Z][A-Z0-9]) {2,4}-(?:\s(.*)|)$/;
/** As some programs write it: one space or a tab, nothing behind the dash. */
const loose = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{1,4}-\s?(.*)$/;
/** What databases put before the first record. */
const header = /^(?:provider|database|content|text|%?\s?encoding)\s?:/i;

/**
 * Reads RIS as the specification, EndNote, Zotero, Mendeley and publishers write it: every reference type, tags that
 * repeat, values that go on in the next line, records that lack their `TY` or their `ER`. Each record is read by itself.
 */
export function readRis(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'ris', papers: [], findings: [] };
  const { records, strays } = taggedRecords(text, dialectOf(text));
  for (const { line, fields, text: written } of told(records, onPart)) {
    const outcome = readCslItem(referenceItem(fieldsOf(fields)));
    if (outcome.kind === 'paper') reading.papers.push({ line, ...outcome.paper });
    else reading.findings.push(finding(line, outcome.reason, written));
  }
  for (const { line, text: stray } of strays) {
    if (!header.test(stray.trim())) reading.findings.push(finding(line, 'This line belongs to no record.', stray));
  }
  if (records.length === 0 && reading.findings.length === 0) reading.findings.push(finding(1, 'There are no RIS records in it.', text.trim()));
  return reading;
}

function dialectOf(text: string): TaggedDialect {
  const pattern = /^\s{0,3}TY {2}-/m.test(text) ? strict : loose;
  return {
    begins: 'TY',
    ends: 'ER',
    fieldOf: (line) => {
      const [, tag, value = ''] = pattern.exec(line) ?? [];
      return tag === undefined ? null : [tag, value];
    },
  };
}

/** Values with their wrapped lines: keywords keep them apart, in all others an empty line alone parts paragraphs. */
function fieldsOf(fields: readonly TaggedField[]): ReferenceFields {
  const reference = new ReferenceFields();
  for (const { tag, lines } of fields) reference.add(tag, lines.map((line) => line.trim()).join('\n'));
  return reference;
}
