import Big from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { saveView } from '../views/manage-views';
import { answerPanel } from './answer-panel';
import { dashboardMessage } from './dashboard-message';
import { createDashboard } from './manage-dashboards';

const now = new Date('2026-08-21T07:00:00Z');
let actor: Actor;
beforeAll(async () => {
  actor = { ...(await makeActor()), role: 'admin' };
  const rows = Array.from({ length: 20 }, (_, i) => `2026-08-${String(i + 1).padStart(2, '0')}`).flatMap((day, d) =>
    Array.from({ length: 12 }, (_, s) => {
      const cost = `${10 + s + (d % 7)}.25`;
      const period = { ChargePeriodStart: `${day}T00:00:00Z`, ChargePeriodEnd: `${new Date(Date.parse(day) + 86_400_000).toISOString()}` };
      return focusRow({ BilledCost: cost, EffectiveCost: cost, ServiceName: `Service ${s}`, ...period });
    }),
  );
  await importPath(actor, await writeFile('august.csv', focusFile(rows)), {});
});

const amountOf = (text: string | undefined) => new Big((text ?? '').replace(/[^\d.]/g, ''));

test('a mail lists the largest of a chart and all others together, and its total is that of the panel', async () => {
  const view = await saveView(actor, { name: 'By service', shared: true, address: 'from=2026-08-01&to=2026-09-01&by=service&forecast=1' });
  const panel = { id: 'a', kind: 'view' as const, view: view.id, as: 'chart' as const };
  const dashboard = await createDashboard(actor, { name: 'Weekly', shared: true, panels: [panel] });
  const eventKey = `dashboard ${dashboard.id} ${now.toISOString()}`;
  const message = await dashboardMessage({ organizationId: actor.organizationId, eventKey } as never, undefined, now);
  const [table] = message?.tables ?? [];
  expect(table?.head).toEqual(['', 'Effective cost']); // nothing is known of the month before
  expect(table?.totals).toEqual([0]);
  expect(table?.rows.map((r) => r[0])).toEqual(['Total', ...[11, 10, 9, 8, 7, 6, 5, 4].map((s) => `Service ${s}`), '4 others']);
  const [total, ...parts] = (table?.rows ?? []).map((r) => amountOf(r[1]));
  expect(parts.reduce((sum, p) => sum.plus(p), new Big(0)).toFixed()).toBe(total?.toFixed());

  const answer = await answerPanel(actor, panel, now);
  if (answer.kind !== 'view') throw new Error(answer.kind);
  expect(new Big(answer.figures.totals[0]?.amount ?? 0).toFixed(2)).toBe(total?.toFixed(2));
  const [expected] = answer.forecast?.currencies ?? [];
  expect(expected?.reason).toBeNull(); // a view that asks what is expected says so on a dashboard and in a mail
  expect(table?.note).toContain('1 Aug to 31 Aug 2026');
  expect(table?.note).toContain('Expected in all by 31 Aug 2026: ');
});
