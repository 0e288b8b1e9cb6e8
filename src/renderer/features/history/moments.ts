const times = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const days = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const timeOf = (at: string): string => times.format(new Date(at));

export interface Day<T> {
  /** Such as `Tuesday, 24 November 2026`. */
  name: string;
  entries: T[];
}

/** Sorts entries, which are in order of time, by the day on which they were made. */
export function byDay<T extends { at: string }>(entries: readonly T[]): Day<T>[] {
  const sorted: Day<T>[] = [];
  for (const entry of entries) {
    const name = days.format(new Date(entry.at));
    const last = sorted.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else sorted.push({ name, entries: [entry] });
  }
  return sorted;
}
