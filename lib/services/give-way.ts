import { setImmediate } from 'node:timers/promises';

/** Work that is longer keeps whoever asks this process for a page waiting. */
const TURN_MS = 20;
let since = 0;

/** Lets whatever else waits in this process go first, where it has waited for a while. Long work calls it between its parts. */
export async function giveWay(): Promise<void> {
  if (performance.now() - since < TURN_MS) return;
  await setImmediate();
  since = performance.now();
}

/** Each of many made into something, one after the other; others are let through between. */
export async function eachInTurn<A, B>(list: readonly A[], make: (item: A) => B | Promise<B>): Promise<B[]> {
  const made: B[] = [];
  for (const item of list) {
    made.push(await make(item));
    await giveWay();
  }
  return made;
}
