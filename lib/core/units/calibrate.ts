import { channelOfProvider } from '../usage/channels';
import { type TokenKind, tokenKinds } from '../usage/tokens';
import { scaled, scaleOf, spread, unscaled } from './spread';

/** What a bill says of one day: its lines for AI, summed by what names them. `cost` is effective cost, exact, signed. */
export interface InvoiceLine {
  provider: string;
  account: string | null;
  accountName: string | null;
  resource: string | null;
  model: string | null;
  tokenType: string | null;
  cacheTtl: string | null;
  modality: string | null;
  tier: string | null;
  currency: string;
  cost: string;
  /** Hours of GPUs that the line pays for, where it says them. */
  gpuHours?: string | null;
}

/** What events of one day used, summed by channel, account, model and tier. `hours`: bit n is set where something was used in hour n, UTC. */
export interface UsageGroup {
  key: string;
  channel: string | null;
  account: string | null;
  model: string | null;
  tier: string;
  tokens: Partial<Record<TokenKind, bigint>>;
  requests: bigint;
  hours: number;
}

export type Weighed = TokenKind | 'requests';

/** What a group's use of one kind costs, as whole numbers of 10^-scale; spread over its events by `kind`. */
export interface KindCost {
  group: string;
  kind: Weighed;
  currency: string;
  amount: bigint;
}

/** How much of a line the day's events explain. `cost` = attributed + idle + what no event explains. */
export interface Attribution {
  line: number;
  attributed: string;
  idle: string;
  matchedBy: string;
}

export interface Calibration {
  scale: number;
  costs: KindCost[];
  attributions: Attribution[];
}

/** No amount is split finer than this, and none coarser. */
const SCALE = 12;
const HOURS = 24n;
const HOUR = 10n ** BigInt(SCALE);

/** A model without the date of its snapshot: `gpt-4o-2024-05-13` on the bill is the `gpt-4o` of the log. */
export const modelBase = (model: string | null): string | null => model?.replace(/-(?:20\d{2}-\d{2}-\d{2}|20\d{6}|latest)$/, '') ?? null;

/**
 * Spreads one day's bills over that day's use, exactly: Σ costs + Σ idle + Σ unexplained = Σ lines, to the last digit, per currency. A line goes to
 * the events of its channel, account and model that used its kind of token; where there are none, to the same direction (input, output), then to
 * any use of that model. Events that name no account belong to every account of their channel. A group is paid in one currency: the one in which
 * most of it is billed. Provisioned capacity is spread by use, and its hours without any stay apart as idle.
 */
export function calibrate(lines: readonly InvoiceLine[], groups: readonly UsageGroup[]): Calibration {
  const scale = Math.max(SCALE, ...lines.map((l) => scaleOf(l.cost)));
  const found = lines.map((line) => candidates(line, groups));
  const currencyOf = mainCurrencies(lines, found, scale);
  const costs = new Map<string, KindCost>();
  const attributions = lines.flatMap((line, i) => {
    const match = found[i];
    const cells = (match?.cells ?? []).filter((c) => currencyOf.get(c.group.key) === line.currency);
    if (!match || cells.length === 0) return [];
    const all = scaled(line.cost, scale);
    const idle = line.tier === 'provisioned' ? idleShare(all, cells, line.gpuHours ?? null) : 0n;
    const shares = spread(
      all - idle,
      cells.map((c) => c.weight),
    );
    cells.forEach((c, n) => {
      const key = `${c.group.key}\0${c.kind}`;
      const before = costs.get(key);
      const amount = shares[n] ?? 0n;
      if (before) before.amount += amount;
      else costs.set(key, { group: c.group.key, kind: c.kind, currency: line.currency, amount });
    });
    return [{ line: i, attributed: unscaled(all - idle, scale), idle: unscaled(idle, scale), matchedBy: match.by }];
  });
  return { scale, costs: [...costs.values()].filter((c) => c.amount !== 0n), attributions };
}

interface Cell {
  group: UsageGroup;
  kind: Weighed;
  weight: bigint;
}
interface Match {
  by: string;
  cells: Cell[];
}

function candidates(line: InvoiceLine, groups: readonly UsageGroup[]): Match | null {
  const channel = channelOfProvider(line.provider);
  if (channel === null) return null;
  const isProvisioned = line.tier === 'provisioned';
  const model = modelBase(line.model);
  // a line that names no model is a tool, storage or a machine: only capacity is known to have been used by calls
  if (model === null && !isProvisioned) return null;
  const same = groups.filter((g) => sells(channel, g.channel) && (model === null || modelBase(g.model) === model));
  const accounts = [line.account, line.accountName, line.resource].flatMap((a) => (a === null ? [] : [a.toLowerCase()]));
  const own = same.filter((g) => g.account !== null && accounts.includes(g.account.toLowerCase()));
  const open = same.filter((g) => g.account === null || accounts.length === 0);
  const tier = line.tier ?? 'standard';
  const kinds = isProvisioned ? [] : [exactKinds(line), directionOf(line)];
  for (const [whose, by] of [
    [own, 'account'],
    [open, 'channel'],
  ] as const)
    for (const [some, tierWord] of [
      [whose.filter((g) => g.tier === tier), ''],
      [whose, ', any tier'],
    ] as const) {
      for (const [n, wanted] of kinds.entries()) {
        const cells = cellsOf(some, wanted);
        if (cells.length) return { by: `${by}, model, ${n === 0 ? 'token type' : 'direction'}${tierWord}`, cells };
      }
      const any = cellsOf(some, tokenKinds);
      const cells = any.length ? any : requestsOf(some);
      if (cells.length) return { by: `${by}${model === null ? '' : ', model'}${tierWord}`, cells };
    }
  return null;
}

/** One Google bill pays for Vertex AI and AI Studio alike. */
const sells = (billed: string, used: string | null): boolean => used === billed || (billed === 'vertex' && used === 'gemini');

const cellsOf = (groups: readonly UsageGroup[], kinds: readonly TokenKind[]): Cell[] =>
  groups.flatMap((group) =>
    kinds.flatMap((kind) => ((group.tokens[kind] ?? 0n) > 0n ? [{ group, kind, weight: group.tokens[kind] ?? 0n }] : [])),
  );
const requestsOf = (groups: readonly UsageGroup[]): Cell[] =>
  groups.flatMap((group) => (group.requests > 0n ? [{ group, kind: 'requests' as const, weight: group.requests }] : []));

/** The kinds of an event that a line of the ledger bills (ai-meters §0). */
function exactKinds({ tokenType, cacheTtl, modality }: InvoiceLine): readonly TokenKind[] {
  const media = modality === 'audio' || modality === 'realtime' ? 'audio' : modality === 'image' ? 'image' : null;
  switch (tokenType) {
    case 'input':
      return media ? [`input_${media}`] : ['input'];
    case 'output':
      return media ? [`output_${media}`] : ['output', 'reasoning'];
    case 'cached_input':
      return ['cached_input'];
    case 'cache_write':
      return cacheTtl === '1h' ? ['cache_write_1h'] : cacheTtl === null ? ['cache_write_5m', 'cache_write_1h'] : ['cache_write_5m'];
    case 'reasoning':
      return ['reasoning'];
    default:
      return [];
  }
}

function directionOf({ tokenType }: InvoiceLine): readonly TokenKind[] {
  if (tokenType === null) return [];
  const isOut = tokenType === 'output' || tokenType === 'reasoning';
  return tokenKinds.filter((k) => (k.startsWith('output') || k === 'reasoning') === isOut);
}

/**
 * The part of a day's capacity that lay in hours without any use. A day has 24 hours of capacity; less are paid for where all of its GPU hours are fewer:
 * a machine that ran for eight hours was there for eight.
 */
function idleShare(cost: bigint, cells: readonly Cell[], gpuHours: string | null): bigint {
  const hours = cells.reduce((mask, c) => mask | c.group.hours, 0);
  const used = BigInt(hours.toString(2).replaceAll('0', '').length) * HOUR;
  const said = gpuHours === null ? 0n : scaled(gpuHours, SCALE);
  const paid = said > 0n && said < HOURS * HOUR ? said : HOURS * HOUR;
  return used >= paid ? 0n : (cost * (paid - used)) / paid;
}

/** By group, the currency in which most of what it could be paid with is billed. Currencies are compared here by size alone, never added. */
function mainCurrencies(lines: readonly InvoiceLine[], found: readonly (Match | null)[], scale: number): Map<string, string> {
  const sums = new Map<string, Map<string, bigint>>();
  lines.forEach((line, i) => {
    const cost = scaled(line.cost, scale);
    for (const key of new Set(found[i]?.cells.map((c) => c.group.key))) {
      const by = sums.get(key) ?? new Map<string, bigint>();
      by.set(line.currency, (by.get(line.currency) ?? 0n) + (cost < 0n ? -cost : cost));
      sums.set(key, by);
    }
  });
  return new Map(
    [...sums].map(([key, by]) => [key, [...by].sort(([a, x], [b, y]) => (y > x ? 1 : y < x ? -1 : a < b ? -1 : 1))[0]?.[0] ?? ''] as const),
  );
}
