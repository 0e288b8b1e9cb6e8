/**
 * Tells what papers the PDFs of Debian's packages are, and counts right titles and wrong DOIs. The packages come by
 * `apt-get download`, once, into .cache/conformance-pdf. Exits with 1 below nine titles in ten, or with a wrong DOI.
 * Run: node scripts/conformance-pdf.mjs
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/conformance-pdf');
const expected = JSON.parse(readFileSync(join(root, 'tests/pdf/titles.json'), 'utf8'));
const load = async (path) => (await runnerImport(join(root, path))).module;
const { glanceAt } = await load('src/node/extraction/glance.ts');
const { describePdf } = await load('src/core/files/describePdf.ts');
const { skeleton } = await load('src/core/text.ts');

const counts = { documents: 0, titles: 0, authors: 0, dois: 0, wrongDois: 0, absent: 0 };
const from = {};
for (const { package: name, file, title, doi = '' } of expected) {
  const path = join(unpacked(name), file);
  if (!existsSync(path)) {
    counts.absent += 1;
    continue;
  }
  const { description, from: whence } = describePdf(await glanceAt({ path }), basename(path));
  counts.documents += 1;
  from[whence.title] = (from[whence.title] ?? 0) + 1;
  if (skeleton(description.title) === skeleton(title)) counts.titles += 1;
  else console.log(`${file}\n  is   ${title}\n  read ${description.title}`);
  if (description.authors.length > 0) counts.authors += 1;
  if (description.doi !== '') counts.dois += 1;
  if (description.doi.toLowerCase() !== doi.toLowerCase() && description.doi !== '') {
    counts.wrongDois += 1;
    console.log(`${file}\n  has no DOI ${description.doi}`);
  }
}
console.log(`${counts.documents} documents (${counts.absent} not there): ${counts.titles} titles right (${((100 * counts.titles) / counts.documents).toFixed(1)} %), authors found in ${counts.authors}, DOIs in ${counts.dois}, wrong DOIs ${counts.wrongDois}. Titles by ${JSON.stringify(from)}.`);
process.exitCode = counts.documents > 0 && counts.titles >= 0.9 * counts.documents && counts.wrongDois === 0 ? 0 : 1;

/** The folder that a package of Debian's is unpacked in. */
function unpacked(name) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  try {
    execFileSync('apt-get', ['download', name], { cwd: cache, stdio: 'ignore' });
    execFileSync('dpkg', ['-x', readdirSync(cache).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb')), name], { cwd: cache });
  } catch (error) {
    console.log(`${name} cannot be had: ${error.message}`);
    mkdirSync(folder, { recursive: true });
  }
  return folder;
}
