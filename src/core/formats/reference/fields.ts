/**
 * The fields of one reference by the tags of RIS, in which EndNote's XML is read too: both are the reference of EndNote
 * in two spellings. A tag that stands there several times has several values.
 */
export class ReferenceFields {
  private readonly values = new Map<string, string[]>();

  add(tag: string, value: string): void {
    const text = value.trim();
    if (text === '') return;
    const known = this.values.get(tag);
    if (known === undefined) this.values.set(tag, [text]);
    else known.push(text);
  }

  /** All values of these tags, which are used up by that. */
  takeAll(...tags: string[]): string[] {
    return tags.flatMap((tag) => {
      const values = this.values.get(tag) ?? [];
      this.values.delete(tag);
      return values;
    });
  }

  /** The first value that any of these tags has, in their order; the others stay. '' where there is none. */
  take(...tags: string[]): string {
    const tag = tags.find((name) => this.values.has(name));
    if (tag === undefined) return '';
    const [first = '', ...others] = this.values.get(tag) ?? [];
    if (others.length === 0) this.values.delete(tag);
    else this.values.set(tag, others);
    return first;
  }

  has(tag: string): boolean {
    return this.values.has(tag);
  }

  /** What nobody has taken, by tag. Values are parted by empty lines, which no single value has. */
  rest(): [tag: string, value: string][] {
    return [...this.values].map(([tag, values]) => [tag, values.map((value) => value.replace(/\s*\n\s*/g, ' ')).join('\n\n')]);
  }
}
