import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { listAudit } from '../../db/records/audit';
import { makeActor, writeFile } from '../../runtime/test-database';
import { makeDashboard } from '../dashboards/make-from-template';
import { changeDashboard, createDashboard, getDashboard } from '../dashboards/manage-dashboards';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { openShareLink } from '../share/open-share-link';
import { createShareLink, listShareLinks, revokeShareLink } from '../share/share-links';
import { applySentViews, applyViews, exportViews } from './apply-views';
import { changeView, deleteView, getView, listViews, restoreView, saveView } from './manage-views';

let admin: Actor;
let ada: Actor;
let ben: Actor;
let viewer: Actor;
let stranger: Actor;
const now = new Date('2026-09-02T10:00:00Z');

beforeAll(async () => {
  const [made, other] = await Promise.all([makeActor(), makeActor()]);
  const person = (role: Actor['role'], name: string): Actor => ({ ...made, role, name, userId: randomUUID() });
  admin = person('admin', 'Root');
  ada = person('analyst', 'Ada');
  ben = person('analyst', 'Ben');
  viewer = person('viewer', 'Vi');
  stranger = { ...other, role: 'admin', userId: randomUUID() };
  const rows = ['40.25', '2.5'].map((cost) => focusRow({ BilledCost: cost, EffectiveCost: cost }));
  await importPath(admin, await writeFile('august.csv', focusFile(rows)), {});
});

test('a private view is its owner\u2019s alone; a shared one is read by everybody here and by nobody elsewhere', async () => {
  const mine = await saveView(ada, { name: 'Mine', address: '/costs?by=model&view=4', folder: 'A/ B' });
  expect(mine).toMatchObject({ address: 'by=model', folder: 'A / B', isMine: true, mayChange: true });
  await expect(getView(ben, mine.id)).rejects.toThrow('no such view');
  await expect(getView(admin, mine.id)).rejects.toThrow('no such view');
  const shared = await changeView(ada, mine.id, { shared: true });
  expect((await listViews(viewer)).map((v) => [v.name, v.mayChange])).toEqual([['Mine', false]]);
  await expect(changeView(ben, shared.id, { name: 'Taken' })).rejects.toThrow('saved by Ada');
  await expect(saveView(viewer, { name: 'No', address: '' })).rejects.toThrow('needs the role analyst');
  await expect(getView(stranger, shared.id)).rejects.toThrow('no such view');
  await expect(saveView(ben, { name: 'Mine', folder: 'A / B', shared: true, address: '' })).rejects.toThrow('already');
});

test('a deleted view comes back under its number', async () => {
  const view = await saveView(ben, { name: 'Comes back', address: 'by=team', shared: true });
  await deleteView(ben, view.id, now);
  await expect(getView(ben, view.id)).rejects.toThrow('no such view');
  await expect(restoreView(stranger, view.id)).rejects.toThrow('no such view');
  expect(await restoreView(ben, view.id)).toMatchObject({ id: view.id, name: 'Comes back' });
  const actions = (await listAudit(admin.organizationId, { before: null, limit: 20 })).map((e) => e.action);
  expect(actions).toEqual(expect.arrayContaining(['view.saved', 'view.changed', 'view.deleted', 'view.restored']));
});

test('a file of views goes out and in, and the second time changes nothing', async () => {
  const text = await exportViews(admin);
  expect((await applyViews(stranger, { name: 'views.yaml', text })).every((p) => p.action === 'create')).toBe(true);
  expect((await applyViews(stranger, { name: 'views.yaml', text })).every((p) => p.action === 'unchanged')).toBe(true);
  expect(await exportViews(stranger)).toBe(text);
});

test('a file that is sent is read only for who may apply it', async () => {
  for (const sent of [null, 'x', { nonsense: 1 }]) await expect(applySentViews(viewer, sent)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(applySentViews(stranger, { txt: '' })).rejects.toThrow('Did you mean text?');
  const plan = await applySentViews(stranger, { text: await exportViews(stranger), dryRun: true });
  expect(plan.every((p) => p.action === 'unchanged')).toBe(true);
});

test('a dashboard of everybody holds no private view, and of two changes at once the second is told', async () => {
  const secret = await saveView(ada, { name: 'Secret', address: '' });
  const panels = [{ id: 'a', kind: 'view' as const, view: secret.id }];
  await expect(createDashboard(ada, { name: 'Open', shared: true, panels })).rejects.toThrow('"Secret" is a private view');
  const own = await createDashboard(ada, { name: 'Own', panels });
  const refusal =
    'Panel 2 ("Their\u2019s") shows a view that is not there or not shared with you. Choose another one, or take the panel away.';
  for (const [who, view] of [
    [ben, secret.id], // of somebody else
    [stranger, secret.id], // of another organisation
    [ben, 999_999_998], // of nobody
  ] as const) {
    const more = [
      { id: 'x', kind: 'text' as const, text: 'Hello' },
      { id: 'y', kind: 'view' as const, view, title: 'Their\u2019s' },
    ];
    const words = await createDashboard(who, { name: 'Curious', panels: more }).catch((e: Error) => e.message);
    expect(words).toBe(refusal);
    const empty = await createDashboard(who, { name: 'Curious', panels: [] });
    await expect(changeDashboard(who, empty.id, { panels: more })).rejects.toThrow(refusal);
  }
  const passing = await saveView(ada, { name: 'Passing', address: '' });
  const both = [...panels, { id: 'b', kind: 'view' as const, view: passing.id }];
  const kept = await createDashboard(ada, { name: 'Kept', panels: both });
  await deleteView(ada, passing.id, now);
  expect((await changeDashboard(ada, kept.id, { panels: [...both].reverse() })).panels).toHaveLength(2); // what stood there may stay
  await expect(createDashboard(ada, { name: 'Again', panels: both })).rejects.toThrow('Panel 2 shows a view that is not there');
  await expect(getDashboard(admin, own.id)).rejects.toThrow('no such dashboard');
  const changed = await changeDashboard(ada, own.id, { name: 'Own 2', base: own.changedAt });
  expect(changed.name).toBe('Own 2');
  await expect(changeDashboard(ada, own.id, { name: 'Own 3', base: own.changedAt })).rejects.toThrow(
    'Ada changed this dashboard meanwhile',
  );
});

test('a link opens exactly what it was made for, until it is withdrawn or expires', async () => {
  const view = await saveView(admin, {
    name: 'August',
    address: 'from=2026-08-01&to=2026-09-01&by=none&measure=billed&f=provider:%C3%A4',
    shared: false,
  });
  await changeView(admin, view.id, { address: 'from=2026-01-01&to=2027-01-01&by=none&measure=billed' });
  const { path, id } = await createShareLink(admin, { kind: 'view', id: view.id }, now);
  const token = path.replace('/share/', '');
  await expect(createShareLink(ada, { kind: 'view', id: view.id }, now)).rejects.toThrow('needs the role admin');
  await expect(createShareLink(stranger, { kind: 'view', id: view.id }, now)).rejects.toThrow('no such view');
  await expect(createShareLink(admin, { kind: 'view', id: view.id, days: 367 }, now)).rejects.toThrow('At most 366 days');
  expect(JSON.stringify(await listShareLinks(admin))).not.toContain(token.slice(4));

  const page = await openShareLink(token, now);
  if (!page) throw new Error('the link opens nothing');
  expect(page).toMatchObject({ title: 'August', sharedByName: 'Root', until: '2026-10-02T10:00:00.000Z' });
  const [first] = page.panels;
  if (first?.answer.kind !== 'view') throw new Error('no view');
  expect(first.answer.href).toBe('');
  expect(first.answer.figures.totals.map((t) => t.amount)).toEqual(['42.75']);
  expect((await listShareLinks(admin))[0]?.lastUsedAt).toBe(now.toISOString());

  expect(await openShareLink(token, new Date('2026-10-02T10:00:00Z'))).toBeNull();
  expect(await openShareLink(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, now)).toBeNull();
  await deleteView(admin, view.id, now);
  expect(await openShareLink(token, now)).toBeNull();
  await restoreView(admin, view.id);
  await revokeShareLink(admin, id);
  expect(await openShareLink(token, now)).toBeNull();
});

test('a template is made of what there is, and its views are saved once', async () => {
  const made = await makeDashboard(admin, { name: 'Board', template: 'finance', shared: true }, '2026-09-02');
  expect(made.panels.map((p) => p.kind)).toEqual(['text', 'view', 'view', 'view', 'view', 'view']);
  const views = (await listViews(viewer)).filter((v) => v.folder === 'Board');
  expect(views).toHaveLength(5);
  await makeDashboard(admin, { name: 'Board', template: 'finance', shared: true }, '2026-09-02');
  expect((await listViews(viewer)).filter((v) => v.folder === 'Board')).toHaveLength(5);
});
