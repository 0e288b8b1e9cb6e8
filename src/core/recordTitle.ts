/** What a record is called: its title, its first words, or the words that are highlighted. */
export function titleOf(record: Readonly<Record<string, unknown>> | undefined): string {
  const target = record?.['target'] as { exact?: unknown } | undefined;
  for (const text of [record?.['title'], record?.['name'], record?.['label'], record?.['originalName'], record?.['body'], target?.exact]) {
    const words = typeof text === 'string' ? /[^\s#>*`-][^\n]*/.exec(text.slice(0, 400))?.[0] : undefined; // without the marks of Markdown
    if (words !== undefined) return words.slice(0, 100).trimEnd();
  }
  return '';
}
