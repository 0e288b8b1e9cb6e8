import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the library lies unless a folder is named: the place of each system for a program's data. */
export function defaultLibrary(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env['LECTERN_LIBRARY']) return env['LECTERN_LIBRARY'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Lectern', 'library');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lectern', 'library');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'lectern', 'library');
}
