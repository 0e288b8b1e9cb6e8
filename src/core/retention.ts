import type { BackupReason } from './ports';

/** What retention goes by. */
export interface Dated { name: string; at: string; reason: BackupReason }

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days, weeks and months keep their newest backup. */
const periods: readonly (readonly [count: number, of: (at: string) => string])[] = [
  [7, (at) => at.slice(0, 10)],
  [4, isoWeek],
  [6, (at) => at.slice(0, 7)],
];

/** How many of the backups before something that changes much are kept, beside those of the days, weeks and months. */
const BEFORE = 7;

/**
 * The names of the backups to keep: the newest of each of the last 7 days, 4 ISO weeks and 6 months,
 * every manual one, the newest 7 from before an import and from before a migration, the newest daily one, and the newest of all. Days, weeks and months (in UTC) without a backup do not
 * count, so that a long pause, or a clock that was wrong for a while, costs no backup. Those dated
 * after `now` are kept and take nobody's place, for the same reason.
 */
export function kept(backups: readonly Dated[], now: string): Set<string> {
  const past = backups.filter(({ at }) => at <= now).toSorted(newestFirst);
  const names = new Set(backups.filter(({ at, reason }) => reason === 'manual' || at > now).map(({ name }) => name));
  const [newest] = backups.toSorted(newestFirst);
  if (newest !== undefined) names.add(newest.name);
  for (const [reason, count] of [['import', BEFORE], ['migration', BEFORE], ['daily', 1]] as const) {
    for (const { name } of past.filter((backup) => backup.reason === reason).slice(0, count)) names.add(name);
  }
  for (const [count, periodOf] of periods) {
    const newestOf = new Map<string, string>();
    for (const { name, at } of past) {
      const period = periodOf(at);
      if (!newestOf.has(period) && newestOf.size < count) newestOf.set(period, name);
    }
    for (const name of newestOf.values()) names.add(name);
  }
  return names;
}

/** Whether a day has gone by since the newest of these dates. Dates after `now`, made while the clock was wrong, do not count. */
export function isDue(dates: readonly string[], now: string): boolean {
  return !dates.some((at) => at <= now && Date.parse(now) - Date.parse(at) < DAY_MS);
}

/** The ISO 8601 week of a date, such as `2026-W48`: the year is that of the week's Thursday. */
export function isoWeek(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() === 0 ? 7 : day.getUTCDay()));
  const year = day.getUTCFullYear();
  const week = Math.floor((day.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function newestFirst(a: Dated, b: Dated): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return a.name > b.name ? -1 : a.name < b.name ? 1 : 0;
}
