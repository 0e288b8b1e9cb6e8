/** Hears which part of a reading is done, from 0 to 1. */
export type OnPart = (part: number) => void;

/** So often is it told, in items. */
const EVERY = 16;

/** Items one by one, telling on the way which part of them is behind: from `from` before the first to `to` after the last. */
export function* told<T>(items: readonly T[], onPart: OnPart | undefined, { from = 0, to = 1 } = {}): Generator<T, void> {
  let behind = 0;
  for (const item of items) {
    if (behind % EVERY === 0) onPart?.(from + (to - from) * (behind / items.length));
    yield item;
    behind += 1;
  }
  onPart?.(to);
}
