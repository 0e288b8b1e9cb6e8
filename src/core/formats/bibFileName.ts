import { counted } from '../text';

/** What a .bib file of these papers is called: by the citation key of a single one, otherwise by their number. */
export function bibFileName(keys: readonly string[]): string {
  const [only = ''] = keys;
  // What a file system or a drag's description may take for something else.
  const name = keys.length === 1 ? only.replace(/[^\p{L}\p{N}._+-]+/gu, '-').replace(/^[.-]+/, '').slice(0, 80) : counted(keys.length, 'paper').replaceAll(',', '');
  return `${name === '' ? 'paper' : name}.bib`;
}
