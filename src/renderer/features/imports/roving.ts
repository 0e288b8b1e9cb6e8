/** How many rows a page is. */
const PAGE = 8;

/** Where a key leads in a list, or null for a key that leads nowhere. */
export function moveOf(key: string, from: number, count: number): number | null {
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown': return within(from + 1);
    case 'ArrowUp': return within(from - 1);
    case 'PageDown': return within(from + PAGE);
    case 'PageUp': return within(from - PAGE);
    case 'Home': return 0;
    case 'End': return within(count - 1);
    default: return null;
  }
}
