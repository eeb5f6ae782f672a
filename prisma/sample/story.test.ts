import { describe, expect, it } from 'vitest';
import { addDays, firstOfMonth, sampleMonths, weekdayOf } from './calendar';
import { storyOf } from './story';

const everyDayOfTwoYears = Array.from({ length: 731 }, (_, nth) => addDays('2026-01-01', nth));

describe('the calendar of the sample', () => {
  it('is twelve full months and the days of this one that are over', () => {
    const months = sampleMonths('2026-11-21');
    expect(months.map(({ name }) => name).at(0)).toBe('2025-11');
    expect(months).toHaveLength(13);
    expect(
      months
        .at(-1)
        ?.days.map(({ date }) => date)
        .at(-1),
    ).toBe('2026-11-20');
    expect(months.filter(({ closed }) => closed)).toHaveLength(12);
  });

  it('has no current month on its first day', () => {
    expect(
      sampleMonths('2026-11-01')
        .map(({ name }) => name)
        .at(-1),
    ).toBe('2026-10');
  });

  it('refuses what is no day', () => {
    expect(() => sampleMonths('2026-02-30')).toThrow('Not a day');
  });
});

describe('the story', () => {
  it('puts the bill shock on a Tuesday to Friday within the month three months ago, whatever today is', () => {
    for (const today of everyDayOfTwoYears) {
      const { from, to } = storyOf(today).billShock;
      expect(weekdayOf(from)).toBe(1);
      expect(from >= firstOfMonth(today, 9) && to < firstOfMonth(today, 10)).toBe(true);
    }
  });
});
