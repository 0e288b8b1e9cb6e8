/** A fixture of the CSL test suite: its sections by name. */
export type Fixture = Readonly<Record<string, string>>;

/** Reads `>>==== NAME ====>>` … `<<==== NAME ====<<`. */
export function readFixture(text: string): Fixture {
  const sections = new Map<string, string>();
  for (const [, name = '', content = ''] of text.replace(/\r\n?/g, '\n').matchAll(/>>=+ ([A-Z0-9-]+) =+>>\n([^]*?)<<=+ \1 =+<</g)) sections.set(name, content.replace(/\n$/, ''));
  return Object.fromEntries(sections);
}
