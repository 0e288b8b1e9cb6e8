/** A rectangle of the window, or of a page as it is shown: y grows downwards. */
export interface Box { left: number; top: number; right: number; bottom: number }

/** So much of the lower one of two boxes must lie beside the other for them to be one line. */
const BESIDE = 0.5;
/** So wide may the gap between two boxes of a line be, in heights of the line: words yes, columns no. */
const WORD_GAP = 1.1;

/** Joins boxes that follow one another on a line. Empty ones are left out. */
export function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (box.right - box.left < 0.1 || box.bottom - box.top < 0.1) continue;
    const line = lines.at(-1);
    if (line !== undefined && follows(line, box)) {
      lines[lines.length - 1] = { left: Math.min(line.left, box.left), top: Math.min(line.top, box.top), right: Math.max(line.right, box.right), bottom: Math.max(line.bottom, box.bottom) };
    } else lines.push(box);
  }
  return lines;
}

function follows(line: Box, box: Box): boolean {
  const height = Math.min(line.bottom - line.top, box.bottom - box.top);
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  const gap = Math.max(box.left - line.right, line.left - box.right);
  return shared >= BESIDE * height && gap <= WORD_GAP * Math.max(line.bottom - line.top, box.bottom - box.top);
}
