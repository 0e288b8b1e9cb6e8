/** One value of a record: its first line, and those that continue it. */
export interface TaggedField {
  tag: string;
  lines: string[];
}

/** A record as a file of tagged lines has it, with the line it begins on, counted from 1. */
export interface TaggedRecord {
  line: number;
  fields: TaggedField[];
  /** The record as it is written. */
  text: string;
}

/** How one format writes its lines and tells its records apart. */
export interface TaggedDialect {
  /** The tag and the value of a line; null for a line that continues the value before it. */
  fieldOf: (line: string) => [tag: string, value: string] | null;
  begins: string;
  /** The tag that ends a record, where the format has one. */
  ends?: string;
}

/**
 * Takes a text of tagged lines apart, in linear time. A record ends with its last tag or where the next one begins;
 * one that lacks its first tag is a record still. `strays` are the lines that belong to none.
 */
export function taggedRecords(text: string, { fieldOf, begins, ends }: TaggedDialect): { records: TaggedRecord[]; strays: { line: number; text: string }[] } {
  const records: TaggedRecord[] = [];
  const strays: { line: number; text: string }[] = [];
  const lines = text.split('\n');
  let open: TaggedRecord | null = null;
  const close = (end: number): void => {
    if (open !== null) records.push({ ...open, text: lines.slice(open.line - 1, end).join('\n').trimEnd() });
    open = null;
  };
  for (const [index, written] of lines.entries()) {
    const field = fieldOf(written);
    if (field === null) {
      if (open !== null) open.fields.at(-1)?.lines.push(written);
      else if (written.trim() !== '') strays.push({ line: index + 1, text: written });
      continue;
    }
    const [tag, value] = field;
    if (tag === ends) {
      close(index + 1);
      continue;
    }
    if (tag === begins) close(index);
    open ??= { line: index + 1, fields: [], text: '' };
    open.fields.push({ tag, lines: [value] });
  }
  close(lines.length);
  return { records, strays };
}
