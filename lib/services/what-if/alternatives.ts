import Big from 'big.js';
import type { PriceBook } from '../../core/pricing/price-book';
import { type Channel, channels, type Deployment } from '../../core/usage/channels';
import { type Assumption, writeAssumption } from '../../core/what-if/assumptions';
import { type Conditions, leavingRemark, zonesOf } from '../../core/what-if/conditions';
import { type Repriced, repriceCells, sumScenario } from '../../core/what-if/scenario';
import type { UsageCell } from '../../core/what-if/usage-cell';

/** The use of one model bought elsewhere. */
export interface Alternative {
  model: string;
  channel: Channel;
  region: string | null;
  deployment: Deployment | null;
  currency: string;
  actual: string;
  cost: string;
  difference: string;
  change: number | null;
  /** Why it may not be: it is listed, and never ranked first. */
  broken: string[];
  /** Nobody asks to stay in the part of the world that it runs in today: that it would leave it, or cannot tell, is said all the same. */
  remarks: string[];
  /** What an address says to have it. */
  assumptions: string[];
}

/** How many models, those with most list cost first, are looked up on every channel. */
const MODELS = 6;

/** Each of the main models of the scope on every channel that lists it: what is allowed first, the cheapest before the others. */
export function alternativesOf(
  cells: readonly UsageCell[],
  book: PriceBook,
  options: { priceDay: string | null; conditions: Conditions },
  day: string,
): Alternative[] {
  const found = mainModels(cells).flatMap((model) => {
    const own = cells.filter((c) => c.model === model);
    const zones = options.conditions.zones.length ? [] : zonesOf(own);
    const places = new Map<string, { channel: Channel; region: string | null; deployment: Deployment | null }>();
    for (const card of book.cards)
      if (
        card.model === model &&
        card.tier === 'standard' &&
        (card.validFrom === null || card.validFrom <= day) &&
        (card.validTo === null || day < card.validTo)
      )
        places.set(`${card.channel} ${card.region} ${card.deployment}`, card);
    return [...places.values()].flatMap(({ channel, region, deployment }): Alternative[] => {
      const assumptions: Assumption[] = [
        { kind: 'channel', from: null, to: channel, share: '1' },
        ...(deployment === null ? [] : [{ kind: 'deployment', from: null, to: deployment, share: '1' } as const]),
        ...(region === null ? [] : [{ kind: 'region', from: null, to: region, share: '1' } as const]),
      ];
      const repriced = repriceCells(own, assumptions, book, options.priceDay);
      const { totals, broken } = sumScenario(repriced, options.conditions);
      return totals.map((t) => ({
        ...{
          model,
          channel,
          region,
          deployment,
          currency: t.currency,
          actual: t.actual,
          cost: t.scenario,
          difference: t.difference,
          change: t.change,
        },
        broken: broken.map((b) => b.condition),
        remarks: remarksOf(repriced, zones),
        assumptions: assumptions.map(writeAssumption),
      }));
    });
  });
  return found.sort(
    (a, b) =>
      Number(a.broken.length > 0) - Number(b.broken.length > 0) ||
      new Big(a.difference).cmp(b.difference) ||
      (channels[a.channel] < channels[b.channel] ? -1 : 1),
  );
}

const remarksOf = (repriced: readonly Repriced[], zones: readonly string[]): string[] => [
  ...new Set(repriced.flatMap(({ outcome }) => ('why' in outcome ? [] : outcome.parts.flatMap((p) => leavingRemark(p.key, zones) ?? [])))),
];

function mainModels(cells: readonly UsageCell[]): string[] {
  const sums = new Map<string, Big>();
  for (const c of cells) if (c.model !== null && c.list !== null) sums.set(c.model, (sums.get(c.model) ?? new Big(0)).plus(c.list));
  return [...sums]
    .sort(([, a], [, b]) => b.cmp(a))
    .slice(0, MODELS)
    .map(([model]) => model);
}
