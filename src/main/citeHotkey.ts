import { join } from 'node:path';
import { z } from 'zod';
import type { PaletteState } from '../api/trpc';
import { DomainError } from '../core/errors';
import { defaultHotkey, Hotkey } from '../core/hotkey';
import { KeptFile } from '../node/keptFile';

const Kept = z.strictObject({ hotkey: Hotkey.nullable() });

/** The system's keys that work in every program: Electron's `globalShortcut`. */
export interface SystemKeys {
  /** Answers whether the keys were free. */
  register(hotkey: string, pressed: () => void): boolean;
  unregister(hotkey: string): void;
}

/**
 * The keys that call the cite palette from any program. They belong to the person and this machine, not to a library, and are
 * kept beside the list of recent libraries. Keys that another program has are left to it, and said to be taken.
 */
export class CiteHotkey {
  private state_: PaletteState = { hotkey: defaultHotkey, taken: false };
  private readonly kept: KeptFile<z.infer<typeof Kept>>;

  constructor(folder: string, private readonly keys: SystemKeys, private readonly pressed: () => void) {
    this.kept = new KeptFile(join(folder, 'cite-palette.json'), Kept);
  }

  get state(): PaletteState {
    return this.state_;
  }

  async start(): Promise<void> {
    const { hotkey } = (await this.kept.read()) ?? { hotkey: defaultHotkey };
    this.state_ = { hotkey, taken: hotkey !== null && !this.keys.register(hotkey, this.pressed) };
  }

  /** Throws `conflict` where another program has the keys; the old ones stay then. */
  async change(hotkey: Hotkey | null): Promise<PaletteState> {
    const { hotkey: old, taken } = this.state_;
    if (hotkey !== null && (hotkey !== old || taken) && !this.keys.register(hotkey, this.pressed)) {
      throw new DomainError('conflict', 'Another program has these keys already. Choose others, or free them there and try again.');
    }
    if (old !== null && old !== hotkey && !taken) this.keys.unregister(old);
    this.state_ = { hotkey, taken: false };
    await this.kept.write({ hotkey });
    return this.state_;
  }
}
