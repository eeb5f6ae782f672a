import { expect, test } from 'vitest';
import { didWorse, retryRate, savingPerTask, sumRuns } from './quality';

const runs = (reported: number, succeeded: number, retried = 0) => ({ tasks: reported, reported, succeeded, retried });

test('worse is more than two points fewer that succeed; thirty reported on either side are needed to say so', () => {
  expect(didWorse(runs(100, 95), runs(100, 97))).toBe(false);
  expect(didWorse(runs(100, 94), runs(100, 97))).toBe(true);
  expect(didWorse(runs(29, 1), runs(100, 97))).toBeNull();
  expect(didWorse(runs(100, 1), runs(29, 29))).toBeNull();
});
test('a rate of retries is of sums, and undefined where nobody says how tasks end', () => {
  expect(retryRate(sumRuns([runs(10, 9, 1), runs(30, 30, 9)]))).toBe('0.25');
  expect(retryRate(runs(0, 0))).toBeNull();
});
test('what a task saves leaves out the calls that are part of none', () => {
  expect(savingPerTask('12', { events: 8, inTasks: 8 }, 4)).toBe('3');
  expect(savingPerTask('12', { events: 8, inTasks: 4 }, 4)).toBe('1.5');
  expect(savingPerTask('12', { events: 0, inTasks: 0 }, 4)).toBeNull();
  expect(savingPerTask('12', { events: 8, inTasks: 8 }, 0)).toBeNull();
});
