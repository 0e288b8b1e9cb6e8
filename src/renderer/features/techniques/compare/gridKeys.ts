/** A cell of a grid, from 0. */
export interface Cell { row: number; column: number }

/** Where a key leads in a grid of so many rows and columns, as in the ARIA Authoring Practices; null where it means nothing. */
export function cellAfter({ key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean }, { row, column }: Cell, rows: number, columns: number): Cell | null {
  const all = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown': return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowUp': return { row: Math.max(0, row - 1), column };
    case 'ArrowRight': return { row, column: Math.min(columns - 1, column + 1) };
    case 'ArrowLeft': return { row, column: Math.max(0, column - 1) };
    case 'Home': return { row: all ? 0 : row, column: 0 };
    case 'End': return { row: all ? rows - 1 : row, column: columns - 1 };
    default: return null;
  }
}
