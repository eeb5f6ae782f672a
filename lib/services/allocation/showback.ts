import { type Actor, requirePermission } from '../../core/access/actor';
import type { AllocationQuery } from '../../core/allocation/allocation-query';
import { fold } from '../../core/allocation/fold';
import { nobody } from '../../core/allocation/nobody';
import { shareWords } from '../../core/allocation/share-words';
import { minus, plus } from '../../core/allocation/statement';
import { pathsOn } from '../../core/allocation/tree';
import type { AllocationRule } from '../../core/allocation/types';
import { csvLine, csvStart } from '../../core/csv/cell';
import { byAmount } from '../../core/money/order';
import type { Day } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { readSettings } from '../../db/records/allocation';
import { periodOf } from '../costs/period-of';
import { type MonthFigures, monthFigures } from './month-figures';
import { dimensionsOf, findDimension } from './settings';

/** How a period's cost found its owners. The parts are all of it. */
export interface AllocationBar {
  currency: string;
  total: string;
  charges: number;
  /** By a value that a tag or the bill's own cost centre names. */
  tagged: string;
  rule: string;
  shared: string;
  unallocated: string;
}

export interface ShowbackLine {
  /** Null is what nobody owns. */
  target: string | null;
  path: string[] | null;
  currency: string;
  direct: string;
  credits: string;
  /** What it carries of shared costs, by pool. */
  shares: { pool: string; amount: string; ratio: string; words: string }[];
  shared: string;
  /** What others carry of it, negative. */
  passedOn: string;
  total: string;
  tokens: string;
  charges: number;
  /** What of the direct cost and the credits each rule gave it; 0 is the built-in reading of tags. */
  byRule: { rule: number; amount: string }[];
}

/** One rule's part of the period. */
export interface RuleFigure {
  rule: number;
  charges: number;
  currency: string;
  amount: string;
  latest: Day;
}

export interface Showback {
  period: Range;
  dimension: { key: string; title: string; isBuiltIn: boolean };
  dimensions: { key: string; title: string }[];
  bars: AllocationBar[];
  lines: ShowbackLine[];
  rules: RuleFigure[];
}

/** Who a period's cost belongs to: direct, what is carried of shared costs, and what nobody owns. Every digit is kept. Needs `allocation:read`. */
export async function getShowback(actor: Actor, query: AllocationQuery, today: Day): Promise<Showback> {
  requirePermission(actor, 'allocation:read');
  const [settings, period] = await Promise.all([readSettings(actor.organizationId), periodOf(actor.organizationId, query, today)]);
  const dimension = findDimension(settings, query.dimension);
  const months = await monthFigures(actor.organizationId, settings, dimension, { ...period, basis: query.basis });
  const lines = new Map<string, ShowbackLine>();
  for (const m of months) {
    const pathOf = pathsOn(settings.tree, m.month === period.from.slice(0, 7) ? period.from : `${m.month}-01`);
    const lineOf = (target: string | null, currency: string): ShowbackLine => {
      const path = target === null ? null : pathOf(target);
      const key = keyOf(path, target, currency);
      const found = lines.get(key);
      if (found) return found;
      const made = emptyLine(target, path, currency);
      lines.set(key, made);
      return made;
    };
    addMonth(m, lineOf);
  }
  // what nobody owns is a row where it is nothing, too: its absence would prove nothing
  for (const currency of new Set([...lines.values()].map((l) => l.currency))) {
    const key = keyOf(null, null, currency);
    if (!lines.has(key)) lines.set(key, emptyLine(null, null, currency));
  }
  for (const l of lines.values()) l.total = plus(plus(l.direct, l.credits), plus(l.shared, l.passedOn));
  return {
    period,
    dimension: { key: dimension.key, title: dimension.title, isBuiltIn: dimension.key === 'team' && dimension.rules.length === 0 },
    dimensions: dimensionsOf(settings).map(({ key, title }) => ({ key, title })),
    bars: barsOf(months, dimension.rules),
    lines: [...lines.values()].filter((l) => l.target === null || l.charges > 0 || /[1-9]/.test(l.shared)).sort(byPlace),
    rules: ruleFigures(months),
  };
}

const keyOf = (path: string[] | null, target: string | null, currency: string): string => JSON.stringify([path, target, currency]);

const emptyLine = (target: string | null, path: string[] | null, currency: string): ShowbackLine => ({
  ...{ target, path, currency, shares: [], byRule: [] },
  ...{ direct: '0', credits: '0', shared: '0', passedOn: '0', total: '0', tokens: '0', charges: 0 },
});

function addMonth({ costs, shares }: MonthFigures, lineOf: (target: string | null, currency: string) => ShowbackLine): void {
  for (const c of costs) {
    const line = lineOf(c.value, c.currency);
    line.direct = plus(line.direct, minus(c.amount, c.credits));
    line.credits = plus(line.credits, c.credits);
    line.tokens = plus(line.tokens, c.tokens);
    line.charges += c.charges;
    addTo(line.byRule, (r) => r.rule === c.rule, { rule: c.rule ?? -1, amount: c.amount });
  }
  // pools may spell a name otherwise than its costs do
  const spelt = new Map(costs.flatMap((c) => (c.value === null ? [] : [[fold(c.value), c.value] as const])));
  const nameOf = (name: string) => spelt.get(fold(name)) ?? name;
  for (const s of shares) {
    const line = lineOf(s.target === null ? null : nameOf(s.target), s.currency);
    line.shared = plus(line.shared, s.amount);
    addTo(line.shares, (x) => x.pool === s.pool, { pool: s.pool, amount: s.amount, ratio: s.ratio, words: shareWords(s) });
    const source = lineOf(nameOf(s.source), s.currency);
    source.passedOn = minus(source.passedOn, s.amount);
  }
}

function addTo<T extends { amount: string }>(list: T[], isSame: (item: T) => boolean, item: T): void {
  const known = list.find(isSame);
  if (known) known.amount = plus(known.amount, item.amount);
  else list.push(item);
}

/** By place in the tree, the dearest first in each; what nobody owns is last. */
const byPlace = (a: ShowbackLine, b: ShowbackLine): number => {
  if ((a.target === null) !== (b.target === null)) return a.target === null ? 1 : -1;
  if ((a.path === null) !== (b.path === null)) return a.path === null ? 1 : -1;
  const [x, y] = [a, b].map((l) => (l.path ?? []).join('\u0001')) as [string, string];
  return x < y ? -1 : x > y ? 1 : byAmount(a.total, b.total) || ((a.target ?? '') < (b.target ?? '') ? -1 : 1);
};

const isFromTag = (rule: AllocationRule | undefined): boolean =>
  rule?.from !== undefined &&
  rule.from !== null &&
  (rule.from.startsWith('tag:') || rule.from === 'x_Team' || rule.from === 'x_CostCenter');

/** What is shared counts as shared whole, with the rest that no share holds; only what was left unallocated on purpose is unallocated. */
function barsOf(months: readonly MonthFigures[], rules: readonly AllocationRule[]): AllocationBar[] {
  const bars = new Map<string, AllocationBar>();
  const add = (currency: string, part: 'tagged' | 'rule' | 'shared' | 'unallocated', amount: string) => {
    const bar = bars.get(currency) ?? { currency, total: '0', charges: 0, tagged: '0', rule: '0', shared: '0', unallocated: '0' };
    bars.set(currency, { ...bar, [part]: plus(bar[part], amount) });
  };
  for (const { costs, shares } of months) {
    const placeOf = (name: string, currency: string) => JSON.stringify([fold(name), currency]);
    const isShared = new Set(shares.map((s) => placeOf(s.source, s.currency)));
    for (const c of costs) {
      const isTagged = c.rule === 0 || isFromTag(rules.find((r) => r.id === c.rule)); // 0 is the built-in reading of tags
      const own = isTagged ? 'tagged' : 'rule';
      add(c.currency, c.value === null ? 'unallocated' : isShared.has(placeOf(c.value, c.currency)) ? 'shared' : own, c.amount);
      const bar = bars.get(c.currency);
      if (bar) bars.set(c.currency, { ...bar, total: plus(bar.total, c.amount), charges: bar.charges + c.charges });
    }
    for (const s of shares)
      if (s.target === null) {
        add(s.currency, 'shared', minus('0', s.amount));
        add(s.currency, 'unallocated', s.amount);
      }
  }
  return [...bars.values()].sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1));
}

function ruleFigures(months: readonly MonthFigures[]): RuleFigure[] {
  const figures = new Map<string, RuleFigure>();
  for (const c of months.flatMap((m) => m.costs)) {
    if (c.rule === null || c.rule === 0) continue;
    const key = `${c.rule} ${c.currency}`;
    const f = figures.get(key) ?? { rule: c.rule, charges: 0, currency: c.currency, amount: '0', latest: c.latest };
    figures.set(key, {
      ...f,
      charges: f.charges + c.charges,
      amount: plus(f.amount, c.amount),
      latest: c.latest > f.latest ? c.latest : f.latest,
    });
  }
  return [...figures.values()];
}

/** The same as a table for a spreadsheet, with a row for what nobody owns. Needs `allocation:read`. */
export async function exportShowback(actor: Actor, query: AllocationQuery, today: Day): Promise<{ name: string; text: string }> {
  const { period, dimension, lines } = await getShowback(actor, query, today);
  const header = [
    'From',
    'To',
    'Department',
    dimension.title,
    'Currency',
    'Direct',
    'Credits',
    'Shared',
    'Passed on',
    'Total',
    'Tokens',
    'Charges',
  ];
  const rows = lines.map((l) => [
    ...[period.from, period.to, (l.path ?? []).join(' / '), l.target ?? nobody, l.currency],
    ...[l.direct, l.credits, l.shared, l.passedOn, l.total, l.tokens, String(l.charges)],
  ]);
  return { name: `showback-${dimension.key}-${period.from}.csv`, text: csvStart + [header, ...rows].map(csvLine).join('') };
}
