import { readCslJson } from './cslJson';
import { detectFormat, whyUnreadable } from './detect';
import { readDigest } from './digest';
import { finding, normalizeLineEnds } from './readText';
import type { ImportFormat, Reading } from './reading';

/** How to read an input: by the named format, or by the one that its content shows. */
export interface ReadOptions {
  format?: ImportFormat | 'auto';
  fileName?: string;
}

/** Reads the papers of any input. Total: what cannot be read is among the findings, and nothing is thrown. */
export function readPapers(text: string, options: ReadOptions): Reading {
  const input = normalizeLineEnds(text);
  const named = options.format === undefined || options.format === 'auto' ? null : options.format;
  const unreadable = whyUnreadable(input, options.fileName);
  if (unreadable !== null) return { format: named ?? 'digest', papers: [], findings: [finding(1, unreadable, input.trim())] };
  const format = named ?? detectFormat(input, options.fileName);
  return format === 'csl-json' ? readCslJson(input) : readDigest(input, { sure: named !== null });
}
