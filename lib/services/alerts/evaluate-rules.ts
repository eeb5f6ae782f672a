import Big from 'big.js';
import type { AlertDraft } from '../../core/alerts/types';
import { writeFilter } from '../../core/costs/cost-query';
import { type CostDimension, costDimensions } from '../../core/costs/dimensions';
import { moneyText } from '../../core/money/format';
import { addDays, type Day, daysBetween, monthStart } from '../../core/time/days';
import { prisma } from '../../db/client';
import { type CostGroup, costsByGroup } from '../../db/queries/costs-by-group';
import { firstSeen } from '../../db/queries/first-seen';
import { sourceRows } from '../../db/queries/overview';
import { raiseAlerts } from '../../db/records/alerts';
import { only } from './anomalies-to-tell';
import { dayWords, monthWords } from './day-words';
import { completeToOf, RECENT_DAYS } from './recent';

/** What a value never seen before must have cost to be told. */
const NEW_VALUE = 1;
/** What a month's AI spend on meters without a known model must come to. */
const UNCLASSIFIED = 100;
/** A source that has been silent for more days is late. */
const LATE_DAYS = 4;

const watched: readonly { dimension: CostDimension; word: string }[] = [
  { dimension: 'model', word: 'model' },
  { dimension: 'sub-account', word: 'account' },
  { dimension: 'region', word: 'region' },
];

/** The rules that hold for everybody: something new, a source that is late, AI spend that no model could be found for. Each is told once. */
export async function evaluateRules(organization: number, now: Date): Promise<number[]> {
  const completeTo = await completeToOf(organization, now);
  const drafts = [
    ...(await lateSources(organization, now.toISOString().slice(0, 10))),
    ...(completeTo === null ? [] : await newValues(organization, completeTo)),
    ...(completeTo === null ? [] : await unclassified(organization, completeTo)),
  ];
  return drafts.length ? prisma().$transaction((tx) => raiseAlerts(tx, organization, drafts)) : [];
}

/** Within a provider that is itself new, everything is new: only what appears in one with a history is told. */
async function newValues(organization: number, completeTo: Day): Promise<AlertDraft[]> {
  const from = addDays(completeTo, -RECENT_DAYS);
  const columns = ['provider', ...watched.map((w) => costDimensions[w.dimension].column)];
  const seen = await firstSeen(organization, columns);
  const known = new Set(seen.filter((s) => s.dimension === 'provider' && s.first < from).map((s) => s.value));
  const drafts: AlertDraft[] = [];
  for (const { dimension, word } of watched) {
    const fresh = new Map(
      seen.filter((s) => s.dimension === costDimensions[dimension].column && s.first >= from).map((s) => [s.value, s.first]),
    );
    if (fresh.size === 0) continue;
    const rows = await costsByGroup(organization, { groupBy: [dimension, 'provider', 'service'], from, to: completeTo });
    for (const [value, first] of fresh) {
      const own = rows.filter((r) => r.group[dimension] === value && known.has(r.group.provider ?? ''));
      const most = largest(own);
      if (!most || most.amount.lte(NEW_VALUE)) continue;
      drafts.push(
        newValueDraft({ dimension, word, value, first, completeTo, amount: moneyText(most.amount.toFixed(), most.currency), own }),
      );
    }
  }
  return drafts;
}

interface NewValue {
  dimension: CostDimension;
  word: string;
  value: string;
  first: Day;
  completeTo: Day;
  amount: string;
  own: CostGroup[];
}

function newValueDraft({ dimension, word, value, first, completeTo, amount, own }: NewValue): AlertDraft {
  const query = new URLSearchParams({ from: first, to: completeTo, f: writeFilter(only(dimension, value)) });
  return {
    key: `new-value ${dimension} ${value}`,
    kind: 'new-value',
    severity: 'info',
    title: `${value}: a new ${word}, ${amount} since ${dayWords(first)}.`,
    facts: [
      { label: 'First charge', value: first },
      { label: 'Cost since', value: amount },
      { label: 'Provider', value: named(own, 'provider') },
      { label: 'Service', value: named(own, 'service') },
    ],
    link: `/costs?${query}`,
    dataCompleteTo: completeTo,
    ruleId: null,
  };
}

const named = (rows: readonly CostGroup[], key: string) => [...new Set(rows.map((r) => r.group[key] ?? '–'))].slice(0, 3).join(', ');

/** The currency in which most was paid; currencies are never added to each other. */
function largest(rows: readonly CostGroup[]): { currency: string; amount: Big } | null {
  const sums = new Map<string, Big>();
  for (const r of rows) sums.set(r.currency, (sums.get(r.currency) ?? new Big(0)).plus(amountOf(r)));
  return [...sums].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => b.amount.cmp(a.amount))[0] ?? null;
}

const amountOf = (r: CostGroup) => new Big(r.effective ?? r.billed ?? 0);

/** Told on the days after it became late: an old file that was loaded for its history is not late. */
async function lateSources(organization: number, today: Day): Promise<AlertDraft[]> {
  return (await sourceRows(organization)).flatMap(({ id, name, completeTo, lastLoadAt }) => {
    const silent = completeTo === null ? 0 : daysBetween(completeTo, today);
    if (completeTo === null || silent <= LATE_DAYS || silent > LATE_DAYS + RECENT_DAYS) return [];
    return [
      {
        key: `source ${id} late ${completeTo}`,
        kind: 'source',
        severity: 'warning',
        title: `${name}: nothing after ${addDays(completeTo, -1)}, a newer export is due.`,
        facts: [
          { label: 'Last day', value: addDays(completeTo, -1) },
          { label: 'Silent for', value: `${silent} days; late after ${LATE_DAYS}` },
          { label: 'Last load', value: lastLoadAt?.toISOString().slice(0, 10) ?? '–' },
        ],
        link: '/sources?tab=sources',
        dataCompleteTo: completeTo,
        ruleId: null,
      },
    ];
  });
}

/** Of the month of the newest complete day. */
async function unclassified(organization: number, completeTo: Day): Promise<AlertDraft[]> {
  const from = monthStart(addDays(completeTo, -1));
  const filters = [only('class', 'unclassified')];
  const rows = await costsByGroup(organization, { groupBy: ['service'], from, to: completeTo, filters });
  return [...new Set(rows.map((r) => r.currency))].flatMap((currency) => {
    const own = rows.filter((r) => r.currency === currency).sort((a, b) => amountOf(b).cmp(amountOf(a)));
    const sum = own.reduce((total, r) => total.plus(amountOf(r)), new Big(0));
    if (sum.lte(UNCLASSIFIED)) return [];
    const amount = moneyText(sum.toFixed(), currency);
    const query = new URLSearchParams([
      ['from', from],
      ['to', completeTo],
      ['by', 'service'],
      ...filters.map((f) => ['f', writeFilter(f)]),
    ]);
    return [
      {
        key: `unclassified ${from.slice(0, 7)} ${currency}`,
        kind: 'unpriced',
        severity: 'warning',
        title: `${amount} of AI spend in ${monthWords(from)} is on meters whose model is not known.`,
        facts: [
          { label: 'Without a model', value: amount },
          { label: 'Told above', value: moneyText(String(UNCLASSIFIED), currency) },
          ...own
            .slice(0, 3)
            .map((r) => ({ label: r.group.service ?? 'Without a service', value: moneyText(amountOf(r).toFixed(), currency) })),
        ],
        link: `/costs?${query}`,
        dataCompleteTo: completeTo,
        ruleId: null,
      },
    ];
  });
}
