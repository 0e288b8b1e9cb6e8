import { fold } from '../../../core/text';

/**
 * How well what was typed fits a name, higher is better; null where it does not. Its letters stand in the name in
 * their order, each at the beginning of a word or right behind the one before it, but for one in five. Case and
 * accents do not matter. Takes the product of the two lengths at most.
 */
export function fits(typed: string, name: string): number | null {
  const wanted = [...fold(typed).replaceAll(/\s+/g, '')];
  const text = fold(name);
  if (wanted.length === 0) return 0;
  const whole = text.indexOf(fold(typed).trim());
  if (whole !== -1) return 1000 - whole - (whole === 0 || isStart(text, whole) ? 0 : 500) - text.length / 100;
  let [at, score, loose] = [-1, 0, 0];
  for (const letter of wanted) {
    const next = at !== -1 && text[at + 1] === letter ? at + 1 : startOf(letter, text, at + 1);
    const found = next === -1 ? text.indexOf(letter, at + 1) : next;
    if (found === -1) return null;
    if (next === -1) loose += 1;
    else score += found === at + 1 ? 2 : 3;
    at = found;
  }
  return loose * 5 > wanted.length ? null : score - loose * 4 - text.length / 100;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** The next word that begins with a letter; -1 where none does. */
function startOf(letter: string, text: string, from: number): number {
  for (let at = text.indexOf(letter, from); at !== -1; at = text.indexOf(letter, at + 1)) if (isStart(text, at)) return at;
  return -1;
}

/** Those that fit, the best first. */
export function bestFitting<T>(typed: string, items: readonly T[], nameOf: (item: T) => string, limit: number): T[] {
  return items.map((item) => ({ item, score: fits(typed, nameOf(item)) }))
    .filter((each): each is { item: T; score: number } => each.score !== null)
    .toSorted((a, b) => b.score - a.score).slice(0, limit).map(({ item }) => item);
}
