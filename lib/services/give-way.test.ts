import { expect, test } from 'vitest';
import { eachInTurn } from './give-way';

const work = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

test('others get their turn during long work, and what is made keeps its order', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const made = await eachInTurn([...Array(50).keys()], (n) => {
    work(5);
    return n * 2;
  });
  clearInterval(timer);
  expect(made).toEqual([...Array(50).keys()].map((n) => n * 2));
  expect(turns).toBeGreaterThanOrEqual(8); // 250 ms of work
});
