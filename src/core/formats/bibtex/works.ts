import { finding } from '../readText';
import type { Finding } from '../reading';
import { told, type OnPart } from '../told';
import { parseEntry, preambleText, type ParsedEntry } from './entry';
import { canonicalFields, isVerbatim } from './fields';
import { Inheritance } from './inherit';
import { Macros, TextBudget } from './macros';
import { placesIn } from './places';
import { isForBiblatex } from './publication';
import { readWork, type WorkEntry, type WorkPaper } from './readWork';
import { withOriginal } from './related';
import { splitBibtex, type Piece } from './split';
import { TexMacros } from './texMacros';

/** An entry that is a work of its own, with where it stands. */
export interface Work {
  start: number;
  end: number;
  line: number;
  /** Its paper; null where it says nothing of a work. To be asked for when the whole file is taken in. */
  read: () => WorkPaper | null;
  /** The raw definitions of the strings and macros that it uses. */
  strings: Record<string, string> | undefined;
}

/** Whether an entry says something of another, or takes something over from it. */
export const refersToOthers = /\b(?:crossref|xdata|related)\s*=/i;

/** All that is in a file; `fail` adds to its findings. */
export class Bibliography {
  readonly works: Work[] = [];
  private readonly lenders = new Inheritance();
  private readonly failures: { at: number; finding: Finding }[] = [];
  /** Where no entry refers to another, each is read at once, so that its fields need not be kept. */
  private readonly isInherited: boolean;
  private readonly placeOf: ReturnType<typeof placesIn>;
  private readonly macros: Macros;
  private readonly texMacros: TexMacros;

  /** The part of the work that is done when the file has been taken apart. */
  readonly part: number;

  constructor(readonly text: string, onPart?: OnPart) {
    this.isInherited = refersToOthers.test(text);
    this.placeOf = placesIn(text);
    const budget = new TextBudget(text.length);
    this.macros = new Macros(budget);
    this.texMacros = new TexMacros(budget);
    const pieces = splitBibtex(text);
    for (const { kind, start, end } of pieces) if (kind === 'preamble') this.texMacros.define(preambleText(text.slice(start, end)));
    this.part = this.isInherited ? 0.5 : 1;
    for (const [index, piece] of told([...pieces.entries()], onPart, { to: this.part })) {
      if (this.take(piece)) this.lookBehind(piece, pieces[index + 1]);
    }
  }

  /** What could not be read, in the order of the file. */
  get findings(): Finding[] {
    return this.failures.toSorted((a, b) => a.at - b.at).map((failure) => failure.finding);
  }

  fail(at: number, reason: string, passage: string): void {
    const { line, column } = this.placeOf(at);
    this.failures.push({ at, finding: { ...finding(line, reason, passage), column } });
  }

  /** Whether the piece is an entry that can be read. */
  private take(piece: Piece): boolean {
    const raw = this.text.slice(piece.start, piece.end);
    if (piece.problem !== undefined) this.fail(piece.problem.at, piece.problem.reason, raw);
    if (piece.kind !== 'entry' && piece.kind !== 'string') return false;
    const parsed = parseEntry(raw);
    if (parsed.kind === 'broken') this.fail(piece.start + parsed.at, parsed.reason, raw);
    else if (piece.kind === 'string') this.macros.define(parsed, raw);
    else this.addEntry(piece, parsed, raw);
    return parsed.kind === 'entry' && piece.kind === 'entry';
  }

  private addEntry({ start, end }: Piece, parsed: ParsedEntry, raw: string): void {
    const needed = new Map<string, string>();
    const written = parsed.fields.map((field) => {
      const [name, value] = [field.name.toLowerCase(), this.macros.valueOf(field, raw)];
      return [name, isVerbatim(name) ? value : this.texMacros.expand(value, needed)] as const;
    });
    this.macros.addNeeded(parsed, raw, needed);
    const entry = { key: parsed.key, type: parsed.type, fields: canonicalFields(written), isBiblatex: isForBiblatex(written) };
    if (this.isInherited) this.lenders.add(entry.key, entry);
    if (noWorks.has(entry.type)) return;
    const { line } = this.placeOf(start);
    this.works.push({ start, end, line, read: this.reading(entry), strings: needed.size === 0 ? undefined : Object.fromEntries(needed) });
  }

  private reading(entry: WorkEntry): () => WorkPaper | null {
    if (this.isInherited) return () => readWork(entry, withOriginal(this.lenders.fieldsOf(entry), this.lenders));
    const paper = readWork(entry, entry.fields);
    return () => paper;
  }

  /** Fields behind the end of an entry show that it has a brace too many. */
  private lookBehind({ end }: Piece, next: Piece | undefined): void {
    leftBehind.lastIndex = end;
    if (!leftBehind.test(this.text) || (next !== undefined && leftBehind.lastIndex > next.start)) return;
    this.fail(end, 'A closing brace too many ends the entry before this passage, which is not read.', this.text.slice(end, next?.start).trim());
  }
}

/** Entries that lend their fields or bind others together. */
const noWorks = new Set(['xdata', 'set']);
const leftBehind = /\s*[,}][\s,}]*[\w-]{1,50}\s*=\s*[{"\w]/y;
