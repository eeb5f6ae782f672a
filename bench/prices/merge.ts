import type { PriceBand } from '../../lib/core/pricing/types';
import type { TokenKind } from '../../lib/core/usage/tokens';
import { agree, type Disagreement, differing, type Fact, type Rates, ratesText, standardOf } from './facts';

/**
 * One book from many lists. Lists come in the order of their weight. A later list may add a model, a kind of token, an older price or a tier;
 * where it contradicts an earlier one it is left out and the contradiction is listed.
 */
export function mergeFacts(lists: readonly (readonly Fact[])[], disagreements: Disagreement[]): Fact[] {
  const standard = new Map<string, Fact[]>();
  const places = new Map<string, Fact[]>();
  for (const list of lists)
    for (const group of groupsOf(
      list.filter((f) => f.tier === 'standard' && !f.base),
      placeKey,
    ))
      addStandard(group, standard, places, disagreements);
  const rest = new Map<string, Fact[]>();
  for (const list of lists) {
    const dependent = list.filter((f) => f.tier !== 'standard' || f.base);
    for (const group of groupsOf(dependent, (f) => `${placeKey(f)} ${f.tier}`)) {
      const key = `${placeKey(group[0] as Fact)} ${(group[0] as Fact).tier}`;
      const held = group.flatMap((f) => whileBaseHolds(f, standard.get(standardOf(f)) ?? [], disagreements));
      const there = rest.get(key) ?? places.get(key.replace(/ standard$/, ''));
      if (!held.length || held.every((f) => f.tier === 'standard' && isSaid(f, standard.get(standardOf(f)) ?? []))) continue;
      if (!there) rest.set(key, held);
      else weigh(there, held, disagreements);
    }
  }
  return [...places.values(), ...rest.values()].flat().filter(isUsable);
}

/** A card without a price for what every call has is no help, and could stand in front of one that has it. */
function isUsable(f: Fact): boolean {
  const { input, output } = rates(f);
  return (
    input !== undefined && (output !== undefined || /embed|rerank|^(?:ada|babbage|curie|davinci|text-(?:curie|davinci))/.test(f.model))
  );
}

/** The same price for the same deployment is there already, for everywhere. */
const isSaid = (f: Fact, known: readonly Fact[]): boolean =>
  known.some((k) => k.region === null && k.deployment === f.deployment && agree(rates(k), rates(f)));

const placeKey = (f: Fact): string => `${standardOf(f)} ${f.deployment} ${f.region}`;

function groupsOf(facts: readonly Fact[], keyOf: (f: Fact) => string): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const f of facts) {
    const there = groups.get(keyOf(f));
    if (!there) groups.set(keyOf(f), [{ ...f }]);
    // A list that says one thing twice is heard once.
    else if (!there.some((g) => g.from === f.from)) there.push({ ...f });
  }
  return [...groups.values()];
}

function addStandard(group: Fact[], standard: Map<string, Fact[]>, places: Map<string, Fact[]>, disagreements: Disagreement[]): void {
  const first = group[0];
  if (!first) return;
  const model = standardOf(first);
  const known = standard.get(model);
  const there = places.get(placeKey(first));
  if (there) {
    weigh(there, group, disagreements);
    return;
  }
  // The same price, said for everywhere by a list of more weight, needs no card of its own; a lesser one would only lack kinds.
  const general = known?.filter((f) => f.deployment === null || f.deployment === first.deployment || first.deployment === null);
  if (general?.length) {
    const superfluous = group.every((f) => general.some((g) => agree(rates(g), rates(f))));
    if (superfluous) return;
    if (first.deployment === null && first.region === null) {
      for (const f of group) disagree(general.at(-1) as Fact, f, disagreements);
      return;
    }
  }
  places.set(placeKey(first), group);
  standard.set(model, [...(known ?? []), ...group]);
}

const rates = (f: Fact): Rates => f.bands[0]?.rates ?? {};

/** Kinds that `there` lacks, and periods before it begins, from a list of less weight that otherwise says the same. */
function weigh(there: Fact[], group: Fact[], disagreements: Disagreement[]): void {
  const last = byDay(there).at(-1);
  const current = byDay(group).at(-1);
  if (!last || !current) return;
  if (!agree(rates(last), rates(current))) {
    if (differing(rates(last), rates(current)) !== null) disagree(last, current, disagreements);
    return;
  }
  for (const f of there) {
    const same = group.find((g) => agree(rates(f), rates(g)));
    if (same) fill(f, same);
  }
  // History: an undated price of more weight is cut where the lesser list knows that it began.
  const older = byDay(group).filter((g) => g.to !== null);
  if (there.length === 1 && older.length && last.from === null && current.from !== null) {
    last.from = current.from;
    there.unshift(...older);
  }
}

function fill(fact: Fact, other: Fact): void {
  let added = false;
  fact.bands = fact.bands.map((band, index) => {
    const same = other.bands.find((b) => b.above === band.above) ?? (fact.bands.length === 1 && index === 0 ? other.bands[0] : undefined);
    const more = Object.entries(same?.rates ?? {}).filter(([kind]) => band.rates[kind as TokenKind] === undefined);
    if (!more.length) return band;
    added = true;
    return { above: band.above, rates: { ...band.rates, ...Object.fromEntries(more) } };
  });
  if (added && !fact.source.includes(other.source)) fact.source = `${fact.source} + ${other.source}`;
}

const byDay = (facts: readonly Fact[]): Fact[] => [...facts].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));

/** A tier or a place is priced for as long as the price it was listed beside. */
function whileBaseHolds(fact: Fact, standard: readonly Fact[], disagreements: Disagreement[]): Fact[] {
  const { base, ...plain } = fact;
  if (!base || !standard.length) return [plain];
  const general = standard.filter((s) => s.deployment === null || s.deployment === 'global' || s.deployment === fact.deployment);
  const holds = general.filter((s) => agree(rates(s), base));
  if (!holds.length) {
    const last = general.at(-1);
    if (last)
      disagree(last, { ...fact, bands: [{ above: 0, rates: base }] }, disagreements, ` (so its ${placeOrTier(fact)} price is left out)`);
    return [];
  }
  const periods = new Map(holds.map((s) => [s.from, s]));
  return [...periods.values()].flatMap((s) => {
    const from = latest(plain.from, s.from);
    const to = earliest(plain.to, s.to);
    if (from !== null && to !== null && from >= to) return [];
    return [{ ...plain, from, to, bands: withUnlistedBands(plain.bands, s.bands) }];
  });
}

const placeOrTier = (f: Fact): string =>
  f.tier === 'standard' ? `${f.region ?? ''} ${f.deployment ?? ''}`.trim().replace('_', ' ') : f.tier;
const latest = (a: string | null, b: string | null) => (a === null ? b : b === null || a > b ? a : b);
const earliest = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b);

/** Long prompts cost more in the standard tier; where the tier's list is silent about them, they have no price rather than the short one. */
function withUnlistedBands(bands: readonly PriceBand[], standard: readonly PriceBand[]): PriceBand[] {
  const unlisted = standard.filter((s) => s.above > 0 && !bands.some((b) => b.above === s.above));
  return [...bands, ...unlisted.map(({ above }) => ({ above, rates: {} }))].sort((a, b) => a.above - b.above);
}

function disagree(kept: Fact, other: Fact, disagreements: Disagreement[], remark = ''): void {
  const kinds = differing(rates(kept), rates(other)) ?? [];
  const only = (f: Fact) => ratesText([{ above: 0, rates: Object.fromEntries(kinds.map((k) => [k, rates(f)[k] ?? ''])) }]);
  const place = [other.region, other.deployment, other.tier === 'standard' ? null : other.tier].filter((w) => w !== null).join(' ');
  disagreements.push({
    channel: kept.channel,
    model: kept.model,
    what: `${place ? `${place.replaceAll('_', ' ')}: ` : ''}${kinds.join(', ')}${remark}`,
    kept: `${kept.source}: ${only(kept)}`,
    other: `${other.source}: ${only(other)}`,
  });
}
