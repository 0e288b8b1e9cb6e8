import { readDigestText } from './digestText';
import { readHfPage } from './hfPage';
import { findRecords, readRecord } from './hfPageRecords';
import { jsonElements, parseJson } from './readJson';
import { finding, lineCounter } from './readText';
import type { Reading } from './reading';
import { told, type OnPart } from './told';

const markupStart = /^(?:version:\d[^<]{0,2000})?<(?:!doctype html|!--startfragment|(?:html|head|body|meta|title|main|section|article|div|span|ul|ol|h[1-6]|p|a)[\s>])/i;
const paperLink = /href\s?=\s?["']?(?:https?:\/\/(?:www\.)?huggingface\.co)?\/papers\/\d{4}\.\d{4}/i;

/** Whether a text is HTML: by how it starts, or by what only such a page contains. */
export function isHtml(text: string): boolean {
  return markupStart.test(text.trimStart().slice(0, 4000)) || /\bdata-target\s?=\s?["']?DailyPapers\b/.test(text) || paperLink.test(text);
}

/** Whether a text is written as a JSON array of objects, or as an object. */
export function isJson(text: string): boolean {
  return /^\s*(?:\[\s*(?:\{|\]\s*$)|\{\s*["}])/.test(text);
}

/** Reads a Hugging Face Papers digest in any of its shapes: saved or copied HTML, the API's JSON, or text. */
export function readDigest(text: string, options: { sure: boolean }, onPart?: OnPart): Reading {
  if (isJson(text)) return readDailyPapersJson(text, onPart);
  return isHtml(text) ? readHfPage(text, onPart) : readDigestText(text, options, onPart);
}

function readDailyPapersJson(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'digest', papers: [], findings: [] };
  const lineAt = lineCounter(text);
  const take = (record: unknown, line: number): void => {
    const outcome = readRecord(record, line);
    if (outcome.kind === 'paper') reading.papers.push(outcome.paper);
    else reading.findings.push(outcome.finding);
  };
  const elements = jsonElements(text, ['dailyPapers', 'papers']);
  for (const element of told(elements ?? [{ start: 0, text }], onPart)) {
    const line = lineAt(element.start);
    const parsed = parseJson(element.text);
    if (parsed.kind === 'syntax-error') {
      reading.findings.push(finding(lineAt(element.start + parsed.offset), parsed.reason, element.text));
    } else if (elements !== null) {
      take(parsed.value, line);
    } else {
      for (const record of findRecords(parsed.value)) take(record, line);
    }
  }
  if (reading.papers.length === 0 && reading.findings.length === 0) {
    reading.findings.push(finding(1, 'This JSON holds no papers.', text.trim()));
  }
  return reading;
}
