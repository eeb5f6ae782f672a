import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { type AllocationQuery, type OwnerlessPart, ownerlessParts } from '../../core/allocation/allocation-query';
import { columnOf } from '../../core/allocation/fields';
import { plus } from '../../core/allocation/statement';
import { plainKey } from '../../core/allocation/tags';
import type { AllocationRule } from '../../core/allocation/types';
import { tagEntries } from '../../core/ledger/tags';
import { byAmount, bySize } from '../../core/money/order';
import { addMonths, type Day, monthStart } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { allocatedCosts, eventOwners, type OwnerlessCost, ownerlessCosts } from '../../db/queries/allocated-costs';
import { readSettings } from '../../db/records/allocation';
import { periodOf } from '../costs/period-of';
import { askedDimension, findDimension } from './settings';
import { type TagKeyCost, tagKeyCosts } from './tag-keys';

const MOST_ROWS = 200;
/** An account's owner is guessed where this much of it belongs to one already. */
const SURE = 0.6;

/** A rule that would allocate something, as the editor takes it. */
export interface SuggestedRule {
  rule: Pick<AllocationRule, 'when' | 'value' | 'from'>;
  /** Why: "92 % of this account belongs to platform". */
  why: string;
}

export interface OwnerlessGroup {
  provider: string;
  account: string | null;
  accountName: string | null;
  /** Its service, or the caller, resource or resource group that was asked by. */
  part: string | null;
  currency: string;
  amount: string;
  charges: number;
  /** Keys of the tags it carries, none of which is read. */
  tagKeys: string[];
  isAi: boolean;
  suggestion: SuggestedRule | null;
  /** Conditions that fit just this group. */
  when: AllocationRule['when'];
}

export interface Unallocated {
  period: Range;
  /** What parts of an account are told apart by. */
  part: OwnerlessPart;
  dimension: { key: string; title: string; isBuiltIn: boolean };
  totals: { currency: string; amount: string; total: string; charges: number }[];
  groups: OwnerlessGroup[];
  hidden: number;
  /** Keys of tags on what nobody owns. */
  tags: TagKeyCost[];
  /** What nobody owned of each of the last months, by currency. */
  trend: { month: string; currency: string; amount: string; total: string }[];
  /** Values there are, for assigning. */
  values: string[];
}

/** What nobody owns, the largest first, with the rule that would change it. Needs `allocation:read`. */
export async function getUnallocated(
  actor: Actor,
  { part = 'service', ...query }: AllocationQuery & { part?: OwnerlessPart },
  today: Day,
): Promise<Unallocated> {
  requirePermission(actor, 'allocation:read');
  const [settings, period] = await Promise.all([readSettings(actor.organizationId), periodOf(actor.organizationId, query, today)]);
  const dimension = findDimension(settings, query.dimension);
  const ask = { dimension: askedDimension(dimension), basis: query.basis };
  const since = addMonths(monthStart(period.to), -6);
  const partField = ownerlessParts[part].field;
  const field = dimension.key === 'team' || dimension.key === 'feature' ? dimension.key : null;
  const [rows, months, events] = await Promise.all([
    ownerlessCosts(actor.organizationId, { ...ask, ...period }, columnOf(partField)),
    allocatedCosts(actor.organizationId, { ...ask, from: since, to: period.to }),
    field === null ? [] : eventOwners(actor.organizationId, field, period),
  ]);
  const ownerless = rows.filter((r) => r.value === null);
  const groups = groupsOf(ownerless, rows, events, partField);
  const totals = new Map<string, Unallocated['totals'][number]>();
  for (const r of rows) {
    const t = totals.get(r.currency) ?? { currency: r.currency, amount: '0', total: '0', charges: 0 };
    totals.set(r.currency, {
      ...t,
      total: plus(t.total, r.amount),
      ...(r.value === null && { amount: plus(t.amount, r.amount), charges: t.charges + r.charges }),
    });
  }
  return {
    period,
    part,
    dimension: { key: dimension.key, title: dimension.title, isBuiltIn: ask.dimension.isBuiltIn },
    totals: [...totals.values()].sort((a, b) => bySize(a.total, b.total)),
    groups: groups.slice(0, MOST_ROWS),
    hidden: Math.max(0, groups.length - MOST_ROWS),
    tags: tagKeyCosts(ownerless),
    trend: trendOf(months),
    values: [...new Set([...rows.flatMap((r) => (r.value === null ? [] : [r.value])), ...settings.tree.map((p) => p.name)])].sort(),
  };
}

const placeOf = (r: Pick<OwnerlessCost, 'provider' | 'account' | 'currency'>) => JSON.stringify([r.provider, r.account, r.currency]);

function groupsOf(
  ownerless: readonly OwnerlessCost[],
  all: readonly OwnerlessCost[],
  events: Awaited<ReturnType<typeof eventOwners>>,
  partField: string,
): OwnerlessGroup[] {
  const owners = ownersOf(all);
  const groups = new Map<string, OwnerlessGroup>();
  for (const r of ownerless) {
    const key = JSON.stringify([placeOf(r), r.part]);
    const known = groups.get(key);
    const tagKeys = new Set([...(known?.tagKeys ?? []), ...tagEntries(r.tags).map(([k]) => k)]);
    groups.set(key, {
      ...{ provider: r.provider, account: r.account, accountName: r.accountName, part: r.part, currency: r.currency },
      amount: plus(known?.amount ?? '0', r.amount),
      charges: (known?.charges ?? 0) + r.charges,
      tagKeys: [...tagKeys].sort(),
      isAi: (known?.isAi ?? false) || r.isAi,
      suggestion: null,
      when: whenOf(r, partField),
    });
  }
  return [...groups.values()]
    .map((g) => ({
      ...g,
      suggestion: suggestionFor(
        g,
        owners.get(placeOf(g)),
        g.isAi ? events.filter((e) => e.account === g.account) : [], // who calls models says nothing of an account's storage
      ),
    }))
    .sort((a, b) => bySize(a.amount, b.amount) || ((a.accountName ?? '' < (b.accountName ?? '')) ? -1 : 1));
}

/** The provider stands in only where there is no account: an account belongs to one provider. */
const whenOf = (
  { provider, account, isSubAccount, part }: Pick<OwnerlessCost, 'provider' | 'account' | 'isSubAccount' | 'part'>,
  partField: string,
): AllocationRule['when'] => [
  account === null
    ? { field: 'x_Provider', op: 'equals', values: [provider] }
    : { field: isSubAccount ? 'SubAccountId' : 'BillingAccountId', op: 'equals', values: [account] },
  part === null ? { field: partField, op: 'empty', values: [] } : { field: partField, op: 'equals', values: [part] },
];

/** What each account is allocated to, as far as it is. */
function ownersOf(all: readonly OwnerlessCost[]): Map<string, Map<string, string>> {
  const owners = new Map<string, Map<string, string>>();
  for (const r of all) {
    if (r.value === null) continue;
    const values = owners.get(placeOf(r)) ?? new Map<string, string>();
    values.set(r.value, plus(values.get(r.value) ?? '0', r.amount));
    owners.set(placeOf(r), values);
  }
  return owners;
}

/** Whom most of the account belongs to already, else whom its events name, else a tag that may say it. */
function suggestionFor(
  group: OwnerlessGroup,
  owners: ReadonlyMap<string, string> | undefined,
  events: readonly { value: string; requests: number }[],
): SuggestedRule | null {
  const { when } = group;
  const owner = mostOf([...(owners ?? [])].map(([value, amount]) => ({ value, size: amount })));
  if (owner)
    return {
      rule: { when, value: owner.value, from: null },
      why: `${owner.percent} % of what has an owner in this account belongs to ${owner.value}`,
    };
  const user = mostOf(events.map(({ value, requests }) => ({ value, size: String(requests) })));
  if (user)
    return {
      rule: { when, value: user.value, from: null },
      why: `${user.percent} % of its requests in the gateway log name ${user.value}`,
    };
  const key = group.tagKeys.find((k) => likely.has(plainKey(k)));
  return key === undefined ? null : { rule: { when, value: null, from: `tag:${key}` }, why: `its tag ${key} may say whose it is` };
}

/** Who has most of what is above zero: a credit of one owner makes no other's share larger. */
function mostOf(list: readonly { value: string; size: string }[]): { value: string; percent: string } | null {
  const [first, ...rest] = list.filter((l) => new Big(l.size).gt(0)).sort((a, b) => byAmount(a.size, b.size));
  if (!first) return null;
  const whole = rest.reduce((sum, l) => sum.plus(l.size), new Big(first.size));
  const size = new Big(first.size);
  return size.gte(whole.times(SURE)) ? { value: first.value, percent: size.times(100).div(whole).toFixed(0) } : null;
}

/** Tags that tell an owner apart, where nothing better is known. */
const likely = new Set(['app', 'application', 'project', 'service', 'workload', 'owner', 'product', 'component', 'system']);

function trendOf(costs: Awaited<ReturnType<typeof allocatedCosts>>): Unallocated['trend'] {
  const months = new Map<string, Unallocated['trend'][number]>();
  for (const c of costs) {
    const key = `${c.month} ${c.currency}`;
    const m = months.get(key) ?? { month: c.month, currency: c.currency, amount: '0', total: '0' };
    months.set(key, { ...m, total: plus(m.total, c.amount), amount: c.value === null ? plus(m.amount, c.amount) : m.amount });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
