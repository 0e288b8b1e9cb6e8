import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { RecentLibrary } from '../core/recent';
import { systemClock } from './clock';
import { KeptFile } from './keptFile';

/** How many libraries are remembered. */
const KEPT = 10;
const Entries = z.array(z.object({ folder: z.string(), openedAt: z.string() }));

/** Where Lectern keeps what belongs to the person and not to a library: the folder that Electron uses as well. */
export function userFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env['LECTERN_USER_DATA']) return env['LECTERN_USER_DATA'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Lectern');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lectern');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Lectern');
}

/** The libraries that were open lately, newest first, in one small file that may be lost without harm. */
export class RecentLibraries {
  private readonly kept: KeptFile<z.infer<typeof Entries>>;
  private writing: Promise<void> = Promise.resolve();

  constructor(folder = userFolder(), private readonly clock = systemClock) {
    this.kept = new KeptFile(join(folder, 'recent-libraries.json'), Entries);
  }

  async list(): Promise<RecentLibrary[]> {
    const entries = await this.entries();
    return Promise.all(entries.map(async ({ folder, openedAt }) => ({ folder, name: basename(folder), openedAt, missing: !(await exists(folder)) })));
  }

  /** Puts a library first. That it could not be remembered is no reason not to open it. */
  add(folder: string): Promise<void> {
    this.writing = this.writing.then(() => this.write(folder)).catch((error: unknown) => {
      process.emitWarning(`The list of recent libraries could not be written: ${String(error)}`);
    });
    return this.writing;
  }

  private async write(folder: string): Promise<void> {
    const others = (await this.entries()).filter((entry) => entry.folder !== folder);
    await this.kept.write([{ folder, openedAt: this.clock.now() }, ...others].slice(0, KEPT));
  }

  private async entries(): Promise<z.infer<typeof Entries>> {
    return (await this.kept.read()) ?? [];
  }
}

async function exists(folder: string): Promise<boolean> {
  try {
    await access(folder);
    return true;
  } catch {
    return false; // whatever the reason, it cannot be opened now
  }
}
