import Big from 'big.js';
import { promptTokens, type TokenCounts, tokenKinds } from '../usage/tokens';
import { promptBands, type UsageCell } from './usage-cell';

/**
 * Days between which no price turns, as one: the same sums for far fewer look-ups. A day on which something begins or ceases to be valid begins
 * another. What has no whole price stays apart from what has, and prompts of another size from each other.
 */
export function joinDays(cells: readonly UsageCell[], turns: readonly string[]): UsageCell[] {
  const joined = new Map<string, UsageCell>();
  for (const cell of [...cells].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const since = turns.reduce((n, turn) => n + Number(turn <= cell.day), 0);
    const { taskType, channel, model, region, deployment, tier, currency, list, unpriced } = cell;
    const key = JSON.stringify([
      since,
      taskType,
      channel,
      model,
      region,
      deployment,
      tier,
      currency,
      list === null || unpriced > 0,
      sizeOf(cell),
    ]);
    const there = joined.get(key);
    joined.set(key, there ? both(there, cell) : cell);
  }
  return [...joined.values()];
}

const both = (a: UsageCell, b: UsageCell): UsageCell => ({
  ...a,
  events: a.events + b.events,
  requests: a.requests + b.requests,
  inTasks: a.inTasks + b.inTasks,
  unpriced: a.unpriced + b.unpriced,
  tokens: Object.fromEntries(
    tokenKinds.flatMap((k) => ((a.tokens[k] ?? 0) + (b.tokens[k] ?? 0) === 0 ? [] : [[k, (a.tokens[k] ?? 0) + (b.tokens[k] ?? 0)]])),
  ) as TokenCounts,
  list: a.list === null || b.list === null ? null : new Big(a.list).plus(b.list).toFixed(),
});

/** Below how many of the bounds at which prices change the usual prompt lies. */
const sizeOf = ({ tokens, requests }: UsageCell): number =>
  promptBands.filter((bound) => promptTokens(tokens) / Math.max(1, requests) <= bound).length;
