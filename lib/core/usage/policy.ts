import { z } from 'zod';

const list = z.array(z.string().trim().toLowerCase().min(1).max(120)).max(500).default([]);

/** What an organisation approves. An empty list approves everything of its kind. */
export const UsagePolicyDefinition = z.object({
  vendors: list,
  /** Ids of models; `gpt-5*` stands for all that begin so. */
  models: list,
  /** Ids of regions; `eu-*` stands for all that begin so. */
  regions: list,
  channels: list,
});
export type UsagePolicy = z.infer<typeof UsagePolicyDefinition>;

export interface Used {
  vendor: string | null;
  model: string | null;
  region: string | null;
  channel: string | null;
}

const fits = (value: string, pattern: string): boolean =>
  pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
const approved = (value: string | null, patterns: readonly string[]): boolean =>
  value === null || patterns.length === 0 || patterns.some((p) => fits(value.toLowerCase(), p));

/** What of it is not approved, in words; empty where all is. What a bill does not say cannot break a rule. */
export function violations(used: Used, policy: UsagePolicy | null): string[] {
  if (!policy) return [];
  return [
    ...(approved(used.vendor, policy.vendors) ? [] : [`vendor ${used.vendor} is not approved`]),
    ...(approved(used.model, policy.models) ? [] : [`model ${used.model} is not approved`]),
    ...(approved(used.region, policy.regions) ? [] : [`region ${used.region} is not approved`]),
    ...(approved(used.channel, policy.channels) ? [] : [`channel ${used.channel} is not approved`]),
  ];
}
