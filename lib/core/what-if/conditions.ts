import type { PriceKey } from '../pricing/types';
import { zoneOf } from '../pricing/zones';
import { type UsagePolicy, violations } from '../usage/policy';
import { promptTokens } from '../usage/tokens';
import type { UsageCell } from './usage-cell';

/** What use has to keep to, wherever it goes. */
export interface Conditions {
  /** Parts of the world as `zoneOf` names them: `eu`, `us`. Empty: anywhere. */
  zones: readonly string[];
  noPreview: boolean;
  policy: UsagePolicy | null;
  vendorOf: (model: string) => string | null;
  /** Tokens a model reads at most; null where nobody says. */
  contextOf: (model: string) => number | null;
}

const preview = /preview|-exp\b|experimental|beta/;
export const isPreview = (model: string): boolean => preview.test(model);

/** What moving a cell there would break, in words. Empty where nothing is. A region that is not said cannot be promised. */
export function brokenConditions(target: PriceKey, cell: UsageCell, conditions: Conditions | null): string[] {
  if (!conditions) return [];
  const broken: string[] = [];
  const leaving = leavingOf(target, conditions.zones);
  if (leaving !== null) {
    const where = conditions.zones.map((z) => (z.length === 2 ? z.toUpperCase() : z)).join(' or ');
    broken.push(
      {
        global: `${target.model} on ${target.channel} is deployed globally: data may leave ${where}`,
        unsaid: `${target.model} on ${target.channel}: the region is not said, ${where} cannot be promised`,
        elsewhere: `${target.region} is not in ${where}`,
      }[leaving],
    );
  }
  if (conditions.noPreview && isPreview(target.model)) broken.push(`${target.model} is a preview`);
  broken.push(
    ...violations(
      { vendor: conditions.vendorOf(target.model), model: target.model, region: target.region, channel: target.channel },
      conditions.policy,
    ),
  );
  const context = conditions.contextOf(target.model);
  const prompt = cell.requests > 0 ? promptTokens(cell.tokens) / cell.requests : 0;
  if (context !== null && prompt > context) broken.push(`${target.model} reads at most ${context.toLocaleString('en')} tokens`);
  return broken;
}

/** How a place leaves parts of the world; null where it stays in them, or there are none to stay in. */
function leavingOf({ region, deployment }: Place, zones: readonly string[]): 'global' | 'unsaid' | 'elsewhere' | null {
  if (zones.length === 0) return null;
  if (deployment === 'global') return 'global';
  const zone = zoneOf(region);
  return zone === null ? 'unsaid' : zones.includes(zone) ? null : 'elsewhere';
}
type Place = Pick<PriceKey, 'region' | 'deployment'>;

/** The parts of the world that all of it is promised to stay in; none where one call says nothing of it, or is deployed globally. */
export function zonesOf(cells: readonly UsageCell[]): string[] {
  const zones = cells.map((c) => (c.deployment === 'global' ? null : zoneOf(c.region)));
  return zones.some((z) => z === null) ? [] : [...new Set(zones.filter((z) => z !== null))].sort();
}

/** What is worth knowing of a place where nobody asks to stay: the same as would break the condition, of the parts of the world it runs in today. */
export function leavingRemark(target: Place, zones: readonly string[]): string | null {
  const leaving = leavingOf(target, zones);
  return leaving === null ? null : leaving === 'unsaid' ? 'region not said' : 'leaves the part of the world it runs in';
}
