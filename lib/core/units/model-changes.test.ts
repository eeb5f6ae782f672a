import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../time/days';
import { type ModelTasks, mainModelChanges, modelChangeWords } from './model-changes';

const first = '2026-10-01';
const day = (i: number) => addDays(first, i);
const ran = (i: number, model: string, tasks: number, taskType = 'support'): ModelTasks => ({ taskType, day: day(i), model, tasks });
/** `share` of ten tasks a day on the new model. */
const days = (n: number, shareOn: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => i).flatMap((i) => {
    const moved = Math.round(10 * shareOn(i));
    return [...(moved < 10 ? [ran(i, 'old', 10 - moved)] : []), ...(moved > 0 ? [ran(i, 'new', moved)] : [])];
  });

test('a model that took over has one flag, on the day it did, with both shares', () => {
  const changes = mainModelChanges(days(20, (i) => (i < 9 ? 0.1 : 0.8)));
  expect(changes).toEqual([
    {
      taskType: 'support',
      day: day(9),
      before: { model: 'old', share: 0.9 },
      after: { model: 'new', share: 0.8 },
      days: { before: 7, after: 7 },
    },
  ]);
  expect(changes.map(modelChangeWords)).toEqual([
    'support: mainly new from here on (80 % of the tasks of the next 7 days), before old (90 % of those of the last 7 days).',
  ]);
});

test('and back is another change', () => {
  expect(mainModelChanges(days(30, (i) => (i >= 8 && i < 20 ? 1 : 0))).map((c) => [c.day, c.after.model])).toEqual([
    [day(8), 'new'],
    [day(20), 'old'],
  ]);
});

test('a trial of a day, two that take turns, and a handful of tasks are no change', () => {
  expect(mainModelChanges(days(20, (i) => (i === 9 ? 1 : 0)))).toEqual([]);
  expect(mainModelChanges(days(20, (i) => (i % 2 ? 0.6 : 0.4)))).toEqual([]);
  expect(mainModelChanges([ran(0, 'old', 2), ran(1, 'old', 2), ran(2, 'new', 2), ran(3, 'new', 2)])).toEqual([]);
});

test('types are judged each for itself', () => {
  const other = Array.from({ length: 20 }, (_, i) => ran(i, 'old', 500, 'search'));
  expect(mainModelChanges([...other, ...days(20, (i) => (i < 9 ? 0 : 1))]).map((c) => c.taskType)).toEqual(['support']);
});

test('days without tasks do not matter, nor does the order in which days come', () => {
  const gappy = days(40, (i) => (i < 18 ? 0 : 1)).filter((t) => new Date(`${t.day}T00:00:00Z`).getUTCDay() % 6 !== 0);
  const [change, ...more] = mainModelChanges(gappy);
  expect(more).toEqual([]);
  expect(change?.day && change.day >= day(18) && change.day <= day(20)).toBe(true);
  fc.assert(
    fc.property(fc.shuffledSubarray(gappy, { minLength: gappy.length }), (shuffled) => {
      expect(mainModelChanges(shuffled)).toEqual([change]);
    }),
    { numRuns: 20 },
  );
});

test('whatever ran, a change is from one model to another, and its shares are shares', () => {
  const task = fc.record({
    taskType: fc.constantFrom('a', 'b'),
    day: fc.integer({ min: 0, max: 40 }).map(day),
    model: fc.constantFrom('x', 'y', 'z'),
    tasks: fc.integer({ min: 0, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 200 }), (tasks) => {
      for (const { before, after } of mainModelChanges(tasks)) {
        expect(before.model).not.toBe(after.model);
        for (const { share } of [before, after]) expect(share > 0 && share <= 1).toBe(true);
      }
    }),
  );
});
