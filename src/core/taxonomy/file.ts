import { DomainError } from '../errors';
import { Taxonomy, type OwnTechnique, type TechniqueId } from '../model';
import { treeOf, unfolded, type TechniqueTree } from './tree';

/** More techniques, or a longer text, than anybody can have meant. */
const MOST_TECHNIQUES = 5000;
/** How many problems of a file are told at once. */
const TOLD = 3;

/** Reads a taxonomy as docs/TAXONOMY.md describes it. Throws `unreadable` with what is wrong and where. */
export function readTaxonomy(text: string): Taxonomy {
  const { success, data, error } = Taxonomy.safeParse(parsed(text));
  if (!success) {
    const places = error.issues.slice(0, TOLD).map(({ path, message }) => `${path.length === 0 ? 'the file' : path.join('.')}: ${message}`);
    throw unreadable(`${places.join('; ')}.`);
  }
  if (data.techniques.length > MOST_TECHNIQUES) throw unreadable(`it has more than ${MOST_TECHNIQUES.toLocaleString('en')} techniques.`);
  const ids = new Set<TechniqueId>();
  for (const { id } of data.techniques) {
    if (ids.has(id)) throw unreadable(`two techniques have the id “${id}”.`);
    ids.add(id);
  }
  const lost = data.techniques.find(({ parentId }) => parentId !== undefined && !ids.has(parentId));
  if (lost !== undefined) throw unreadable(`“${lost.id}” lies in “${lost.parentId}”, which is not there.`);
  const tree = treeOf(unfolded(data));
  const circling = data.techniques.find(({ id, parentId }) => parentId !== undefined && tree.ancestors(id).length === 0);
  if (circling !== undefined) throw unreadable(`“${circling.id}” lies inside itself.`);
  return data;
}

/** The taxonomy as a file: what is retired is left out, and what lay in it lies at the top. */
export function writeTaxonomy(tree: TechniqueTree, name: string): string {
  const techniques = tree.techniques.filter(({ retired }) => !retired).map((technique) => folded(technique, tree));
  return `${JSON.stringify({ version: 1, name, techniques } satisfies Taxonomy, null, 2)}\n`;
}

function folded({ id, name, definition, synonyms, phrases, parentId }: OwnTechnique, tree: TechniqueTree): Taxonomy['techniques'][number] {
  const inside = parentId === null || tree.get(parentId)?.retired !== false ? {} : { parentId };
  return { id, ...inside, name, definition, synonyms, phrases };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw unreadable(`it is no JSON (${cause.message}).`, cause);
    throw cause;
  }
}

function unreadable(why: string, cause?: unknown): DomainError {
  return new DomainError('unreadable', `This is no taxonomy that Lectern can read: ${why}`, { cause });
}
