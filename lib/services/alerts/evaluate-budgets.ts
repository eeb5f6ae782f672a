import Big from 'big.js';
import type { AlertDraft, Severity } from '../../core/alerts/types';
import { partValue } from '../../core/budgets/part-name';
import type { BudgetState } from '../../core/budgets/state';
import { type CrossingEvent, crossingEvents, type Reached, reached } from '../../core/budgets/thresholds';
import type { BudgetWindow } from '../../core/budgets/types';
import { windowOn } from '../../core/budgets/windows';
import { writeFilter } from '../../core/costs/cost-query';
import { formatMoney, formatPercent, moneyText } from '../../core/money/format';
import { addDays, earlier } from '../../core/time/days';
import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { crossingsSince, holdEvaluation, saveCrossings } from '../../db/records/budgets';
import { type BudgetBook, type BudgetLine, openBook } from '../budgets/budget-book';
import { eachInTurn } from '../give-way';
import { driverOf } from './budget-driver';

interface Found {
  line: BudgetLine;
  window: BudgetWindow;
  state: BudgetState;
  event: CrossingEvent;
}

/**
 * Compares every budget with its thresholds and tells what was crossed since the last time: in the window of today and in that of the newest
 * data, where a late bill belongs. Returns the ids of the alerts raised; a second evaluation of the same data raises none.
 */
export async function evaluateBudgets(organization: number, now: Date): Promise<number[]> {
  const book = await openBook(organization, now, { past: 1 });
  if (book.lines.length === 0) return [];
  const lines = await linesReached(book); // it is long work, and of the ledger alone: not while others wait for the transaction
  return prisma().$transaction(
    async (tx) => {
      await holdEvaluation(tx, organization);
      const found = await eventsOf(organization, lines);
      const counts = await saveCrossings(
        tx,
        found.map(({ line, window, event }) => ({
          budgetId: line.id,
          windowFrom: eraOf(line, window),
          value: line.value ?? '',
          key: event.key,
          kind: event.kind,
          amount: event.value,
        })),
      );
      const told = mostOfEach(found.map((f, i) => ({ ...f, count: counts[i] ?? 1 })));
      return raiseAlerts(tx, organization, await eachInTurn(told, (f) => draftOf(f, f.count, f.also, book)));
    },
    { timeout: 60_000 },
  );
}

/** Of the lines crossed together in one window the highest is told, and the others within it: what is used goes before what is expected. */
function mostOfEach<F extends Found>(found: readonly F[]): (F & { also: string[] })[] {
  const rank = ({ event }: F) => [event.threshold.on === 'actual' ? 1 : 0, Number(event.line)] as const;
  const crossed = new Map<BudgetLine, F[]>();
  for (const f of found) if (f.event.kind === 'crossed') crossed.set(f.line, [...(crossed.get(f.line) ?? []), f]);
  const together = (f: F) =>
    f.event.kind === 'crossed' ? (crossed.get(f.line) ?? []).filter((o) => o !== f && o.window.from === f.window.from) : [];
  const place = new Map(found.map((f, i) => [f, i]));
  const placeOf = (f: F) => place.get(f) ?? 0;
  return found.flatMap((f) => {
    const others = together(f);
    const isTold = others.every((o) => {
      const [[a, x], [b, y]] = [rank(f), rank(o)];
      return a > b || (a === b && (x > y || (x === y && placeOf(f) > placeOf(o))));
    });
    return isTold ? [{ ...f, also: others.map((o) => o.event.key) }] : [];
  });
}

interface LineReached extends Pick<Found, 'line' | 'window' | 'state'> {
  now: readonly Reached[];
}

/** Where every line stands in each of its windows that has a limit. */
async function linesReached(book: BudgetBook): Promise<LineReached[]> {
  const all = book.lines.flatMap((line) => windowsOf(book, line).map((window) => ({ line, window })));
  const found = await eachInTurn(all, ({ line, window }): LineReached | null => {
    const state = book.stateOf(line, window);
    if (state.limit === null) return null;
    const now = reached(line.budget.thresholds, { limit: state.limit, used: state.used, forecast: forecastOf(state) });
    return { line, window, state, now };
  });
  return found.filter((f) => f !== null);
}

/** What was crossed since the last time. */
async function eventsOf(organization: number, all: readonly LineReached[]): Promise<Found[]> {
  const first = all.reduce((day, { line, window }) => earlier(day, eraOf(line, window)), '9999-12-31');
  const stored = new Map<string, { key: string; state: 'crossed' | 'back' }[]>();
  const placeOf = (id: number, from: string, value: string | null) => `${id} ${from} ${value ?? ''}`;
  if (all.length)
    for (const c of await crossingsSince(organization, first)) {
      const place = placeOf(c.budgetId, c.windowFrom, c.value);
      stored.set(place, [...(stored.get(place) ?? []), { key: c.key, state: c.state }]);
    }
  const found = await eachInTurn(all, ({ line, window, state, now }) =>
    crossingEvents(stored.get(placeOf(line.id, eraOf(line, window), line.value)) ?? [], now).map((event) => ({
      line,
      window,
      state,
      event,
    })),
  );
  return found.flat();
}

/** A run rate of a few days is shown, and is no reason to wake anybody. */
const forecastOf = ({ forecast }: BudgetState): string | null => (forecast && forecast.confidence !== 'none' ? forecast.point : null);

/** Within what a threshold fires once: its window. A rolling window moves every day: it fires when it is crossed, and again after it fell below. */
const eraOf = ({ budget }: BudgetLine, window: BudgetWindow): string => (budget.window.period === 'rolling' ? '2000-01-01' : window.from);

function windowsOf(book: BudgetBook, { budget, completeTo }: BudgetLine): BudgetWindow[] {
  const current = book.windowOf(budget);
  const newest = windowOn(budget.window, addDays(completeTo, -1));
  if (budget.window.period === 'rolling') return current ? [current] : [];
  // of a window that began before what was read the sum would be a part of the truth
  return [current, newest].filter(
    (w, i, list): w is BudgetWindow => w !== null && w.from >= book.firstDay && list.findIndex((o) => o?.from === w.from) === i,
  );
}

function draftOf({ line, window, state, event }: Found, count: number, also: readonly string[], book: BudgetBook): AlertDraft {
  const { budget, value } = line;
  const unit = budget.currency;
  const amount = (text: string) => (unit ? moneyText(text, unit) : `${formatMoney(text, 'tokens').figure} tokens`);
  const name = value === null ? budget.name : `${budget.name} · ${value}`;
  const said = event.threshold.percent === null ? amount(event.line) : `${event.threshold.percent} % of ${amount(state.limit ?? '0')}`;
  const what =
    event.threshold.on === 'forecast' ? `${amount(event.value)} expected by ${addDays(window.to, -1)}` : `${amount(event.value)} used`;
  const title =
    event.kind === 'back' ? `${name}: back below ${said}, ${what}.` : `${name}: ${what}, ${event.isAgain ? 'again ' : ''}above ${said}.`;
  const filter =
    value === null
      ? budget.filter
      : [...budget.filter, writeFilter({ dimension: budget.per ?? 'team', values: [partValue(value)], exclude: false })];
  const query = new URLSearchParams([['from', window.from], ['to', window.to], ...filter.map((f) => ['f', f])]);
  if (budget.measure === 'billed') query.set('measure', 'billed');
  return {
    key: `budget ${line.id} ${eraOf(line, window)} ${value ?? ''} ${event.key} ${event.kind} ${count}`,
    kind: 'budget',
    severity: severityOf(event),
    title,
    facts: [
      { label: 'Budget', value: name },
      { label: 'Period', value: `${window.name}: ${window.from} to ${addDays(window.to, -1)}` },
      { label: 'Used', value: `${amount(state.used)}${state.share ? ` (${formatPercent(state.share)} of the limit)` : ''}` },
      { label: 'Limit', value: amount(state.limit ?? '0') },
      ...(also.length ? [{ label: 'Crossed as well', value: also.join(', ') }] : []),
      ...(state.forecast ? [{ label: 'Expected at the end', value: amount(state.forecast.point) }] : []),
      ...driverOf(line, window, book),
      ...largestDayOf(line, window, book),
      ...(state.unpriced
        ? [{ label: 'Without a price', value: `${state.unpriced} of ${state.charges} charges: what is used is a lower bound` }]
        : []),
    ],
    link: `/costs?${query}`,
    dataCompleteTo: state.completeTo,
    ruleId: null,
  };
}

function severityOf(event: CrossingEvent): Severity {
  if (event.kind === 'back') return 'info';
  if (event.threshold.on === 'forecast') return 'warning';
  if (event.threshold.percent !== null && new Big(event.threshold.percent).lt(80)) return 'info';
  return event.threshold.percent !== null && new Big(event.threshold.percent).lt(100) ? 'warning' : 'critical';
}

/** The day that cost most of what was used. */
function largestDayOf({ series, budget }: BudgetLine, window: BudgetWindow, book: BudgetBook): { label: string; value: string }[] {
  let most: { day: string; units: bigint } | null = null;
  for (const [day, units] of series.days) if (day >= window.from && day < window.to && (!most || units > most.units)) most = { day, units };
  if (!most || most.units <= 0n) return [];
  const text = book.cube.decimal(most.units);
  return [
    {
      label: 'Largest day',
      value: `${most.day}, ${budget.currency ? moneyText(text, budget.currency) : `${formatMoney(text, 'tokens').figure} tokens`}`,
    },
  ];
}
