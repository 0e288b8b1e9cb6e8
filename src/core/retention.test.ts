import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, isoWeek, kept, type Dated } from './retention';

const DAY = 24 * 60 * 60 * 1000;
const now = '2026-11-24T12:00:00.000Z';
const on = (at: string, reason: Dated['reason'] = 'daily'): Dated => ({ name: `${at} ${reason}`, at, reason });
const ago = (days: number): string => new Date(Date.parse(now) - days * DAY).toISOString();

const backups = fc.uniqueArray(
  fc.record({
    at: fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
    reason: fc.constantFrom<Dated['reason']>('daily', 'migration', 'import', 'manual'),
  }).map(({ at, reason }) => on(at, reason)),
  { selector: ({ name }) => name, maxLength: 200 },
);
const newest = (of: readonly Dated[]): Dated | undefined => of.toSorted((a, b) => (a.at === b.at ? (a.name < b.name ? -1 : 1) : a.at < b.at ? -1 : 1)).at(-1);

describe('what is kept', () => {
  it('is 7 days, 4 weeks and 6 months of two years of daily backups', () => {
    const all = Array.from({ length: 700 }, (_, days) => on(ago(days)));
    const days = [0, 1, 2, 3, 4, 5, 6].map(ago);
    const weeks = ['2026-11-24', '2026-11-22', '2026-11-15', '2026-11-08'].map((day) => `${day}T12:00:00.000Z`);
    const months = ['2026-11-24', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'].map((day) => `${day}T12:00:00.000Z`);
    expect([...kept(all, now)].toSorted()).toEqual([...new Set([...days, ...weeks, ...months])].map((at) => on(at).name).toSorted());
  });

  it('has every manual one and the newest of all', () => {
    fc.assert(fc.property(backups, (all) => {
      const due = all.filter((backup) => backup.reason === 'manual' || backup === newest(all)).map(({ name }) => name);
      expect([...kept(all, now)]).toEqual(expect.arrayContaining(due));
    }));
    expect(kept([], now).size).toBe(0);
  });

  it('has the newest of each of the last days, weeks and months that have one, and few others', () => {
    fc.assert(fc.property(backups, (all) => {
      const keep = kept(all, now);
      const past = all.filter(({ at }) => at <= now);
      let places = 1 + 7 + 7 + 1; // the newest, those before imports and migrations, the daily one
      for (const [count, periodOf] of [[7, (at: string) => at.slice(0, 10)], [4, isoWeek], [6, (at: string) => at.slice(0, 7)]] as const) {
        const last = [...new Set(past.map(({ at }) => periodOf(at)))].toSorted().slice(-count);
        for (const period of last) expect(keep).toContain(newest(past.filter(({ at }) => periodOf(at) === period))?.name);
        places += last.length;
      }
      const others = all.filter(({ name, at, reason }) => keep.has(name) && reason !== 'manual' && at <= now);
      expect(others.length).toBeLessThanOrEqual(places);
    }));
    expect(kept([on(ago(400))], now).size).toBe(1);
  });

  it('has those from before imports and the daily one, whatever else the day brought', () => {
    const day = ['08:00', '09:00', '10:00', '11:00'].map((time) => `2026-11-24T${time}:00.000Z`);
    const all = [on(day[0] ?? '', 'daily'), on(day[1] ?? '', 'import'), on(day[2] ?? '', 'import'), on(day[3] ?? '', 'migration')];
    expect(kept(all, now).size).toBe(4);
    const many = Array.from({ length: 30 }, (_, minute) => on(`2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z`, 'import'));
    expect(kept(many, now).size).toBe(7);
  });

  it('stays kept when the rest is gone', () => {
    fc.assert(fc.property(backups, (all) => {
      const keep = kept(all, now);
      expect(kept(all.filter(({ name }) => keep.has(name)), now)).toEqual(keep);
    }));
    expect(kept([on(now), on(ago(1))], now).size).toBe(2);
  });

  it('loses nothing to a clock that was in the future for a while', () => {
    const all = [on('2031-01-01T00:00:00.000Z'), ...[0, 1, 2, 3, 4, 5, 6].map((days) => on(ago(days)))];
    expect(kept(all, now).size).toBe(8);
    expect(kept(all, '2031-01-02T00:00:00.000Z').size).toBe(7);
  });
});

describe('the daily backup', () => {
  it('is due when the newest is older than a day', () => {
    expect(isDue([], now)).toBe(true);
    expect(isDue([ago(3), ago(1)], now)).toBe(true);
    expect(isDue([ago(3), ago(0.99)], now)).toBe(false);
    expect(isDue([now], now)).toBe(false);
  });

  it('does not wait for a date in the future', () => {
    expect(isDue(['2031-01-01T00:00:00.000Z'], now)).toBe(true);
  });
});

describe('an ISO week', () => {
  it('belongs to the year of its Thursday', () => {
    expect(['2026-11-24', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-01'].map(isoWeek)).toEqual(['2026-W48', '2026-W53', '2027-W01', '2025-W01', '2020-W53']);
  });
});
