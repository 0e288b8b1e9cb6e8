import { readCslItem } from './cslJsonItem';
import { jsonElements, parseJson } from './readJson';
import { finding, lineCounter } from './readText';
import type { Reading } from './reading';
import { told, type OnPart } from './told';

/**
 * Reads CSL-JSON: an array of items, `{"items": […]}` or a single item. Each item is read by itself, so that
 * a broken one costs only itself, even where the JSON around it is broken.
 */
export function readCslJson(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'csl-json', papers: [], findings: [] };
  const lineAt = lineCounter(text);
  const single = { start: text.length - text.trimStart().length, text: text.trim() };
  const elements = jsonElements(text, ['items']) ?? [single];
  for (const element of told(elements, onPart)) {
    const parsed = parseJson(element.text);
    if (parsed.kind === 'syntax-error') {
      reading.findings.push(finding(lineAt(element.start + parsed.offset), parsed.reason, element.text));
      continue;
    }
    const line = lineAt(element.start);
    const outcome = readCslItem(parsed.value);
    if (outcome.kind === 'paper') reading.papers.push({ line, ...outcome.paper });
    else reading.findings.push(finding(line, outcome.reason, element.text));
  }
  if (reading.findings.length === 0) {
    const parsed = parseJson(text);
    if (parsed.kind === 'syntax-error') reading.findings.push(finding(lineAt(parsed.offset), parsed.reason, text.slice(Math.max(0, parsed.offset - 60))));
    else if (elements.length === 0) reading.findings.push(finding(1, 'This file has no CSL-JSON items.', single.text));
  }
  return reading;
}
