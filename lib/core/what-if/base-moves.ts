import Big from 'big.js';
import type { BaseRow } from '../agreements/types';
import type { CostFilter } from '../costs/cost-query';
import { type CostDimension, costDimensions } from '../costs/dimensions';
import type { PriceKey } from '../pricing/types';
import { providerOfChannel } from '../usage/channels';
import type { Repriced } from './scenario';
import type { UsageCell } from './usage-cell';

/** What a scenario adds to a filter of the ledger and takes off it, at list price. */
export interface BaseMoves {
  /** Signed, one for each day and currency; what comes to nothing is left out. */
  rows: BaseRow[];
  /** Use of which the filter cannot be told: it is in no row. */
  unknown: Unknown[];
}
export interface Unknown {
  why: string;
  events: number;
  /** What it came to at list price; null where that is not known either. */
  list: string | null;
  currency: string | null;
}

/** "12 events, 3.5 USD at list price, are not counted: events do not name the account that it is filtered by". */
export const unknownWords = ({ why, events, list, currency }: Unknown): string =>
  events === 0
    ? `not counted: ${why}`
    : `${events} ${events === 1 ? 'event is' : 'events are'} not counted${list === null ? '' : ` (${list} ${currency} at list price)`}: ${why}`;

/** Whether use is in a filter; else the dimensions that the events do not name. */
type Answer = 'in' | 'out' | CostDimension[];

/** What an event says of itself in the words of the ledger; undefined is what it does not say. */
const saysOf = (
  { channel, model, region }: Pick<PriceKey, 'channel' | 'model' | 'region'>,
  currency: string,
  vendorOf: (model: string) => string | null,
): Partial<Record<CostDimension, string>> => ({
  provider: providerOfChannel(channel),
  model,
  vendor: vendorOf(model) ?? undefined,
  region: region ?? undefined,
  ai: 'true',
  charge: 'Usage',
  currency,
});

function answerOf(said: Partial<Record<CostDimension, string>>, filters: readonly CostFilter[]): Answer {
  const unsaid: CostDimension[] = [];
  for (const { dimension, values, exclude } of filters) {
    const value = said[dimension];
    if (value === undefined) unsaid.push(dimension);
    else if (values.includes(value) === exclude) return 'out';
  }
  return unsaid.length ? unsaid : 'in';
}

/**
 * The base of an agreement before and after. Events say their channel, model and perhaps region, and no account, service or team: a filter that
 * asks for those cannot be told for them, and what is not known is counted as that and never as nothing.
 */
export function baseMoves(
  repriced: readonly Repriced[],
  filters: readonly CostFilter[],
  vendorOf: (model: string) => string | null,
): BaseMoves {
  const moved = new Map<string, { day: string; currency: string; amount: Big }>();
  const unknown = new Map<string, Unknown>();
  const leave = (why: string, { events, list, currency }: UsageCell) => {
    const key = `${why} ${currency}`;
    const there = unknown.get(key) ?? { why, events: 0, list: null, currency };
    const sum = list === null ? there.list : new Big(there.list ?? 0).plus(list).toFixed();
    unknown.set(key, { ...there, events: there.events + events, list: sum });
  };
  for (const { cell, outcome } of repriced) {
    const { channel, model, region, list, day } = cell;
    const currency = cell.currency ?? '';
    const ask = (key: Pick<PriceKey, 'channel' | 'model' | 'region'>) => answerOf(saysOf(key, currency, vendorOf), filters);
    if ('why' in outcome) {
      if (channel === null || model === null || ask({ channel, model, region }) !== 'out') leave(outcome.why, cell);
      continue;
    }
    if (channel === null || model === null || list === null || isSame(cell, outcome.parts)) continue;
    const before = ask({ channel, model, region });
    const after = outcome.parts.map(({ key, amount }) => ({ amount, answer: ask(key) }));
    const unsaid = [before, ...after.map((a) => a.answer)].flatMap((a) => (Array.isArray(a) ? a : []));
    if (unsaid.length) {
      const titles = [...new Set(unsaid)].map((d) => costDimensions[d].title.toLowerCase());
      leave(`events do not name the ${titles.join(', ')} that it is filtered by`, cell);
      continue;
    }
    const change = after.reduce((sum, a) => (a.answer === 'in' ? sum.plus(a.amount) : sum), new Big(0)).minus(before === 'in' ? list : 0);
    const key = `${day} ${currency}`;
    moved.set(key, { day, currency, amount: change.plus(moved.get(key)?.amount ?? 0) });
  }
  const rows = [...moved.values()].filter((m) => !m.amount.eq(0)).sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    rows: rows.map(({ day, currency, amount }) => ({
      id: `what-if ${day} ${currency}`,
      date: day,
      booked: day,
      amount: amount.toFixed(),
      currency,
    })),
    unknown: [...unknown.values()],
  };
}

/** A base that is no filter: whatever the scenario changes may or may not be counted in it. */
export const notToBeTold = (series: string): BaseMoves => ({
  rows: [],
  unknown: [{ why: `it is counted on the series "${series}", and not on the bills`, events: 0, list: null, currency: null }],
});

/** Whether everything stays where it is, for the same money. */
const isSame = ({ channel, model, region, list }: UsageCell, parts: readonly { key: PriceKey; amount: string }[]): boolean =>
  parts.every(({ key }) => key.channel === channel && key.model === model && key.region === region) &&
  parts.reduce((sum, p) => sum.plus(p.amount), new Big(0)).eq(list ?? 0);
