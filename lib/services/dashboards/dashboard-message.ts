import { setTimeout } from 'node:timers/promises';
import Big from 'big.js';
import type { Message, MessageTable } from '../../channels/types';
import type { Actor } from '../../core/access/actor';
import { dayWords } from '../../core/alerts/day-words';
import { NO_VALUE } from '../../core/budgets/part-name';
import type { PanelAnswer, ViewFigures } from '../../core/dashboards/answer';
import { specOf } from '../../core/dashboards/panel-spec';
import { type Panel, Panels } from '../../core/dashboards/panels';
import { type ExploreMeasure, exploreMeasures, isAdditive } from '../../core/explore/measures';
import type { ExploreGroup, ExploreTotal } from '../../core/explore/question';
import { valueName } from '../../core/explore/value-name';
import { changeOf, changeText } from '../../core/money/change';
import { formatPercent, moneyText } from '../../core/money/format';
import { visible } from '../../core/text/visible';
import { addDays } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { viewOf } from '../../core/views/cost-address';
import { findAnyDashboard } from '../../db/records/dashboards';
import type { TakenDelivery } from '../../db/records/deliveries';
import { findOrganization } from '../../db/records/organizations';
import { answerOrReason } from './answer-panel';

/** Names a mail of a dashboard among deliveries: the same time is never sent twice. */
export const dashboardKey = (id: number, at: Date): string => `dashboard ${id} ${at.toISOString()}`;

export const isDashboard = (eventKey: string): boolean => eventKey.startsWith('dashboard ');

/** So long a mail waits for figures that are being made ready. */
const PATIENCE_MS = 60_000;

/** Groups of a view that a mail lists; the total holds all. */
const ROWS = 9;

/** What a mail of a dashboard says, with the figures of now. Null for other deliveries, and where the dashboard is gone. */
export async function dashboardMessage(
  { organizationId, eventKey }: TakenDelivery,
  base: string | undefined,
  now: Date,
): Promise<Message | null> {
  const id = Number(/^dashboard (\d+) /.exec(eventKey)?.[1] ?? 0);
  const dashboard = id > 0 ? await findAnyDashboard(organizationId, id) : null;
  if (!dashboard) return null;
  const organization = (await findOrganization(organizationId))?.name ?? '';
  const reader: Actor = { organizationId, organizationName: organization, userId: null, name: 'Mail', email: null, role: 'viewer' };
  const tables: MessageTable[] = [];
  for (const panel of Panels.parse(dashboard.panels)) tables.push(tableOf(panel, await answered(reader, panel, now, dashboard.ownerId)));
  return {
    id: eventKey,
    organization,
    kind: 'report',
    severity: 'info',
    title: dashboard.name,
    facts: [{ label: 'As of', value: `${dated(now.toISOString().slice(0, 10))}, ${now.toISOString().slice(11, 16)} UTC` }],
    url: base ? new URL(`/dashboards/${id}`, base).href : null,
    freshness: null,
    at: now.toISOString(),
    tables,
  };
}

/** A mail is read once: it waits for figures that are being made ready, which a page would load a moment later. */
async function answered(reader: Actor, panel: Panel, now: Date, owner: string | null): Promise<PanelAnswer> {
  for (const until = Date.now() + PATIENCE_MS; ; await setTimeout(2_000)) {
    const answer = await answerOrReason(reader, specOf(panel), now, owner);
    if (answer.kind !== 'missing' || !answer.isPreparing || Date.now() > until) return answer;
  }
}

/** A panel as words and a table. */
function tableOf(panel: Panel, answer: PanelAnswer): MessageTable {
  const title = panel.title || ('name' in answer ? answer.name : '');
  switch (answer.kind) {
    case 'view':
      return {
        title,
        note: `${periodOf(answer.figures.period, answer.completeTo)}${comparedIn(answer.figures)}${toldIn(answer.figures)}${expectedIn(answer)}`,
        ...viewRows(answer.figures, viewOf(answer.address).measure, answer.as),
      };
    case 'budget':
      return {
        title,
        note: answer.lines[0] ? periodOf(answer.lines[0].window, answer.completeTo) : '',
        head: ['Budget', 'Used', 'Limit', 'Expected'],
        rows: answer.lines.map((l) => {
          const words = (amount: string | null | undefined) => (amount ? moneyText(amount, l.currency ?? 'tokens') : '–');
          return [
            `${l.value === NO_VALUE ? 'Without a value' : visible(l.value ?? l.budget)}, ${l.status.replace('-', ' ')}`,
            `${l.unpriced ? '≥ ' : ''}${words(l.used)}`,
            words(l.limit),
            words(l.forecast?.point),
          ];
        }),
      };
    case 'agreement': {
      const { used, limit, left, currency, missing, end, capReachedOn, capExpected } = answer.bar;
      const amount = (text: string | null) => (text === null ? '–' : moneyText(text, currency));
      const cap = capReachedOn ? `reached on ${dated(capReachedOn)}` : capExpected ? `expected on ${dated(capExpected)}` : null;
      const known =
        limit === null ? [] : [[`Used of ${amount(limit)}`, amount(used)], ['Left', amount(left)], ...(cap ? [['Cap', cap]] : [])];
      return {
        title,
        note: missing ?? `As known on ${dated(answer.asOf)}.`,
        head: [],
        rows: [...known, ['Ends', end ? dated(end) : 'open']],
      };
    }
    case 'unit': {
      const { currency, perTask, perTaskBefore, tasks, target, successRate } = answer.unit;
      const note = periodOf(answer.period, answer.completeTo);
      if (perTask === null || currency === null) return { title, note: `${note} ${tasks} tasks, none with a price.`, head: [], rows: [] };
      return {
        title,
        note,
        head: ['Per task', 'Change', 'Target', 'Tasks', 'Succeed'],
        rows: [
          [
            moneyText(perTask, currency),
            changeText(changeOf(perTask, perTaskBefore), currency),
            target === null ? '–' : moneyText(target, currency),
            String(tasks),
            successRate === null ? '–' : formatPercent(successRate, { digits: 0 }),
          ],
        ],
      };
    }
    case 'text':
      return { title, note: answer.text, head: [], rows: [] };
    case 'missing':
      return { title, note: [answer.reason, answer.remedy].filter(Boolean).join(' '), head: [], rows: [] };
  }
}

const dated = (day: string): string => `${dayWords(day)} ${day.slice(0, 4)}`;

/** "1 Nov to 20 Nov 2026, complete to 19 Nov." */
function periodOf({ from, to }: Range, completeTo: string | null): string {
  const last = addDays(to, -1);
  const first = from.slice(0, 4) === last.slice(0, 4) ? dayWords(from) : dated(from);
  return `${from === last ? '' : `${first} to `}${dated(last)}${completeTo && completeTo < to ? `, complete to ${dayWords(addDays(completeTo, -1))}` : ''}.`;
}

const comparedIn = ({ comparison }: ViewFigures): string =>
  comparison ? ` Change against ${periodOf(comparison, null).replace(/\.$/, '')}.` : '';

/** What the rest of the period is expected to bring it to, each currency for itself. */
function expectedIn({ forecast }: Extract<PanelAnswer, { kind: 'view' }>): string {
  const sums = (forecast?.currencies ?? []).flatMap((c) => {
    const end = c.reason === null ? c.bins.at(-1)?.sum : undefined;
    return end ? [moneyText(end.amount, c.currency)] : [];
  });
  return forecast && sums.length > 0 ? ` Expected in all by ${dated(addDays(forecast.until, -1))}: ${sums.join(', ')}.` : '';
}

const toldIn = ({ conversion }: ViewFigures): string =>
  conversion && conversion.rates.length > 0 ? ` Converted to ${conversion.to} at the rate of each month.` : '';

function viewRows(figures: ViewFigures, measure: ExploreMeasure, as: 'chart' | 'figure'): Pick<MessageTable, 'head' | 'rows' | 'totals'> {
  const kind = exploreMeasures[measure].unit;
  const unitOf = (g: { currency: string; unit: string | null }) =>
    kind === 'money'
      ? g.currency
      : kind === 'price'
        ? `${g.currency} per 1M`
        : kind === 'quantity'
          ? (g.unit ?? '')
          : kind === 'tokens'
            ? 'tokens'
            : 'charges';
  const line = (name: string, g: { currency: string; unit: string | null; amount: string | null; previous: string | null }) => [
    name,
    g.amount === null ? 'not known' : moneyText(g.amount, unitOf(g)),
    ...(figures.comparison ? [g.amount === null ? '–' : changeText(changeOf(g.amount, g.previous), unitOf(g))] : []),
  ];
  const totals: number[] = [];
  const rows: string[][] = [];
  for (const total of figures.totals) {
    const own = figures.groups.filter((g) => g.currency === total.currency && g.unit === total.unit);
    const groups = as === 'figure' || figures.by.length === 0 ? [] : own.slice(0, ROWS);
    const rest = groups.length > 0 && isAdditive(measure) ? total.groups - groups.length : 0;
    const name = groups.length === 0 ? exploreMeasures[measure].title : isAdditive(measure) ? 'Total' : 'All together';
    const withoutRate = figures.conversion && total.currency !== figures.conversion.to ? ', no rate' : '';
    if (groups.length > 0) totals.push(rows.length);
    rows.push(
      line(`${name}${withoutRate}`, total),
      ...groups.map((g) => line(g.values.map((v, i) => valueName(figures.by[i] ?? '', v)).join(' · '), g)),
      ...(rest > 0 ? [line(`${rest} others`, remainder(total, groups))] : []),
    );
  }
  return { head: ['', exploreMeasures[measure].title, ...(figures.comparison ? ['Change'] : [])], rows, totals };
}

/** What the groups that are not listed come to together. */
function remainder(total: ExploreTotal, listed: readonly ExploreGroup[]) {
  const without = (of: 'amount' | 'previous'): string | null => {
    const all = total[of];
    return all === null ? null : listed.reduce((rest, g) => rest.minus(g[of] ?? 0), new Big(all)).toFixed();
  };
  return { currency: total.currency, unit: total.unit, amount: without('amount'), previous: without('previous') };
}
