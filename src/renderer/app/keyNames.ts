const everywhere: Record<string, string> = { escape: 'Esc', delete: 'Del', enter: 'Enter' };
const onMac: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', escape: 'esc', delete: '⌫', enter: '⏎' };
const elsewhere: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };

/** The caps to press for a combination as Mantine's hotkeys write it. `shift+?` is the key that says `?`. */
export function keyNames(combination: string, mac: boolean): string[] {
  const names = { ...everywhere, ...(mac ? onMac : elsewhere) };
  const keys = combination.toLowerCase().split('+');
  const pressed = keys.at(-1) === '?' ? ['?'] : keys;
  return pressed.map((key) => names[key] ?? key.toUpperCase());
}
