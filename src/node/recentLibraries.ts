import { access, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { RecentLibrary } from '../core/recent';
import { systemClock } from './clock';
import { replaceFile } from './store/durable';

/** How many libraries are remembered. */
const KEPT = 10;
const Entries = z.array(z.object({ folder: z.string(), openedAt: z.string() }));
type Entry = z.infer<typeof Entries>[number];

/** Where Lectern keeps what belongs to the person and not to a library: the folder that Electron uses as well. */
export function userFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env['LECTERN_USER_DATA']) return env['LECTERN_USER_DATA'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Lectern');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lectern');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Lectern');
}

/** The libraries that were open lately, newest first, in one small file that may be lost without harm. */
export class RecentLibraries {
  private readonly file: string;
  private writing: Promise<void> = Promise.resolve();

  constructor(folder = userFolder(), private readonly clock = systemClock) {
    this.file = join(folder, 'recent-libraries.json');
  }

  async list(): Promise<RecentLibrary[]> {
    const entries = await this.read();
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
    const others = (await this.read()).filter((entry) => entry.folder !== folder);
    const entries = [{ folder, openedAt: this.clock.now() }, ...others].slice(0, KEPT);
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    async function* content(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from(`${JSON.stringify(entries, null, 2)}\n`));
    }
    await replaceFile(this.file, content());
  }

  private async read(): Promise<Entry[]> {
    try {
      return Entries.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
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
