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
  if (conditions.zones.length) {
    const zone = zoneOf(target.region);
    const where = conditions.zones.map((z) => (z.length === 2 ? z.toUpperCase() : z)).join(' or ');
    if (target.deployment === 'global') broken.push(`${target.model} on ${target.channel} is deployed globally: data may leave ${where}`);
    else if (zone === null) broken.push(`${target.model} on ${target.channel}: the region is not said, ${where} cannot be promised`);
    else if (!conditions.zones.includes(zone)) broken.push(`${target.region} is not in ${where}`);
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
