import { parseDocument, visit, type Document } from 'yaml';

export type ParsedYaml = { kind: 'value'; value: unknown } | { kind: 'malformed'; offset: number; reason: string };

/**
 * How many aliases there may be, and how often they may repeat what they stand for: a small text could stand for a huge
 * one, and each alias costs a search of the text before it.
 */
const MAX_ALIASES = 100;

/**
 * YAML as a value whose scalars are all texts, as they are written (`012` and `1.10` stay what they are). Tags make
 * nothing but texts, lists and plain objects.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, strict: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) return malformed(error.message, error.pos[0]);
    if (aliasesIn(document) > MAX_ALIASES) return malformed(`it has more than ${MAX_ALIASES} aliases`, 0);
    if (hasCircles(document)) return malformed('something in it is part of itself', 0);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { kind: 'value', value };
  } catch (error) {
    // Nesting without end exhausts the stack, and aliases beyond the limit are refused by an exception.
    if (error instanceof RangeError) return malformed('it is nested too deep', 0);
    return malformed(error instanceof Error ? error.message : String(error), 0);
  }
}

function aliasesIn(document: Document.Parsed): number {
  let count = 0;
  visit(document, { Alias: () => { count += 1; } });
  return count;
}

/** Whether an alias stands inside of what it stands for. */
function hasCircles(document: Document.Parsed): boolean {
  let isCircular = false;
  visit(document, { Alias: (_, alias, path) => {
    const target = alias.resolve(document);
    isCircular ||= target !== undefined && path.includes(target);
  } });
  return isCircular;
}

function malformed(message: string, offset: number): ParsedYaml {
  return { kind: 'malformed', offset, reason: `This is not valid YAML: ${message.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')}.` };
}
