import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CiteHotkey, type SystemKeys } from './citeHotkey';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'lectern-hotkey-')); });
afterEach(() => rm(folder, { recursive: true }));

/** Keys of a system on which another program has some already. */
function system(...others: string[]) {
  const ours = new Map<string, () => void>();
  const keys: SystemKeys = {
    register(hotkey, pressed) {
      if (others.includes(hotkey)) return false;
      ours.set(hotkey, pressed);
      return true;
    },
    unregister: (hotkey) => { ours.delete(hotkey); },
  };
  return { keys, ours };
}

describe('the keys of the cite palette', () => {
  it('work from the first start on, and are others once they are changed, also the next time', async () => {
    const { keys, ours } = system();
    let pressed = 0;
    const hotkey = new CiteHotkey(folder, keys, () => { pressed += 1; });
    await hotkey.start();
    expect(hotkey.state).toEqual({ hotkey: 'CommandOrControl+Alt+K', taken: false });
    expect(await hotkey.change('Alt+F2')).toEqual({ hotkey: 'Alt+F2', taken: false });
    expect([...ours.keys()]).toEqual(['Alt+F2']);
    ours.get('Alt+F2')?.();
    expect(pressed).toBe(1);

    const next = new CiteHotkey(folder, system().keys, () => undefined);
    await next.start();
    expect(next.state.hotkey).toBe('Alt+F2');
  });

  it('are none where the person wants none', async () => {
    const { keys, ours } = system();
    const hotkey = new CiteHotkey(folder, keys, () => undefined);
    await hotkey.start();
    await hotkey.change(null);
    await hotkey.start();
    expect([hotkey.state, ours.size]).toEqual([{ hotkey: null, taken: false }, 0]);
  });

  it('are said to be taken by another program, and can be had once they are free', async () => {
    const others = ['CommandOrControl+Alt+K'];
    const ours: string[] = [];
    const keys: SystemKeys = { register: (hotkey) => !others.includes(hotkey) && ours.push(hotkey) > 0, unregister: () => undefined };
    const hotkey = new CiteHotkey(folder, keys, () => undefined);
    await hotkey.start();
    expect(hotkey.state.taken).toBe(true);
    await expect(hotkey.change('CommandOrControl+Alt+K')).rejects.toMatchObject({ code: 'conflict' });
    others.length = 0;
    expect(await hotkey.change('CommandOrControl+Alt+K')).toEqual({ hotkey: 'CommandOrControl+Alt+K', taken: false });
    expect(ours).toHaveLength(1);
  });

  it('stay where the new ones are taken', async () => {
    const { keys, ours } = system('Alt+F2');
    const hotkey = new CiteHotkey(folder, keys, () => undefined);
    await hotkey.start();
    await expect(hotkey.change('Alt+F2')).rejects.toMatchObject({ code: 'conflict' });
    expect([hotkey.state.hotkey, [...ours.keys()]]).toEqual(['CommandOrControl+Alt+K', ['CommandOrControl+Alt+K']]);
  });

  it.each(['not json', '{"hotkey":"K"}', '{}'])('are the usual ones where the file says %s', async (content) => {
    await writeFile(join(folder, 'cite-palette.json'), content);
    const hotkey = new CiteHotkey(folder, system().keys, () => undefined);
    await hotkey.start();
    expect(hotkey.state.hotkey).toBe('CommandOrControl+Alt+K');
    expect(await readFile(join(folder, 'cite-palette.json'), 'utf8')).toBe(content);
  });
});
