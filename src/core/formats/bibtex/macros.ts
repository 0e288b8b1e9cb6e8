import type { EntryField, ParsedEntry } from './entry';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** The macros that every bibliography style defines. */
const monthMacros: ReadonlyMap<string, string> = new Map(months.map((month) => [month.slice(0, 3).toLowerCase(), month]));

interface Definition {
  value: string;
  raw: string;
  /** The definitions that this one uses. */
  uses: ReadonlySet<string>;
}

/**
 * What macros may add to a file is bounded by its own length, because definitions that double one another would outgrow
 * any memory.
 */
export class TextBudget {
  private left: number;

  constructor(fileLength: number) {
    this.left = 1_000_000 + 4 * fileLength;
  }

  /** Whether there is so much left, which is then gone. */
  spend(length: number): boolean {
    if (length > this.left) return false;
    this.left -= length;
    return true;
  }
}

/** The `@string` definitions of a file, as far as it has been read. Beyond the budget a macro stands for its name. */
export class Macros {
  private readonly definitions = new Map<string, Definition>();

  constructor(private readonly budget: TextBudget) {}

  /** Takes the definitions of a `@string{…}` in; a later one of the same name replaces the earlier. */
  define(entry: ParsedEntry, raw: string): void {
    for (const field of entry.fields) {
      this.definitions.set(field.name.toLowerCase(), { value: this.valueOf(field, raw), raw, uses: usedBy(field, raw) });
    }
  }

  /** The value of a field in TeX: its pieces joined, delimiters removed. */
  valueOf(field: EntryField, raw: string): string {
    const [first] = field.parts;
    if (field.parts.length === 1 && first?.kind !== 'macro') return pieceOf(raw, field);
    return field.parts.map((part) => {
      const written = raw.slice(part.start, part.end);
      if (part.kind === 'macro') return this.expand(written);
      return part.kind === 'number' ? written : written.slice(1, -1);
    }).join('');
  }

  /** Adds the raw definitions that an entry needs to those that it needs besides, by name. */
  addNeeded(entry: ParsedEntry, raw: string, needed: Map<string, string>): void {
    const waiting = entry.fields.flatMap((field) => [...usedBy(field, raw)]);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const definition = this.definitions.get(name);
      if (definition === undefined || needed.has(name) || name === '__proto__') continue;
      needed.set(name, definition.raw);
      waiting.push(...definition.uses);
    }
  }

  private expand(name: string): string {
    const known = this.definitions.get(name.toLowerCase())?.value ?? monthMacros.get(name.toLowerCase());
    return known !== undefined && this.budget.spend(known.length) ? known : name;
  }
}

function pieceOf(raw: string, { parts: [part], valueStart, valueEnd }: EntryField): string {
  return part?.kind === 'number' ? raw.slice(valueStart, valueEnd) : raw.slice(valueStart + 1, valueEnd - 1);
}

function usedBy({ parts }: EntryField, raw: string): Set<string> {
  return new Set(parts.filter(({ kind }) => kind === 'macro').map(({ start, end }) => raw.slice(start, end).toLowerCase()));
}
