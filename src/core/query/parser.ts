import { areLike } from '../likeness';
import { fields, type Field } from './fields';
import type { Finding } from './findings';
import { tokensOf, type Token } from './lexer';
import { all, any, everything, not, type Condition, type Query } from './tree';
import { meaningOf, type Value } from './values';

/** A condition and where it stands in the text, from the not before it to the end of its value. */
export interface Term {
  condition: Condition;
  start: number;
  end: number;
}

/** What a text means as a query. What is wrong with it is left out of `query` and told in `findings`, in the order of the text. */
export interface Parsed {
  query: Query;
  terms: Term[];
  findings: Finding[];
}

/** How deep parentheses may lie in each other. */
const DEEPEST = 50;

/** Reads what a person typed, in the language of docs/QUERY.md. Any text is a query. Linear in its length. */
export function parse(text: string): Parsed {
  const parser = new Parser(text);
  const query = parser.whole() ?? everything;
  return { query, terms: parser.terms, findings: parser.findings.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}

class Parser {
  readonly terms: Term[] = [];
  readonly findings: Finding[] = [];
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  whole(): Query | null {
    const parts: Query[] = [];
    while (this.next !== undefined) {
      const part = this.alternatives(null);
      if (part !== null) parts.push(part);
      if (this.next?.kind !== 'close') continue;
      this.tell('error', this.next, 'No parenthesis is open here.');
      this.at += 1;
    }
    return parts.length === 0 ? null : all(parts);
  }

  private get next(): Token | undefined {
    return this.tokens[this.at];
  }

  /** Words without a field stand for `field`, the one in front of the parentheses around them. */
  private alternatives(field: Field | null): Query | null {
    const parts = [this.conjunction(field)];
    while (this.next?.kind === 'or') {
      if (!this.isBetween()) this.tell('error', this.next, 'One of the two things that OR stands between is missing.');
      this.at += 1;
      parts.push(this.conjunction(field));
    }
    const there = parts.filter((part) => part !== null);
    return there.length === 0 ? null : any(there);
  }

  /** Whether the word at hand that joins two things has something on either side. */
  private isBetween(): boolean {
    const [before, after] = [this.tokens[this.at - 1], this.tokens[this.at + 1]];
    return before !== undefined && after !== undefined && !['open', 'or', 'and', 'not'].includes(before.kind) && !['close', 'or', 'and'].includes(after.kind);
  }

  private conjunction(field: Field | null): Query | null {
    const parts: Query[] = [];
    for (let token = this.next; token !== undefined && token.kind !== 'close' && token.kind !== 'or'; token = this.next) {
      if (token.kind === 'and') {
        if (!this.isBetween()) this.tell('error', token, 'One of the two things that AND stands between is missing.');
        this.at += 1;
      } else {
        const part = this.term(field);
        if (part !== null) parts.push(part);
      }
    }
    return parts.length === 0 ? null : all(parts);
  }

  private term(field: Field | null): Query | null {
    const first = this.next;
    let negated = false;
    for (; this.next?.kind === 'not'; this.at += 1) negated = !negated;
    const token = this.next;
    if (first === undefined) return null;
    if (token === undefined || token.kind === 'close' || token.kind === 'or' || token.kind === 'and') {
      this.tell('error', first, 'There is nothing behind it.');
      return null;
    }
    const part = this.primary(field, first.start);
    return part === null || !negated ? part : not(part);
  }

  /** A value, a field with its value, or parentheses; `start` is where it begins together with its nots. */
  private primary(outer: Field | null, start: number): Query | null {
    const token = this.next;
    if (token?.kind !== 'field') return this.operand(outer, start);
    this.at += 1;
    if (token.valued) return this.operand(token.field, start, token);
    this.tell('error', token, 'The value stands right behind the colon, without a space.');
    return null;
  }

  private operand(field: Field | null, start: number, name?: Token): Query | null {
    const token = this.next;
    if (token === undefined) return null;
    this.at += 1;
    if (token.kind === 'open') return this.group(field, token);
    if (token.kind !== 'word' && token.kind !== 'quoted') return null;
    return this.condition(field, token, start, name);
  }

  private group(field: Field | null, open: Token): Query | null {
    if (this.depth >= DEEPEST) return this.tooDeep(open);
    this.depth += 1;
    const from = this.at;
    const part = this.alternatives(field);
    this.depth -= 1;
    if (this.next === undefined) this.tell('error', open, 'This parenthesis is not closed.');
    else if (this.at === from) this.tell('error', { start: open.start, end: this.next.end }, 'There is nothing between the parentheses.');
    this.at += 1;
    return part;
  }

  /** Leaves out what lies that deep. */
  private tooDeep(open: Token): null {
    let inside = 1;
    for (; this.next !== undefined && inside > 0; this.at += 1) {
      if (this.next.kind === 'open') inside += 1;
      else if (this.next.kind === 'close') inside -= 1;
    }
    this.tell('error', { start: open.start, end: this.tokens[this.at - 1]?.end ?? open.end }, `Parentheses lie in each other ${DEEPEST} deep at most.`);
    return null;
  }

  private condition(field: Field | null, value: Value, start: number, name?: Token): Query | null {
    const whole = { start: name?.start ?? value.start, end: value.end };
    if (value.kind === 'quoted' && !value.closed) this.tell('error', { start: value.start, end: value.end }, 'This quote is not closed.');
    const { condition, finding } = meaningOf(field, value);
    if (finding !== undefined) this.tell(finding.kind, whole, finding.reason);
    if (condition === null) return null;
    if (field === null && value.kind === 'word') this.hintAtField(value);
    this.terms.push({ condition, start, end: value.end });
    return condition;
  }

  /** A word with a colon may have been meant as a field. Links, and words that end with the colon, are text alone. */
  private hintAtField({ start, end }: Value): void {
    const name = /^([a-z]{2,20}):(?![:/]|$)/i.exec(this.text.slice(start, end))?.[1];
    if (name === undefined) return;
    const meant = fields.find((field) => isLike(name.toLowerCase(), field));
    this.tell('hint', { start, end: start + name.length + 1 }, `This is no field, and is searched for as text.${meant === undefined ? '' : ` Did you mean ${meant}:?`}`);
  }

  private tell(kind: Finding['kind'], { start, end }: { start: number; end: number }, reason: string): void {
    this.findings.push({ kind, start, end, reason });
  }
}

/** Whether a name is a field's beginning, or like it but for a letter: also its plural. */
function isLike(name: string, field: string): boolean {
  return (name.length > 2 && field.startsWith(name)) || areLike(name, field, 1);
}
