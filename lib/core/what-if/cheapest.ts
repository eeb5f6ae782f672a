import Big from 'big.js';
import type { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import type { Channel, Deployment } from '../usage/channels';
import { type Assumption, writeAssumption } from './assumptions';
import { type Conditions, isPreview, zonesOf } from './conditions';
import { joinDays } from './join-days';
import { runScenario } from './scenario';
import type { UsageCell } from './usage-cell';

/** Where the calls of a task type's main model could go. Amounts are list cost on both sides, exact decimals as text. */
export interface CheaperPlace {
  model: string;
  /** Null: they stay where they are, only the model is another. */
  channel: Channel | null;
  region: string | null;
  deployment: Deployment | null;
  cost: string;
  saving: string;
  /** Of what they cost now, 0 to 1. */
  change: number;
  /** What an address of What-if says to have it. */
  assumptions: string[];
}

export interface CheapestAlternative {
  taskType: string | null;
  currency: string;
  /** The model that most of the list cost is of: what would move. */
  from: { model: string; channels: Channel[]; list: string; events: number; inTasks: number };
  /** Null where nothing that may be is cheaper. */
  best: CheaperPlace | null;
  /** The cheapest of what the type's own runs speak for: the same model elsewhere, or one that did as well. It may be `best`. */
  proven: CheaperPlace | null;
  /** The cheapest of what would be cheaper still, and may not be. */
  ruledOut: (CheaperPlace & { why: string[] }) | null;
  /** Parts of the world that the calls run in today and would not leave. */
  zones: string[];
  /** Places that sell it, and those of them that have no price for every call: of these nobody knows whether they are cheaper. */
  places: { asked: number; unpriced: number };
  /** Calls of the model that have no list price and are on neither side. */
  leftOut: number;
}

export interface CheapestOptions {
  book: PriceBook;
  /** What holds for all; the parts of the world that the calls of a type run in today, and no previews where it is on none, come on top. */
  conditions: Conditions;
  /** What the type's own runs say of another model: that it does worse, with the words for it, as well, or nothing yet. */
  judge: (taskType: string | null, from: string, to: string) => { worse: string | null; isProven: boolean };
  /** Models that are in use besides those of the cells. */
  alsoUsed?: readonly string[];
  /** The last day: what is sold on it is asked. */
  day: string;
}

/**
 * For each task type the cheapest place for the same tokens: its main model on another channel, region or deployment, or a model that the
 * organisation uses for anything. All types in one pass over the use of one currency. What cannot price every call is no alternative, and counted.
 */
export function cheapestAlternatives(cells: readonly UsageCell[], options: CheapestOptions): CheapestAlternative[] {
  const { book, day } = options;
  const models = [...new Set([...cells.flatMap((c) => (c.model === null ? [] : [c.model])), ...(options.alsoUsed ?? [])])].sort();
  const shelf = cardsOf(models, book);
  const sold = models.map((model) => ({ model, places: placesOf(shelf.get(model) ?? [], day) }));
  const turns = priceTurns([...shelf.values()].flat());
  const used = new Set(cells.map((c) => c.channel));
  const types = new Map<string | null, UsageCell[]>();
  for (const cell of cells) types.set(cell.taskType, [...(types.get(cell.taskType) ?? []), cell]);
  return [...types].flatMap(([taskType, own]) => {
    const main = mainOf(own);
    if (main === null) return [];
    const moved = joinDays(
      own.filter((c) => c.model === main.model && (c.currency === main.currency || c.currency === null)),
      turns,
    );
    return [alternativeOf(taskType, main, moved, sold, used, options)];
  });
}

/** What stands where no place is told: a place without a price is none that is not cheaper. */
export function noneText({ asked, unpriced }: CheapestAlternative['places']): string {
  if (unpriced === 0) return 'none cheaper';
  return `${unpriced}${unpriced < asked ? ` of ${asked}` : ''} ${asked === 1 ? 'place' : 'places'} cannot be priced`;
}

interface Place {
  channel: Channel;
  region: string | null;
  deployment: Deployment | null;
}
interface Sold {
  model: string;
  /** `answers`: it has a price for output; what embeds or ranks has none. */
  places: (Place & { answers: boolean })[];
}

function alternativeOf(
  taskType: string | null,
  main: { model: string; currency: string },
  moved: readonly UsageCell[],
  sold: readonly Sold[],
  used: ReadonlySet<Channel | null>,
  { book, conditions, judge }: CheapestOptions,
): CheapestAlternative {
  const now = runScenario(moved, [], book);
  const actual = now.totals[0] ?? { actual: '0', events: 0 };
  const zones = conditions.zones.length ? [...conditions.zones] : zonesOf(moved);
  const own: Conditions = { ...conditions, zones, noPreview: conditions.noPreview || !isPreview(main.model) };
  const writes = moved.some((c) => (c.tokens.output ?? 0) + (c.tokens.reasoning ?? 0) > 0);
  const places = { asked: 0, unpriced: 0 };
  const found = sold
    .flatMap(({ model, places: at }) => {
      const change: Assumption[] = model === main.model ? [] : [{ kind: 'model', from: null, to: model, share: '1' }];
      return [
        ...(change.length ? [{ model, place: null, assumptions: change }] : []),
        ...at.filter((p) => p.answers || !writes).map((place) => ({ model, place, assumptions: [...change, ...goTo(place)] })),
      ];
    })
    .flatMap(({ model, place, assumptions }) => {
      const { totals, broken } = runScenario(moved, assumptions, book, { conditions: own });
      const total = totals[0];
      const isPriced = total?.events === actual.events;
      if (place) places.asked++;
      if (place && !isPriced) places.unpriced++;
      if (!total || !isPriced || !new Big(total.scenario).lt(actual.actual)) return [];
      const { worse, isProven } = model === main.model ? { worse: null, isProven: true } : judge(taskType, main.model, model);
      const why = [...broken.map((b) => b.condition), ...(worse === null ? [] : [worse])];
      const { channel, region, deployment } = place ?? { channel: null, region: null, deployment: null };
      return [
        {
          ...{ model, channel, region, deployment, why, isProven },
          cost: total.scenario,
          saving: new Big(total.actual).minus(total.scenario).toFixed(),
          change: -(total.change ?? 0),
          assumptions: assumptions.map(writeAssumption),
        },
      ];
    })
    .sort(
      (a, b) =>
        new Big(a.cost).cmp(b.cost) ||
        Number(b.channel === null || used.has(b.channel)) - Number(a.channel === null || used.has(a.channel)) ||
        a.assumptions.length - b.assumptions.length ||
        (`${a.model} ${a.channel}` < `${b.model} ${b.channel}` ? -1 : 1),
    );
  const allowed = found.filter((f) => f.why.length === 0);
  const best = allowed[0] ?? null;
  const proven = allowed.find((f) => f.isProven) ?? null;
  const cheaper = found.find((f) => f.why.length > 0 && (best === null || new Big(f.cost).lt(best.cost))) ?? null;
  return {
    taskType,
    currency: main.currency,
    from: {
      model: main.model,
      channels: [...new Set(moved.flatMap((c) => (c.channel === null ? [] : [c.channel])))].sort(),
      list: actual.actual,
      events: actual.events,
      inTasks: moved.reduce((n, c) => n + (c.list === null || c.unpriced > 0 ? 0 : c.inTasks), 0),
    },
    best: best && placeOf(best),
    proven: proven && placeOf(proven),
    ruledOut: cheaper && { ...placeOf(cheaper), why: cheaper.why },
    zones,
    places,
    leftOut: now.unpriced.reduce((n, u) => n + u.events, 0),
  };
}

const placeOf = ({ why: _, isProven: __, ...place }: CheaperPlace & { why: string[]; isProven: boolean }): CheaperPlace => place;

const goTo = ({ channel, region, deployment }: Place): Assumption[] => [
  { kind: 'channel', from: null, to: channel, share: '1' },
  ...(deployment === null ? [] : [{ kind: 'deployment', from: null, to: deployment, share: '1' } as const]),
  ...(region === null ? [] : [{ kind: 'region', from: null, to: region, share: '1' } as const]),
];

/** The model and the currency that most of the list cost is of; null where nothing has a price. */
function mainOf(cells: readonly UsageCell[]): { model: string; currency: string } | null {
  const sums = new Map<string, { model: string; currency: string; sum: Big }>();
  for (const { model, currency, list } of cells) {
    if (model === null || currency === null || list === null) continue;
    const key = `${currency}\0${model}`;
    sums.set(key, { model, currency, sum: (sums.get(key)?.sum ?? new Big(0)).plus(list) });
  }
  const [first] = [...sums.values()].sort((a, b) => b.sum.cmp(a.sum) || (a.model < b.model ? -1 : 1));
  return first ? { model: first.model, currency: first.currency } : null;
}

function cardsOf(models: readonly string[], book: PriceBook): Map<string, RateCard[]> {
  const shelf = new Map<string, RateCard[]>(models.map((m) => [m, []]));
  for (const card of book.cards) shelf.get(card.model)?.push(card);
  return shelf;
}

function placesOf(cards: readonly RateCard[], day: string): Sold['places'] {
  const places = new Map<string, Sold['places'][number]>();
  for (const { channel, region, deployment, tier, validFrom, validTo, bands } of cards)
    if (tier === 'standard' && (validFrom === null || validFrom <= day) && (validTo === null || day < validTo))
      places.set(`${channel} ${region} ${deployment}`, {
        ...{ channel, region, deployment },
        answers: bands.some((b) => b.rates.output !== undefined),
      });
  return [...places.values()];
}

const priceTurns = (cards: readonly RateCard[]): string[] =>
  [...new Set(cards.flatMap((c) => [c.validFrom, c.validTo]).filter((d) => d !== null))].sort();
