/**
 * Runs inside the tests' Electron: loads the project named on the command line as `electron PROJECT` would.
 * The top-level await matters: Electron holds `ready` back until this module is done, so that the project's
 * main can still register privileged schemes.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (argument === undefined) throw new Error('Name the folder of the project to run.');
const project = resolve(argument);
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
app.setAppPath(project);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
await import(pathToFileURL(join(project, manifest.main)).href);
