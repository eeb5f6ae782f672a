import Big from 'big.js';
import type { AlertDraft } from '../../core/alerts/types';
import { moneyText } from '../../core/money/format';
import { addDays, type Day, monthStart } from '../../core/time/days';
import { channelOfProvider } from '../../core/usage/channels';
import { violations } from '../../core/usage/policy';
import { prisma } from '../../db/client';
import { modelCosts } from '../../db/queries/model-costs';
import { unattributedCosts, unpricedUse } from '../../db/queries/unattributed';
import { calibratedTo, placesSince, unitCosts } from '../../db/queries/usage-news';
import { raiseAlerts } from '../../db/records/alerts';
import { listUnitTargets } from '../../db/records/unit-targets';
import { findPolicy } from '../../db/records/usage-policy';
import { completeToOf, RECENT_DAYS } from './recent';

/** What spend without events must come to in its first week to be told. */
const UNATTRIBUTED = 20;

/** What use and its bills have to tell: tasks above their target, use without a price, what is not approved, new spend that no event explains. */
export async function evaluateUsage(organization: number, now: Date): Promise<number[]> {
  const completeTo = await completeToOf(organization, now);
  if (completeTo === null) return [];
  const [targets, policy, calibrated] = await Promise.all([
    listUnitTargets(organization),
    findPolicy(organization),
    calibratedTo(organization),
  ]);
  const drafts = [
    ...(targets.length && calibrated ? await aboveTarget(organization, targets, calibrated) : []),
    ...(calibrated ? await withoutPrice(organization, completeTo) : []),
    ...(policy ? await notApproved(organization, policy, completeTo) : []),
    ...(calibrated ? await newUnattributed(organization, completeTo) : []),
  ];
  return drafts.length ? prisma().$transaction((tx) => raiseAlerts(tx, organization, drafts)) : [];
}

const recent = (to: Day) => ({ from: addDays(to, -RECENT_DAYS), to });

/** Once a month for each task type: the last week's cost per task against its target. */
async function aboveTarget(organization: number, targets: Awaited<ReturnType<typeof listUnitTargets>>, to: Day): Promise<AlertDraft[]> {
  const period = recent(to);
  const costs = await unitCosts(organization, period);
  return targets.flatMap((t) => {
    const found = costs.find((c) => c.taskType === t.taskType && c.currency === t.currency);
    if (!found) return [];
    const per = new Big(found.cost).div(found.tasks);
    if (per.lte(t.amount)) return [];
    const money = (amount: Big | string) => moneyText(new Big(amount).round(4, Big.roundHalfEven).toFixed(), t.currency);
    return [
      {
        key: `unit-cost ${t.taskType} ${t.currency} ${to.slice(0, 7)} ${t.amount}`,
        kind: 'unit-cost',
        severity: 'warning',
        title: `${t.taskType}: ${money(per)} a task on the invoice, the target is ${money(t.amount)}.`,
        facts: [
          { label: 'Cost per task', value: `${money(per)}, ${period.from} to ${addDays(to, -1)}` },
          { label: 'Target', value: money(t.amount) },
          { label: 'Above it', value: `${per.div(t.amount).minus(1).times(100).toFixed(1)} %` },
          { label: 'Tasks', value: found.tasks.toLocaleString('en') },
        ],
        link: `/tasks?task=${encodeURIComponent(t.taskType)}`,
        dataCompleteTo: to,
        ruleId: null,
      } satisfies AlertDraft,
    ];
  });
}

/** Once a month for each model on a channel. */
async function withoutPrice(organization: number, to: Day): Promise<AlertDraft[]> {
  return (await unpricedUse(organization, recent(to))).map(
    (u) =>
      ({
        key: `unpriced ${u.channel} ${u.model} ${u.tier} ${to.slice(0, 7)}`,
        kind: 'unpriced',
        severity: 'warning',
        title: `${u.model ?? 'Calls without a model'} on ${u.channel ?? 'no channel'}: ${Number(u.unpriced) + Number(u.partly)} events without a whole list price.`,
        facts: [
          { label: 'Without any price', value: Number(u.unpriced).toLocaleString('en') },
          { label: 'With part of one', value: Number(u.partly).toLocaleString('en') },
          { label: 'Tokens', value: Number(u.tokens).toLocaleString('en') },
          { label: 'Last seen', value: u.lastHour },
        ],
        link: '/models?tab=unpriced&period=30d',
        dataCompleteTo: to,
        ruleId: null,
      }) satisfies AlertDraft,
  );
}

/** Once a month for each model, region and provider that the list of what is approved does not have. */
async function notApproved(
  organization: number,
  policy: NonNullable<Awaited<ReturnType<typeof findPolicy>>>,
  to: Day,
): Promise<AlertDraft[]> {
  const rows = await modelCosts(organization, { from: monthStart(addDays(to, -1)), to });
  const seen = new Map<string, AlertDraft>();
  for (const m of rows) {
    const why = violations(
      { vendor: m.vendor, model: m.model, region: m.region, channel: channelOfProvider(m.provider) ?? m.provider },
      policy,
    );
    const key = `policy ${m.provider} ${m.model} ${m.region} ${m.currency} ${to.slice(0, 7)}`;
    if (why.length === 0) continue;
    const cost = rows.filter((r) => r.provider === m.provider && r.model === m.model && r.region === m.region && r.currency === m.currency);
    const amount = cost.reduce((sum, r) => sum.plus(r.effective), new Big(0));
    seen.set(key, {
      key,
      kind: 'policy',
      severity: 'critical',
      title: `${m.model ?? 'AI spend without a model'} on ${m.provider}${m.region ? `, ${m.region}` : ''}: ${why.join('; ')}.`,
      facts: [
        { label: 'Cost this month', value: moneyText(amount.toFixed(), m.currency) },
        { label: 'First seen', value: cost.map((r) => r.firstDay).sort()[0] ?? m.firstDay },
      ],
      link: '/models?tab=unattributed',
      dataCompleteTo: to,
      ruleId: null,
    });
  }
  return [...seen.values()];
}

/** An account and model whose first charge is of the last week, and which no event explains: AI that nobody has told anybody about. */
async function newUnattributed(organization: number, to: Day): Promise<AlertDraft[]> {
  const period = recent(to);
  const [rows, places] = await Promise.all([unattributedCosts(organization, period), placesSince(organization)]);
  const known = new Set(places.filter((p) => p.since < period.from).map((p) => p.provider));
  const fresh = places.filter((p) => p.since >= period.from && known.has(p.provider));
  return fresh.flatMap((p) => {
    const own = rows.filter(
      (r) => r.provider === p.provider && r.account === p.account && r.model === p.model && r.currency === p.currency,
    );
    const amount = own.reduce((sum, r) => sum.plus(r.unattributed), new Big(0));
    if (amount.lt(UNATTRIBUTED)) return [];
    return [
      {
        key: `unattributed ${p.provider} ${p.account} ${p.model} ${p.currency}`,
        kind: 'unattributed',
        severity: 'warning',
        title: `${p.model ?? 'AI spend without a model'} in ${p.accountName ?? p.account ?? p.provider}: ${moneyText(amount.toFixed(), p.currency)} since ${p.since} that no event explains.`,
        facts: [
          { label: 'Provider', value: p.provider },
          { label: 'First charge', value: p.since },
          { label: 'Unattributed', value: moneyText(amount.toFixed(), p.currency) },
        ],
        link: '/models?tab=unattributed&period=30d',
        dataCompleteTo: to,
        ruleId: null,
      } satisfies AlertDraft,
    ];
  });
}
