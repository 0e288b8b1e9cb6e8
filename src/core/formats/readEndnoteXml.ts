import { readCslItem } from './cslJsonItem';
import { endnoteItem } from './endnoteItem';
import { finding, lineCounter } from './readText';
import type { Reading } from './reading';
import { told, type OnPart } from './told';
import { readXml } from './xml';

/**
 * Reads the XML that EndNote exports, and Zotero, Mendeley and JabRef in its name. Each record is an XML document to
 * itself, so that a broken one costs only itself; what stands around the records (a document type, say) is not read.
 */
export function readEndnoteXml(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'endnote-xml', papers: [], findings: [] };
  const lineAt = lineCounter(text);
  for (const { start, column: before, written } of told(recordsIn(text), onPart)) {
    const line = lineAt(start);
    const parsed = readXml(written);
    if (parsed.kind === 'malformed') {
      const column = parsed.line === 1 ? before + parsed.column : parsed.column;
      reading.findings.push({ ...finding(line + parsed.line - 1, parsed.reason, written), column });
      continue;
    }
    const outcome = readCslItem(endnoteItem(parsed.root));
    if (outcome.kind === 'paper') reading.papers.push({ line, ...outcome.paper });
    else reading.findings.push(finding(line, outcome.reason, written));
  }
  if (reading.papers.length === 0 && reading.findings.length === 0) reading.findings.push(finding(1, 'There are no EndNote records in it.', text.trim()));
  return reading;
}

/** The records as they stand in the text, with what precedes them in their line; one without an end goes on to the next. */
function recordsIn(text: string): { start: number; column: number; written: string }[] {
  const starts = [...text.matchAll(/<record(?=[\s>/])/g)].map(({ index }) => index);
  let lineStart = text.lastIndexOf('\n', starts[0]) + 1;
  return starts.map((start, at) => {
    const column = start - lineStart;
    const whole = text.slice(start, starts[at + 1] ?? text.length);
    const lastBreak = whole.lastIndexOf('\n');
    if (lastBreak !== -1) lineStart = start + lastBreak + 1;
    const end = whole.lastIndexOf('</record>');
    return { start, column, written: end === -1 ? whole.trimEnd() : whole.slice(0, end + '</record>'.length) };
  });
}
