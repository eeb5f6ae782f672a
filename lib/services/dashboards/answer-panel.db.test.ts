import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { PanelAnswer } from '../../core/dashboards/answer';
import type { PanelSpec } from '../../core/dashboards/panels';
import { prisma } from '../../db/client';
import { updateView } from '../../db/records/saved-views';
import { makeActor, writeFile } from '../../runtime/test-database';
import { saveRules } from '../allocation/save';
import { listDimensions } from '../explore/dimension-values';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { openShareLink } from '../share/open-share-link';
import { createShareLink } from '../share/share-links';
import { deleteView, saveView } from '../views/manage-views';
import { answerPanel } from './answer-panel';
import { dashboardMessage } from './dashboard-message';
import { makeDashboard, NewDashboard } from './make-from-template';
import { changeDashboard } from './manage-dashboards';

const now = new Date('2026-09-02T10:00:00Z');
const days = 'from=2026-08-01&to=2026-09-01';
let admin: Actor;

beforeAll(async () => {
  admin = { ...(await makeActor()), role: 'admin', name: 'Root', userId: randomUUID() };
  await importPath(admin, await writeFile('august.csv', focusFile([focusRow({ Tags: JSON.stringify({ term: 'spring' }) })])), {});
});

const viewPanel = async (name: string, address: string): Promise<{ id: number; spec: PanelSpec }> => {
  const { id } = await saveView(admin, { name, address: `${days}&${address}`, shared: true });
  return { id, spec: { kind: 'view', view: id, as: 'chart' } };
};

const lasting = async (spec: PanelSpec): Promise<Extract<PanelAnswer, { kind: 'missing' }>> => {
  const answer = await answerPanel(admin, spec, now);
  if (answer.kind !== 'missing' || !answer.isLasting) throw new Error(JSON.stringify(answer));
  return answer;
};

test('a panel whose tag no charge carries says so and what can be done; a guest and a mail hear of it too, the guest without the tag', async () => {
  const { id, spec } = await viewPanel('Courses', 'by=tag:course');
  expect(await lasting(spec)).toEqual({
    kind: 'missing',
    isLasting: true,
    name: 'Courses',
    href: `/costs?${days}&by=tag:course&view=${id}`,
    reason: 'No charge carries the tag "course".',
    remedy: 'Open the view in Costs, ask without it and save the view.',
  });
  const panels = [{ id: 'a', kind: 'view' as const, view: id }];
  const dashboard = await makeDashboard(admin, { name: 'Term', shared: true, panels }, '2026-09-02');
  expect(dashboard.panels).toEqual([{ id: 'a', kind: 'view', view: id, as: 'chart', width: 6 }]);
  const { path } = await createShareLink(admin, { kind: 'dashboard', id: dashboard.id }, now);
  const [shown] = (await openShareLink(path.replace('/share/', ''), now))?.panels ?? [];
  expect(shown?.answer).toEqual({
    kind: 'missing',
    isLasting: true,
    name: 'Courses',
    reason: expect.stringContaining('not there any more'),
  });
  const eventKey = `dashboard ${dashboard.id} ${now.toISOString()}`;
  const message = await dashboardMessage({ organizationId: admin.organizationId, eventKey } as never, undefined, now);
  expect(message?.tables?.[0]?.note).toBe('No charge carries the tag "course". Open the view in Costs, ask without it and save the view.');
});

test('a view that was deleted, and one that says what nothing is called any more, are said to, and never another question in their place', async () => {
  const gone = await viewPanel('Gone', 'by=model');
  await deleteView(admin, gone.id, now);
  expect((await lasting(gone.spec)).reason).toBe('The view was deleted or is not shared any more.');
  const old = await viewPanel('Old', 'by=model');
  await prisma().$transaction((tx) =>
    updateView(tx, admin.organizationId, old.id, { address: `${days}&by=cost-unit`, changedByName: 'x' }),
  );
  expect(await lasting(old.spec)).toMatchObject({
    name: 'Old',
    reason: 'The view says "by=cost-unit", which nothing is called here any more.',
  });
  for (const spec of [
    { kind: 'budget', budget: 'None' },
    { kind: 'agreement', agreement: 'None' },
  ] as const)
    expect((await lasting(spec)).reason).toContain('of this name any more');
});

test('an allocation is called what it was named, wherever its figures stand', async () => {
  const when = [{ field: 'ServiceName', op: 'present', values: [] }];
  await saveRules(admin, { key: 'cc', title: 'Cost centre (SAP)', rules: [{ when, value: '4711' }] });
  const { spec } = await viewPanel('Owners', 'by=allocation:cc&by2=model');
  const answer = await answerPanel(admin, spec, now);
  expect(answer.kind === 'view' && answer.figures.titles).toEqual(['Cost centre (SAP)', 'Model']);
  expect((await listDimensions(admin)).find((d) => d.word === 'allocation:cc')?.title).toBe('Cost centre (SAP)');
});

test('a dashboard is made of the panels that are given, and what it does not take is refused', async () => {
  const text = { id: 'a', kind: 'text' as const, text: 'Hello', width: 12 as const };
  expect((await makeDashboard(admin, { name: 'Words', shared: true, panels: [text] }, '2026-09-02')).panels).toEqual([text]);
  const theirs = { id: 'b', kind: 'view' as const, view: 999_999_998 };
  await expect(makeDashboard(admin, { name: 'Theirs', panels: [text, theirs] }, '2026-09-02')).rejects.toThrow(
    'Panel 2 shows a view that is not',
  );
  const said = (more: object) =>
    NewDashboard.safeParse({ name: 'D', ...more }).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  expect(said({ panels: [text], template: 'finance' })).toEqual([
    'panels: Give panels or a template, not both: a template brings its own.',
  ]);
  expect(said({ pannels: [text] })).toEqual([': There is no field "pannels". Did you mean panels?']);
  expect(said({ panels: [{ ...text, tilte: 'x' }] })).toEqual(['panels.0: There is no field "tilte". Did you mean title?']);
  expect(said({ panels: [{ ...text, kind: 'chart' }] })).toEqual(['panels.0.kind: is none of view, budget, agreement, unit, text']);
  const { id } = await makeDashboard(admin, { name: 'Empty', shared: true }, '2026-09-02');
  await expect(changeDashboard(admin, id, {})).rejects.toThrow('Say what is to change');
});
