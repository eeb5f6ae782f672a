import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilters } from '../costs/cost-query';
import { seriesOf, start } from '../forecast/series.fixture';
import { addDays } from '../time/days';
import { type Expected, isWithin, optionsFor } from './expected';
import { findAnomalies } from './find-anomalies';
import { usualDays } from './usual-days';

const day = (n: number) => addDays(start, n);
const complete = { to: '2027-01-01' };
const bedrock = parseFilters(['provider:aws', 'service:Bedrock']);
const model = parseFilters(['provider:aws', 'service:Bedrock', 'model:opus']);
const event = (filters: typeof model, n = 42): Expected => ({ kind: 'event', filters, from: day(n), to: day(n + 1) });

test('what is expected of a part holds within it and for its wholes, not beside it', () => {
  const days = (filters: string[]) => [...optionsFor(parseFilters(filters), [event(bedrock)]).expectedDays];
  expect(days(['provider:aws', 'service:Bedrock', 'model:opus'])).toEqual([day(42)]);
  expect(days(['provider:aws'])).toEqual([day(42)]);
  expect(days([])).toEqual([day(42)]);
  expect(days(['provider:aws', 'service:EC2'])).toEqual([]);
  expect(days(['provider:azure'])).toEqual([]);
  expect(days(['provider:aws', 'currency:USD'])).toEqual([day(42)]);
  const inDollars = [event([...bedrock, ...parseFilters(['currency:USD'])])];
  expect(optionsFor(parseFilters(['provider:aws', 'currency:EUR']), inDollars).expectedDays.size).toBe(0);
});

test('filters are compared by what passes them', () => {
  const within = (a: string[], b: string[]) => isWithin(parseFilters(a), parseFilters(b));
  expect(within(['team:a'], ['team:a,b'])).toBe(true);
  expect(within(['team:a,b'], ['team:a'])).toBe(false);
  expect(within(['team:a'], ['-team:b'])).toBe(true);
  expect(within(['team:b'], ['-team:b'])).toBe(false);
  expect(within(['-team:a,b'], ['-team:a'])).toBe(true);
  expect(within(['-team:a'], ['team:b'])).toBe(false);
  expect(within(['team:a'], [])).toBe(true);
});

test('a day that was expected is not flagged and teaches nothing; without it the flag is back', () => {
  const series = seriesOf([...Array(42).fill(100), 1000, ...Array(6).fill(100), 1000]);
  const found = (expected: Expected[]) => findAnomalies(series, complete, optionsFor(model, expected)).map((a) => a.from);
  expect(found([])).toEqual([day(42), day(49)]);
  expect(found([event(model)])).toEqual([day(49)]);
  expect(found([event(bedrock), event([], 49)])).toEqual([]);
});

test('two new normals after one another: neither step is flagged, and what comes later is', () => {
  const series = seriesOf([...Array(42).fill(100), ...Array(28).fill(300), ...Array(28).fill(900), 3000]);
  const normal = (n: number): Expected => ({ kind: 'new-normal', filters: model, from: day(n), to: null });
  const found = (expected: Expected[]) => findAnomalies(series, complete, optionsFor(model, expected)).map((a) => a.from);
  expect(found([])).toContain(day(42));
  expect(found([normal(42), normal(70)])).toEqual([day(98)]);
  expect(found([normal(70), normal(42)])).toEqual([day(98)]);
  expect(found([normal(70)])).toContain(day(42));
});

test('whatever is expected, no flagged day is one of its days', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 50, maxLength: 90 }), fc.array(fc.nat(89), { maxLength: 5 }), (values, at) => {
      const events = at.map((n) => event(model, n));
      const flagged = findAnomalies(seriesOf(values), complete, optionsFor(model, events)).flatMap((a) => a.days.map((d) => d.day));
      return at.every((n) => !flagged.includes(day(n)));
    }),
  );
});

test('the usual day is a real one: the same weekday whose value is the median', () => {
  const mondays = [90, 500, 110, 100, 95, 105];
  const series = seriesOf(Array.from({ length: 43 }, (_, t) => (t % 7 ? 10 : (mondays[t / 7] ?? 900))));
  expect(usualDays(series, { from: day(42), to: day(43) })).toEqual([day(21)]); // 90 95 100 | 105 110 500
  expect(usualDays(series, { from: day(42), to: day(44) })).toHaveLength(2);
  expect(usualDays(series.slice(-1), { from: day(42), to: day(43) })).toEqual([]);
});
