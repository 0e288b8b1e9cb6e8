/** Formatted HTML entries as one fragment of a page. */
export function bibliographyFragment(entries: readonly string[]): string {
  return `<div class="csl-bib-body">\n${entries.join('\n')}\n</div>\n`;
}

/** Formatted HTML entries as a file of their own: no script, nothing to load, readable on paper and in the dark. */
export function bibliographyDocument(entries: readonly string[], title: string): string {
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
.csl-entry { margin: 0 0 0.75rem; padding-left: 2rem; text-indent: -2rem; overflow-wrap: anywhere; }
.csl-entry:has(.csl-left-margin) { display: flex; gap: 0.75rem; padding-left: 0; text-indent: 0; }
.csl-left-margin { flex: none; min-width: 2rem; }
</style>
</head>
<body>
<h1>${heading}</h1>
${bibliographyFragment(entries)}</body>
</html>
`;
}
