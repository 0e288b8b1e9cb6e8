import { z } from 'zod';

const KEY = '(?:[A-Z0-9]|Space|F(?:[1-9]|1\\d|2[0-4]))';

/**
 * A combination of keys that works in whichever program the person is, as Electron writes it: `CommandOrControl+Alt+K`. It has
 * Ctrl, Cmd or Alt in it, or is a function key, so that it takes no letter away from any program.
 */
export const Hotkey = z.string().regex(new RegExp(`^(?:(?:CommandOrControl|Control|Super)\\+(?:Alt\\+)?(?:Shift\\+)?${KEY}|Alt\\+(?:Shift\\+)?${KEY}|(?:Shift\\+)?F(?:[1-9]|1\\d|2[0-4]))$`));
export type Hotkey = z.infer<typeof Hotkey>;

/** Hardly a program has it: neither the usual editors and word processors, nor browsers, nor AltGr of the common layouts. */
export const defaultHotkey: Hotkey = 'CommandOrControl+Alt+K';

/** The part of a keyboard event that is looked at. */
export interface Pressed {
  key: string;
  /** The place of the key, for layouts in which Alt makes another character of it. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** The combination that was pressed; null while it is none, as long as only Ctrl is held. */
export function hotkeyOf(pressed: Pressed, mac: boolean): Hotkey | null {
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed;
  const main = mac ? { CommandOrControl: metaKey, Control: ctrlKey } : { CommandOrControl: ctrlKey, Super: metaKey };
  const held = Object.entries({ ...main, Alt: altKey, Shift: shiftKey }).filter(([, down]) => down).map(([name]) => name);
  const { success, data } = Hotkey.safeParse([...held, keyOf(pressed)].join('+'));
  return success ? data : null;
}

function keyOf({ key, code }: Pressed): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? code;
}

/** The same as shortcuts within the window are written: `mod+alt+K`. */
export function asShortcut(hotkey: Hotkey): string {
  return hotkey.replace('CommandOrControl', 'mod').replace('Control', 'ctrl').replace('Super', 'meta').replace('Alt', 'alt').replace('Shift', 'shift');
}
