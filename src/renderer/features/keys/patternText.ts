/** A pattern with a text put in place of what is selected, and where the cursor stands then. */
export function inserted(pattern: string, text: string, { from, to }: { from: number; to: number }): { pattern: string; cursor: number } {
  const at = placeOf(pattern, text, from);
  return { pattern: pattern.slice(0, at) + text + pattern.slice(at + to - from), cursor: at + text.length };
}

/** A modifier that is wanted right behind a bracket belongs into it. */
function placeOf(pattern: string, text: string, at: number): number {
  return text.startsWith(':') && pattern.charAt(at - 1) === ']' ? at - 1 : at;
}
