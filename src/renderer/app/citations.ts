/** What is said of a paper where it is cited. */
export interface Cited {
  key: string;
  title: string;
  doi: string;
  url: string;
}

export type CiteForm = 'key' | 'latex' | 'pandoc' | 'link';

/** How papers are cited in a text: `a, b`, `\\cite{a,b}`, `[@a; @b]`, or a Markdown link a line. */
export function citationOf(papers: readonly Cited[], form: CiteForm): string {
  const keys = papers.map(({ key }) => key);
  switch (form) {
    case 'key': return keys.join(', ');
    case 'latex': return `\\cite{${keys.join(',')}}`;
    case 'pandoc': return `[${keys.map((key) => `@${bracedKey(key)}`).join('; ')}]`;
    case 'link': return papers.map(linkTo).join('\n');
    default: return form satisfies never;
  }
}

/** pandoc takes a key with other signs in braces. */
function bracedKey(key: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(key) ? key : `{${key}}`;
}

function linkTo({ title, doi, url, key }: Cited): string {
  const text = (title === '' ? key : title).replace(/[\\[\]]/g, '\\$&');
  const address = doi === '' ? url : `https://doi.org/${doi}`;
  return /^https?:\/\//.test(address) ? `[${text}](${address.replace(/[\s()<>]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})` : text;
}
