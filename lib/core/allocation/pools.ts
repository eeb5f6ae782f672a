import { z } from 'zod';
import { AppError } from '../app-error';
import { words } from '../input/fields';
import { minorUnitsOf } from '../money/format';
import { byText } from '../text/by-text';
import { roundedTo, scaled, scaleOf, spread, unscaled } from '../units/spread';
import { type Driver, drivers, type Method } from './drivers';
import { fold } from './fold';
import { most } from './limits';
import { dimensionKey, ownerName } from './types';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is no month like 2026-10');
const share = z
  .string({ error: 'is missing' })
  .regex(/^(0?\.\d{1,12}|0|1|1\.0{1,12}|0\.\d{1,12})$/, 'is no share between 0 and 1, like 0.25');

/** The cost of one value of a dimension, carried by others. */
export const Pool = z
  .strictObject({
    name: words(120),
    dimension: dimensionKey,
    /** What is split: everything that the rules gave this value. */
    value: ownerName,
    method: z.enum(['proportional', 'even', 'fixed'], { error: 'is none of proportional, even, fixed' }),
    driver: z
      .enum(Object.keys(drivers) as [Driver, ...Driver[]], { error: `is none of ${Object.keys(drivers).join(', ')}` })
      .default('cost'),
    /** Who carries it; nobody named means everybody with a cost in the month who is no pool. */
    targets: z.array(ownerName).max(500).default([]),
    /** Of a fixed split: each target's part of 1. */
    shares: z.record(ownerName, share).default({}),
    /** What happens in a month in which the driver is zero for all of them. */
    zero: z.enum(['even', 'unallocated'], { error: 'is neither even nor unallocated' }).default('even'),
    /** First and last month in which it is split. */
    since: month.nullable().default(null),
    until: month.nullable().default(null),
  })
  .superRefine((p, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (p.method === 'fixed') {
      const list = Object.values(p.shares);
      if (list.length === 0) issue('shares', 'are missing');
      else if (list.reduce((sum, s) => sum + scaled(s, 12), 0n) !== 10n ** 12n)
        issue(
          'shares',
          `add up to ${unscaled(
            list.reduce((sum, s) => sum + scaled(s, 12), 0n),
            12,
          )} and not to 1`,
        );
    } else if (Object.keys(p.shares).length) issue('shares', 'belong to the method "fixed"');
    const targets = p.method === 'fixed' ? Object.keys(p.shares) : p.targets;
    if (new Set(targets.map(fold)).size !== targets.length) issue('targets', 'name somebody twice');
    if (p.since && p.until && p.since > p.until) issue('until', 'lies before "since"');
  });
export type Pool = z.infer<typeof Pool>;

export const PoolList = z.array(Pool).max(most.pools, `holds more than ${most.pools} pools`);

const targetsOf = (p: Pool): string[] => (p.method === 'fixed' ? Object.keys(p.shares) : p.targets);
/** Whether it is split in a month. */
export const inForce = (p: Pool, at: string): boolean => (p.since === null || p.since <= at) && (p.until === null || at <= p.until);
const meet = (a: Pool, b: Pool): boolean =>
  a.dimension === b.dimension &&
  (a.until === null || b.since === null || b.since <= a.until) &&
  (b.until === null || a.since === null || a.since <= b.until);

/** Refuses two pools of one value, and pools that would pay for each other, naming the path. */
export function checkPools(pools: readonly Pool[]): void {
  for (const [i, a] of pools.entries())
    for (const b of pools.slice(i + 1)) {
      if (a.name === b.name) throw new AppError('invalid', `Two pools are called "${a.name}".`);
      if (fold(a.value) === fold(b.value) && meet(a, b))
        throw new AppError('invalid', `"${a.name}" and "${b.name}" both split ${a.value} in the same months.`);
    }
  const path: Pool[] = [];
  const done = new Set<Pool>();
  const visit = (pool: Pool): void => {
    const at = path.indexOf(pool);
    if (at >= 0)
      throw new AppError(
        'invalid',
        `Shared costs would go round in a circle: ${[...path.slice(at), pool].map((p) => p.value).join(' → ')}.`,
      );
    if (done.has(pool)) return;
    path.push(pool);
    for (const target of targetsOf(pool)) for (const next of pools) if (meet(pool, next) && fold(next.value) === fold(target)) visit(next);
    path.pop();
    done.add(pool);
  };
  for (const pool of pools) visit(pool);
}

/** What one value of a dimension came to in a month, in one currency. */
export interface ValueCost {
  value: string | null;
  currency: string;
  amount: string;
  tokens: string;
  charges: number;
}

/** Events of a month by the value they name. */
export type EventCounts = Readonly<Record<'requests' | 'events', ReadonlyMap<string, number>>>;

export interface Share {
  pool: string;
  /** The value whose cost is split. */
  source: string;
  /** Null: it stays unallocated, because the driver was zero and that was chosen. */
  target: string | null;
  currency: string;
  /** Whole minor units of the currency. */
  amount: string;
  /** The target's part of 1; all of a split add up to it. */
  ratio: string;
  method: Method;
  driver: Driver | null;
  /** The driver's quantity of this target, where there is one. */
  quantity: string | null;
  /** The driver was zero for all of them, and it was split as chosen for that. */
  fellBack: boolean;
}

const ONE = 10n ** 12n;

/**
 * Splits the pools of one month, those first that others receive from. Shares are whole minor units by largest remainder and add up to the pool as
 * it is rounded; less than half a minor unit stays with the pool. Money of one currency is spread in that currency only.
 */
export function splitPools(pools: readonly Pool[], month: string, costs: readonly ValueCost[], events: EventCounts): Share[] {
  const active = pools.filter((p) => inForce(p, month));
  const isPool = new Set(active.map((p) => fold(p.value)));
  const everybody = [
    ...new Map(costs.flatMap((c) => (c.value === null || isPool.has(fold(c.value)) ? [] : [[fold(c.value), c.value] as const]))).values(),
  ].sort(byText);
  const shares: Share[] = [];
  for (const pool of inOrder(active)) {
    const source = fold(pool.value);
    for (const currency of [...new Set(costs.map((c) => c.currency))].sort(byText)) {
      const received = shares.filter((s) => s.currency === currency && s.target !== null && fold(s.target) === source).map((s) => s.amount);
      const own = costs.filter((c) => c.currency === currency && c.value !== null && fold(c.value) === source).map((c) => c.amount);
      const digits = minorUnitsOf(currency);
      const whole = roundedSum([...own, ...received], digits);
      if (whole === 0n) continue;
      shares.push(...splitOne(pool, whole, { currency, digits, everybody, costs, events }));
    }
  }
  return shares;
}

interface Ask {
  currency: string;
  digits: number;
  everybody: readonly string[];
  costs: readonly ValueCost[];
  events: EventCounts;
}

function splitOne(pool: Pool, whole: bigint, { currency, digits, everybody, costs, events }: Ask): Share[] {
  const own = fold(pool.value);
  const named = targetsOf(pool);
  const targets = (named.length ? named : everybody).filter((t) => fold(t) !== own);
  const weights = weightsOf(pool, targets, currency, costs, events);
  const isZero = weights.values.every((w) => w === 0n);
  const base = {
    pool: pool.name,
    source: pool.value,
    currency,
    method: isZero ? ('even' as const) : pool.method,
    driver: pool.method === 'proportional' ? pool.driver : null,
    fellBack: pool.method === 'proportional' && isZero,
  };
  if (targets.length === 0 || (isZero && pool.zero === 'unallocated'))
    return [{ ...base, target: null, amount: unscaled(whole, digits), ratio: '1', quantity: null, fellBack: true }];
  const used = isZero ? targets.map(() => 1n) : weights.values;
  const amounts = spread(whole, used);
  const ratios = spread(ONE, used);
  return targets.map((target, i) => ({
    ...base,
    target,
    amount: unscaled(amounts[i] ?? 0n, digits),
    ratio: unscaled(ratios[i] ?? 0n, 12),
    quantity: pool.method === 'proportional' ? unscaled(weights.values[i] ?? 0n, weights.scale) : null,
  }));
}

/** What each target is weighed with, as whole numbers of 10^-scale. Nobody weighs less than nothing. */
function weightsOf(
  pool: Pool,
  targets: readonly string[],
  currency: string,
  costs: readonly ValueCost[],
  events: EventCounts,
): { values: bigint[]; scale: number } {
  if (pool.method === 'even') return { values: targets.map(() => 1n), scale: 0 };
  if (pool.method === 'fixed') return { values: targets.map((t) => scaled(pool.shares[t] ?? '0', 12)), scale: 12 };
  const { driver } = pool;
  const textsOf = (target: string): string[] => {
    const rows = costs.filter((c) => c.value !== null && fold(c.value) === fold(target));
    if (driver === 'cost') return rows.filter((c) => c.currency === currency).map((c) => c.amount);
    if (driver === 'tokens') return rows.map((c) => c.tokens);
    if (driver === 'charges') return rows.map((c) => String(c.charges));
    return [String(events[driver].get(fold(target)) ?? 0)];
  };
  const texts = targets.map(textsOf);
  const scale = Math.max(0, ...texts.flat().map(scaleOf));
  return {
    values: texts.map((list) => list.reduce((sum, t) => sum + scaled(t, scale), 0n)).map((w) => (w < 0n ? 0n : w)),
    scale,
  };
}

/** A pool stands behind every pool that pays into it. */
function inOrder(pools: readonly Pool[]): Pool[] {
  const done: Pool[] = [];
  const visit = (pool: Pool): void => {
    if (done.includes(pool)) return;
    for (const other of pools) if (other !== pool && targetsOf(other).some((t) => fold(t) === fold(pool.value))) visit(other);
    done.push(pool);
  };
  for (const pool of [...pools].sort((a, b) => byText(a.name, b.name))) visit(pool);
  return done;
}

/** The sum in whole minor units, half to the even one. */
function roundedSum(amounts: readonly string[], digits: number): bigint {
  const scale = Math.max(digits, ...amounts.map(scaleOf));
  return roundedTo(
    amounts.reduce((sum, a) => sum + scaled(a, scale), 0n),
    scale - digits,
  );
}
