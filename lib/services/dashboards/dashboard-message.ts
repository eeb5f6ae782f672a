import type { Message, MessageTable } from '../../channels/types';
import type { Actor } from '../../core/access/actor';
import type { PanelAnswer, ViewFigures } from '../../core/dashboards/answer';
import { specOf } from '../../core/dashboards/panel-spec';
import { type Panel, Panels } from '../../core/dashboards/panels';
import { type ExploreMeasure, exploreMeasures, isAdditive } from '../../core/explore/measures';
import { changeOf, changeText } from '../../core/money/change';
import { formatPercent, moneyText } from '../../core/money/format';
import { visible } from '../../core/text/visible';
import { addDays } from '../../core/time/days';
import { viewOf } from '../../core/views/cost-address';
import { findAnyDashboard } from '../../db/records/dashboards';
import type { TakenDelivery } from '../../db/records/deliveries';
import { findOrganization } from '../../db/records/organizations';
import { answerOrReason } from './answer-panel';

/** Names a mail of a dashboard among deliveries: the same time is never sent twice. */
export const dashboardKey = (id: number, at: Date): string => `dashboard ${id} ${at.toISOString()}`;

export const isDashboard = (eventKey: string): boolean => eventKey.startsWith('dashboard ');

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
  for (const panel of Panels.parse(dashboard.panels))
    tables.push(tableOf(panel, await answerOrReason(reader, specOf(panel), now, dashboard.ownerId)));
  return {
    id: eventKey,
    organization,
    kind: 'report',
    severity: 'info',
    title: dashboard.name,
    facts: [],
    url: base ? new URL(`/dashboards/${id}`, base).href : null,
    freshness: null,
    at: now.toISOString(),
    tables,
  };
}

/** A panel as words and a table. */
function tableOf(panel: Panel, answer: PanelAnswer): MessageTable {
  const title = panel.title || ('name' in answer ? answer.name : '');
  switch (answer.kind) {
    case 'view':
      return {
        title,
        note: `${periodOf(answer.figures.period, answer.completeTo)}${toldIn(answer.figures)}`,
        ...viewRows(answer.figures, viewOf(answer.address).measure, answer.as),
      };
    case 'budget':
      return {
        title,
        note: answer.lines[0] ? periodOf(answer.lines[0].window, answer.completeTo) : '',
        head: ['Budget', 'Used', 'Limit', 'Expected', 'State'],
        rows: answer.lines.map((l) => {
          const words = (amount: string | null | undefined) => (amount ? moneyText(amount, l.currency ?? 'tokens') : '–');
          return [
            l.value ?? l.budget,
            `${l.unpriced ? '≥ ' : ''}${words(l.used)}`,
            words(l.limit),
            words(l.forecast?.point),
            l.status.replace('-', ' '),
          ];
        }),
      };
    case 'agreement': {
      const { used, limit, left, currency, missing, end, capReachedOn, capExpected } = answer.bar;
      const amount = (text: string | null) => (text === null ? '–' : moneyText(text, currency));
      const cap = capReachedOn ? `reached ${capReachedOn}` : capExpected ? `expected ${capExpected}` : '–';
      return {
        title,
        note: missing ?? `As known on ${answer.asOf}.`,
        head: ['Used', 'Limit', 'Left', 'Cap', 'Ends'],
        rows: limit === null ? [] : [[amount(used), amount(limit), amount(left), cap, end ?? 'open']],
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
      return { title, note: answer.reason, head: [], rows: [] };
  }
}

/** "2026-11-01 to 2026-11-20, complete to 2026-11-19." */
const periodOf = ({ from, to }: { from: string; to: string }, completeTo: string | null): string =>
  `${from} to ${addDays(to, -1)}${completeTo ? `, complete to ${addDays(completeTo, -1)}` : ''}.`;

const toldIn = ({ conversion }: ViewFigures): string =>
  conversion && conversion.rates.length > 0 ? ` Converted to ${conversion.to} at the rate of each month.` : '';

function viewRows(figures: ViewFigures, measure: ExploreMeasure, as: 'chart' | 'figure'): Pick<MessageTable, 'head' | 'rows'> {
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
    g.amount === null || !figures.comparison ? '–' : changeText(changeOf(g.amount, g.previous), unitOf(g)),
  ];
  const rows = figures.totals.flatMap((total) => {
    const own = figures.groups.filter((g) => g.currency === total.currency && g.unit === total.unit);
    const groups = as === 'figure' || figures.by.length === 0 ? [] : own.slice(0, ROWS);
    const name = groups.length === 0 ? exploreMeasures[measure].title : isAdditive(measure) ? 'Total' : 'All together';
    const withoutRate = figures.conversion && total.currency !== figures.conversion.to ? ', no rate' : '';
    return [
      line(`${name}${withoutRate}`, total),
      ...groups.map((g) => line(g.values.map((v) => (v === null ? '(none)' : visible(v))).join(' · '), g)),
    ];
  });
  return { head: ['', exploreMeasures[measure].title, 'Change'], rows };
}
