import { costHref, only } from '@/components/filters/cost-view';
import type { Range } from '@/lib/core/time/period';
import { channels, isChannel } from '@/lib/core/usage/channels';

const providers: Readonly<Record<string, string>> = {
  aws: 'Amazon Bedrock',
  gcp: 'Google Vertex AI',
  azure: 'Azure',
  'self-hosted': 'Self-hosted',
};

/** What a provider's models are called by people who buy them. */
export const channelName = (provider: string): string => providers[provider] ?? (isChannel(provider) ? channels[provider] : provider);

const deployments: Readonly<Record<string, string>> = {
  global: 'global',
  data_zone: 'data zone',
  regional: 'regional',
  in_region: 'in region',
  geo: 'geography',
};

const sellers: Readonly<Record<string, string>> = { aws: 'AWS', gcp: 'Google Cloud' };

/** Who sends the bill: a machine on it is no use of Bedrock. */
export const placeName = (provider: string, model: string | null): string =>
  model === null ? (sellers[provider] ?? channelName(provider)) : channelName(provider);

/** The last part of an ARN or a path, which is the name people gave. */
export const shortResource = (resource: string): string => resource.slice(resource.lastIndexOf('/') + 1) || resource;

/** "us-east-1, global, batch". */
export const placeText = (p: { region: string | null; deployment: string | null; tier: string | null }): string =>
  [p.region, p.deployment && (deployments[p.deployment] ?? p.deployment), p.tier === 'standard' ? null : p.tier?.replaceAll('_', ' ')]
    .filter(Boolean)
    .join(', ') || 'not said';

/** The same model's rows in Costs. */
export const costsOf = (model: string | null, { from, to }: Range, currency: string, provider?: string): string =>
  costHref({
    by: 'token-type',
    from,
    to,
    f: [only('model', model), only('currency', currency), ...(provider ? [only('provider', provider)] : [])],
    ccy: 'billing',
    draw: currency,
  });

/** Prices past use of these days again. */
export const repriceCommand = ({ from, to }: Range): string => `headroom prices reprice --from ${from} --to ${to} --apply`;

export const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
