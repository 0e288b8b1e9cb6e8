import { parseDocument } from 'yaml';

export type ParsedYaml = { kind: 'value'; value: unknown } | { kind: 'malformed'; offset: number; reason: string };

/** How often aliases may repeat what they stand for; without a limit a small text can stand for a huge one. */
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
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { kind: 'value', value };
  } catch (error) {
    // Nesting without end exhausts the stack, and aliases beyond the limit are refused by an exception.
    if (error instanceof RangeError) return malformed('it is nested too deep', 0);
    return malformed(error instanceof Error ? error.message : String(error), 0);
  }
}

function malformed(message: string, offset: number): ParsedYaml {
  return { kind: 'malformed', offset, reason: `This is not valid YAML: ${message.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')}.` };
}
