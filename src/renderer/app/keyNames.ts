/** Whether this machine's keys are those of a Mac. */
export const isMac = globalThis.navigator?.platform.startsWith('Mac') ?? false;

const everywhere: Record<string, string> = { escape: 'Esc', delete: 'Del', enter: 'Enter', space: 'Space', arrowleft: '←', arrowright: '→', plus: '+', minus: '−' };
const onMac: Record<string, string> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧', escape: 'esc', delete: '⌫', enter: '⏎' };
const elsewhere: Record<string, string> = { mod: 'Ctrl', meta: 'Super', alt: 'Alt', shift: 'Shift' };

/** The caps to press for a combination as Mantine's hotkeys write it. `shift+?` is the key that says `?`. */
export function keyNames(combination: string, mac: boolean): string[] {
  const names = { ...everywhere, ...(mac ? onMac : elsewhere) };
  const keys = combination.toLowerCase().split('+');
  const pressed = keys.at(-1) === '?' ? ['?'] : keys;
  return pressed.map((key) => names[key] ?? key.toUpperCase());
}
