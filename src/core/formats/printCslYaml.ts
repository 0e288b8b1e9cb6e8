import type { Paper } from '../model';
import { toCsl } from './csl';
import { yamlItems } from './printYaml';

/** What stands before and behind the items: the form in which pandoc and its filters keep references. */
export const cslYamlFrame = { head: '---\nreferences:\n', foot: '...\n' } as const;

/** Papers as CSL-YAML, the items of CSL-JSON in YAML, one by one. Text stays as the library has it, TeX included. */
export function* cslYamlItems(papers: readonly Paper[]): Generator<string, void> {
  for (const paper of papers) yield yamlItems([toCsl(paper)]);
}
