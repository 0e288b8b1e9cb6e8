import { readCslItem } from './cslJsonItem';
import { cslYamlItem } from './cslYamlItem';
import { finding } from './readText';
import type { Reading } from './reading';
import { told, type OnPart } from './told';
import { parseYaml } from './yamlValue';

interface Chunk { line: number; text: string }

const listStart = /^( {0,20})-(?:\s|$)/;

/**
 * Reads CSL items in YAML: a bare list, or pandoc's metadata with `references:`, also at the head of a Markdown file.
 * Each item is read by itself, so that a broken one costs only itself; items that are written in one line between
 * brackets are read together.
 */
export function readCslYaml(text: string, onPart?: OnPart): Reading {
  const reading: Reading = { format: 'csl-yaml', papers: [], findings: [] };
  const chunks = itemsOf(text.split('\n'));
  for (const chunk of told(chunks ?? [{ line: 1, text }], onPart)) readChunk(chunk, reading);
  if (reading.papers.length === 0 && reading.findings.length === 0) reading.findings.push(finding(1, 'There are no references in it.', text.trim()));
  return reading;
}

function readChunk({ line, text }: Chunk, { papers, findings }: Reading): void {
  const parsed = parseYaml(text);
  if (parsed.kind === 'malformed') {
    const before = text.slice(0, parsed.offset).trimEnd();
    const last = before.lastIndexOf('\n');
    findings.push({ ...finding(line + before.split('\n').length - 1, parsed.reason, text.trim()), column: Math.max(1, before.length - last) });
    return;
  }
  for (const item of listed(parsed.value)) {
    const outcome = readCslItem(cslYamlItem(item));
    if (outcome.kind === 'paper') papers.push({ line, ...outcome.paper });
    else findings.push(finding(line, outcome.reason, text.trim()));
  }
}

function listed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const references: unknown = Object.hasOwn(value, 'references') ? (value as { references: unknown }).references : [value];
  return Array.isArray(references) ? references : [references];
}

/** The items of a list in block style, each with its dash and the lines below it; null where there is no such list. */
function itemsOf(lines: readonly string[]): Chunk[] | null {
  const key = lines.findIndex((line) => /^references\s{0,5}:\s{0,5}(?:#.*)?$/.test(line));
  const start = lines.findIndex((line, at) => at > key && !isBetween(line));
  const indent = listStart.exec(lines[start] ?? '')?.[1]?.length;
  if (indent === undefined) return null;
  const chunks: { line: number; lines: string[] }[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (listStart.exec(line)?.[1]?.length === indent) chunks.push({ line: at + 1, lines: [line] });
    else if (line.trim() === '' || line.startsWith('#') || line.search(/\S/) > indent) chunks.at(-1)?.lines.push(line);
    else if (key === -1 && !/^(?:---|\.\.\.)\s{0,5}$/.test(line)) chunks.at(-1)?.lines.push(line);
    else break;
  }
  return chunks.map((chunk) => ({ line: chunk.line, text: chunk.lines.join('\n') }));
}

function isBetween(line: string): boolean {
  return line.trim() === '' || line.startsWith('#') || line.startsWith('%') || /^---\s{0,5}$/.test(line);
}
