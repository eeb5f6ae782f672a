import { type Channel, type Deployment, deployments, isChannel, type ServiceTier, serviceTiers } from '../usage/channels';

/**
 * One thing that is assumed to be otherwise. `from` null is everything of its kind; `share` is the part of the calls that moves, 0 to 1.
 * Written as in an address: `model:gpt-5~claude-haiku-4-5`, `channel:azure~bedrock@0.5`, `tier:*~batch@0.4`, `region:*~eu-west-1`,
 * `deployment:*~global`, `discount:azure~0.12`, `cache:*~0.6`, `tokens:*~1.15`, `volume:*~1.2`.
 */
export type Assumption =
  | { kind: 'model'; from: string | null; to: string; share: string }
  | { kind: 'channel'; from: Channel | null; to: Channel; share: string }
  | { kind: 'tier'; from: ServiceTier | null; to: ServiceTier; share: string }
  | { kind: 'region'; from: string | null; to: string; share: string }
  | { kind: 'deployment'; from: Deployment | null; to: Deployment; share: string }
  /** Off the list price, 0 to 1, on a channel or everywhere. */
  | { kind: 'discount'; from: Channel | null; to: string }
  /** The part of the prompt that is read from the cache. */
  | { kind: 'cache'; from: string | null; to: string }
  /** Tokens of a call times this: models count differently. */
  | { kind: 'tokens'; from: string | null; to: string }
  | { kind: 'volume'; from: string | null; to: string };

const shape = /^(model|channel|tier|region|deployment|discount|cache|tokens|volume):([^~]*)~([^@]+)(?:@(0(?:\.\d{1,6})?|1(?:\.0+)?))?$/;
const factor = /^\d{1,6}(?:\.\d{1,6})?$/;
const part = /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/;

/** An assumption out of its text; null for what is none. */
export function readAssumption(text: string): Assumption | null {
  const [, kind, before, to = '', share = '1'] = shape.exec(text.trim().toLowerCase()) ?? [];
  const from = before === '*' || before === '' || before === undefined ? null : before;
  switch (kind) {
    case 'model':
    case 'region':
      return { kind, from, to, share };
    case 'channel':
      return isChannel(to) && (from === null || isChannel(from)) ? { kind, from, to, share } : null;
    case 'tier':
      return isTier(to) && (from === null || isTier(from)) ? { kind, from, to, share } : null;
    case 'deployment':
      return isDeployment(to) && (from === null || isDeployment(from)) ? { kind, from, to, share } : null;
    case 'discount':
      return part.test(to) && (from === null || isChannel(from)) ? { kind, from, to } : null;
    case 'cache':
      return part.test(to) ? { kind, from, to } : null;
    case 'tokens':
    case 'volume':
      return factor.test(to) ? { kind, from, to } : null;
    default:
      return null;
  }
}

export const writeAssumption = (a: Assumption): string =>
  `${a.kind}:${a.from ?? '*'}~${a.to}${'share' in a && a.share !== '1' ? `@${a.share}` : ''}`;

const isTier = (w: string): w is ServiceTier => (serviceTiers as readonly string[]).includes(w);
const isDeployment = (w: string): w is Deployment => (deployments as readonly string[]).includes(w);

const words: Record<Assumption['kind'], (from: string, to: string) => string> = {
  model: (from, to) => `${from} runs on ${to}`,
  channel: (from, to) => `${from} is bought on ${to}`,
  tier: (from, to) => `${from} uses the tier ${to}`,
  region: (from, to) => `${from} runs in ${to}`,
  deployment: (from, to) => `${from} is deployed ${to.replaceAll('_', ' ')}`,
  discount: (from, to) => `${from} costs ${percent(to)} less than its list price`,
  cache: (from, to) => `${percent(to)} of the prompt of ${from} is read from the cache`,
  tokens: (from, to) => `${from} needs ${to} times the tokens`,
  volume: (from, to) => `${from} is called ${to} times as often`,
};
const percent = (share: string): string => `${Math.round(Number(share) * 1000) / 10} %`;

/** "40 % of what uses standard uses the tier batch", as a line of the list of assumptions. */
export function assumptionWords(a: Assumption): string {
  const from = a.from ?? 'everything';
  const sentence = words[a.kind](from, a.to);
  return 'share' in a && a.share !== '1' ? `${percent(a.share)} of ${sentence}` : sentence;
}
