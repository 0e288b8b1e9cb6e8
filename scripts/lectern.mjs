import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './lib/run.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  say(error.message);
  process.exit(1);
}
// npm runs scripts in the project's folder; paths are meant from where the command was typed.
if (process.env['npm_lifecycle_event'] === 'lectern' && process.env['INIT_CWD'] !== undefined) process.chdir(process.env['INIT_CWD']);

const cli = join(root, 'out/main/cli.js');
process.argv.splice(1, 1, cli);
await import(pathToFileURL(cli).href);
