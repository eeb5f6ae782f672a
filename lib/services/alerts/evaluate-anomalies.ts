import type { AlertDraft } from '../../core/alerts/types';
import { driversOf } from '../../core/anomalies/drivers';
import { findAnomalies } from '../../core/anomalies/find-anomalies';
import type { Anomaly } from '../../core/anomalies/types';
import { BudgetCube, type DaySeries } from '../../core/budgets/cube';
import { type CostFilter, NONE, writeFilter } from '../../core/costs/cost-query';
import type { CostDimension } from '../../core/costs/dimensions';
import type { DayValue } from '../../core/forecast/types';
import { moneyText } from '../../core/money/format';
import { addDays, type Day, daysBetween, earlier, later } from '../../core/time/days';
import { prisma } from '../../db/client';
import { costCube, ledgerCompleteTo } from '../../db/queries/cost-cube';
import { raiseAlerts } from '../../db/records/alerts';

/** Days of history that a weekday is judged by, and how long ago something may have been to be told. */
const HISTORY = 120;
const RECENT = 7;
/** Bills that end longer ago than this are history: what is loaded of them is told to nobody. */
const ALIVE = 45;
/** A part that explains so much of it is what it is called by. */
const MAIN_SHARE = 0.7;
const parts: readonly [CostDimension, string][] = [
  ['model', 'Model'],
  ['team', 'Team'],
  ['sub-account', 'Sub account'],
];

/**
 * Days of the last week of each provider's bills on which usage cost far more or less than its weekday does, by service, with what drove it.
 * Complete days only; below 20 of a currency nothing is told. Returns the ids of the alerts raised.
 */
export async function evaluateAnomalies(organization: number, now: Date): Promise<number[]> {
  const complete = await ledgerCompleteTo(organization);
  if (complete === null) return [];
  const today = now.toISOString().slice(0, 10);
  const completeTo = earlier(complete, addDays(today, 1));
  const cube = new BudgetCube(await costCube(organization, addDays(completeTo, -HISTORY)));
  const drafts = cube.currencies().flatMap((currency) =>
    cube.values('service', [], currency).flatMap((service) =>
      cube.values('provider', [only('service', service)], currency).flatMap((provider) => {
        const filters = [only('provider', provider), only('service', service), usage];
        const end = endOf(cube.series([only('provider', provider)], 'effective', currency), completeTo);
        if (end < addDays(today, -ALIVE)) return [];
        const found = findAnomalies(dailyOf(cube, cube.series(filters, 'effective', currency), end), { to: end });
        return found
          .filter((a) => a.to > addDays(end, -RECENT) && !isSilence(a, end))
          .map((a) => draftOf({ cube, filters, currency, completeTo: end, title: service ?? provider ?? 'Unnamed service' }, a));
      }),
    ),
  );
  return drafts.length ? prisma().$transaction((tx) => raiseAlerts(tx, organization, drafts)) : [];
}

const only = (dimension: CostDimension, value: string | null): CostFilter => ({ dimension, values: [value ?? NONE], exclude: false });

/** Purchases, taxes and credits come by a calendar of their own. */
const usage: CostFilter = { dimension: 'charge', values: ['Usage', NONE], exclude: false };

/** The day after a provider's newest charge: each is complete up to a day of its own. */
const endOf = ({ days }: DaySeries, completeTo: Day): Day =>
  [...days.keys()].reduce((end, day) => (day < completeTo ? later(end, addDays(day, 1)) : end), '2000-01-01');

/** A series that stops is a bill that is not there yet, and a late source says so; a gap that closed again is not. */
const isSilence = (a: Anomaly, end: Day): boolean => a.direction === 'drop' && a.actual === 0 && a.to >= end;

/** A day without charges between days that have some is a real zero. */
function dailyOf(cube: BudgetCube, { days }: DaySeries, completeTo: Day): DayValue[] {
  const first = [...days.keys()].reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null);
  if (first === null) return [];
  return Array.from({ length: Math.max(0, daysBetween(first, completeTo)) }, (_, i) => {
    const day = addDays(first, i);
    return { day, value: Number(cube.decimal(days.get(day) ?? 0n)) };
  });
}

interface Place {
  cube: BudgetCube;
  filters: CostFilter[];
  currency: string;
  completeTo: Day;
  title: string;
}

function draftOf({ cube, filters, currency, completeTo, title }: Place, a: Anomaly): AlertDraft {
  const money = (n: number) => moneyText(n.toFixed(2), currency);
  const main = parts.map(([dimension, word]) => ({ dimension, word, ...mainPart(cube, filters, currency, completeTo, dimension, a) }));
  const named = main.find((m) => m.key !== null && m.share >= MAIN_SHARE);
  const all = named && named.key !== null ? [...filters, only(named.dimension, named.key)] : filters;
  const last = addDays(a.to, -1);
  const days = a.from === last ? a.from : `${a.from} to ${last}`;
  const query = new URLSearchParams([['from', a.from], ['to', a.to], ...all.map((f): [string, string] => ['f', writeFilter(f)])]);
  return {
    key: `anomaly ${currency} ${filters.map(writeFilter).join(' ')} ${a.from} ${a.direction}`,
    kind: 'anomaly',
    severity: a.direction === 'up' ? 'warning' : 'info',
    title: `${named?.key ? `${named.key} on ` : ''}${title}: ${money(a.actual)} on ${days}, ${money(a.expected)} expected.`,
    facts: [
      { label: 'Actual', value: money(a.actual) },
      { label: 'Expected', value: `${money(a.expected)}, the median of the same weekdays before` },
      { label: a.direction === 'up' ? 'More than usual' : 'Less than usual', value: money(Math.abs(a.impact)) },
      ...main.flatMap((m) =>
        m.key === null ? [] : [{ label: `Main ${m.word.toLowerCase()}`, value: `${m.key}, ${Math.round(m.share * 100)} % of it` }],
      ),
    ],
    link: `/costs?${query}`,
    dataCompleteTo: completeTo,
    ruleId: null,
  };
}

function mainPart(
  cube: BudgetCube,
  filters: CostFilter[],
  currency: string,
  completeTo: Day,
  dimension: CostDimension,
  a: Anomaly,
): { key: string | null; share: number } {
  const values = cube.values(dimension, filters, currency).filter((v) => v !== null);
  const series = values.map((key) => ({
    key,
    series: dailyOf(cube, cube.series([...filters, only(dimension, key)], 'effective', currency), completeTo),
  }));
  const [first] = driversOf(series, a);
  return first && first.change !== 0 ? { key: first.key, share: Math.min(1, first.change / a.impact) } : { key: null, share: 0 };
}
