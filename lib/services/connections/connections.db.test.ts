import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { query, sql } from '../../db/sql';
import { makeActor, scratch } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { listKinds } from './kinds';
import { connectionNamed, getConnection, listConnections } from './list-connections';
import { askForPull, createConnection, deleteConnection, updateConnection } from './manage-connections';
import { pullDue } from './pull-due';
import { again, atShelf, bill, billed, detail, draft, kinds, make, pullNow, SECRET, side, stop } from './shelf.fixture';
import { testConnection, testDraft } from './test-connection';

// Read when it is first asked for, after all imports.
const watched = await vi.hoisted(async () => {
  const { default: fileSystem } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = fileSystem.realpathSync(fileSystem.mkdtempSync(`${tmpdir()}/headroom-watched-`));
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
  process.env.HEADROOM_WATCH_FOLDERS = folder;
  return folder;
});
afterAll(() => fs.rmSync(watched, { recursive: true, force: true }));

atShelf();

test('what was changed is written down by name, and only another way of asking is tried at once', async () => {
  const { id } = await make();
  await pullNow();
  const change = { ...draft, secret: { key: '', token: '' }, schedule: { every: 'hour' as const } };
  const { name: _, kind: __, ...fields } = change;
  await updateConnection(side.actor, id, fields, new Date(), kinds);
  expect(await pullNow()).toBe(0);
  expect(Date.parse((await detail(id)).nextAt ?? '') - Date.now()).toBeLessThanOrEqual(3_600_000);
  await updateConnection(side.actor, id, { ...fields, secret: { key: SECRET }, hashPersons: true }, new Date(), kinds);
  expect(await pullNow()).toBe(1);
  const events = await prisma().auditEvent.findMany({ where: { organizationId: side.actor.organizationId }, orderBy: { id: 'asc' } });
  expect(events.filter((e) => e.action === 'connection.changed').map((e) => e.details)).toEqual([
    { fields: 'schedule' },
    { fields: 'secret, hashPersons' },
  ]);
});

test('paused, it is pulled only when a person asks; deleted, its bills stay', async () => {
  side.exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  const { id } = await make();
  await updateConnection(side.actor, id, { enabled: false }, new Date(), kinds);
  expect(await pullNow()).toBe(0);
  await again(id);
  expect(await pullNow()).toBe(1);
  expect(await pullNow()).toBe(0);
  expect((await detail(id)).state).toEqual({ health: 'paused', words: 'Last good just now' });
  await updateConnection(side.actor, id, { enabled: true }, new Date(), kinds);
  expect(await pullNow()).toBe(1);
  await deleteConnection(side.actor, id);
  await expect(detail(id)).rejects.toThrow('There is no such connection.');
  expect(await billed()).toBe('10');
});

test('a secret is written once: no answer, audit or row tells it, and an empty field keeps it', async () => {
  const { id } = await make({ secret: { key: SECRET, token: 'a-second-secret' } });
  await updateConnection(
    side.actor,
    id,
    { config: { ...draft.config, prefix: 'cur/' }, secret: { key: '', token: '' } },
    new Date(),
    kinds,
  );
  await pullNow();
  expect((await detail(id)).state.health).toBe('good');
  expect(await testConnection(side.actor, id, kinds)).toEqual({ ok: true, answer: 'Reached https://shelf.example with (secret).' });
  expect((await detail(id)).config).toEqual({ endpoint: 'https://shelf.example', prefix: 'cur/' });
  const everything = JSON.stringify([
    await detail(id),
    await listConnections(side.actor, new Date(), kinds),
    await prisma().connection.findMany({ where: { id } }),
    await prisma()
      .connectionRun.findMany({ where: { connectionId: id } })
      .then((r) => r.map((x) => ({ ...x, id: String(x.id) }))),
    (await prisma().auditEvent.findMany({ where: { organizationId: side.actor.organizationId } })).map((e) => ({ ...e, id: String(e.id) })),
  ]);
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain('a-second-secret');
  expect(everything).toContain('connection.changed');
});

test('a secret is not sent to another address than the one it was entered for', async () => {
  const { id } = await make();
  const config = { endpoint: 'https://elsewhere.example' };
  await expect(updateConnection(side.actor, id, { config }, new Date(), kinds)).rejects.toThrow('enter the secret again');
  await expect(testDraft(side.actor, { kind: 'shelf', id, config }, kinds)).rejects.toThrow('enter the secret again');
  await updateConnection(side.actor, id, { config, secret: { key: SECRET } }, new Date(), kinds);
  expect((await detail(id)).config).toEqual(config);
});

test('what is wrong names its field, before anything is kept', async () => {
  const refusal = (input: object) =>
    make(input).catch((e: { message: string; details: { issues?: { field: string }[] } }) => [e.message, e.details.issues?.[0]?.field]);
  expect(await refusal({ config: { endpoint: 'shelf' } })).toEqual(['Shelf: Address is no address.', 'endpoint']);
  expect(await refusal({ secret: {} })).toEqual(['Shelf: Key is missing.', 'key']);
  expect(await refusal({ secret: { key: 'short' } })).toEqual(['Shelf: Key has fewer than 8 characters.', 'key']);
  expect(await refusal({ config: { ...draft.config, bucket: 'x' } })).toEqual([
    'Shelf has no field "bucket". It has: endpoint, prefix.',
    undefined,
  ]);
  expect(await refusal({ kind: 'attic' })).toEqual(['"attic" is no kind of connection. There are: shelf.', undefined]);
  await make();
  expect(await refusal({})).toEqual(['There is a connection "Bills" already.', 'name']);
  expect(await testDraft(side.actor, { ...draft, secret: { key: 'wrong-key-entirely' } }, kinds)).toEqual({
    ok: false,
    answer: 'The key (secret) opens nothing.',
  });
  expect(listKinds(side.actor, kinds)[0]).toMatchObject({ kind: 'shelf', fields: [{ name: 'endpoint' }, {}, {}, {}] });
});

test('another organisation sees nothing of it, and who may not change it does not', async () => {
  const { id } = await make();
  await pullNow();
  const stranger = await makeActor('admin');
  const viewer: Actor = { ...side.actor, role: 'viewer' };
  expect(await listConnections(stranger, new Date(), kinds)).toEqual([]);
  await expect(connectionNamed(stranger, 'Bills')).rejects.toThrow('There is no connection "Bills"');
  expect(await connectionNamed(side.actor, 'bills')).toBe(id);
  for (const of of [stranger, viewer, { ...side.actor, role: 'editor' as const }]) {
    const refused = of === stranger ? 'There is no such connection.' : 'This needs the role admin';
    await expect(updateConnection(of, id, { enabled: false }, new Date(), kinds)).rejects.toThrow(refused);
    await expect(askForPull(of, id, {}, new Date())).rejects.toThrow(refused);
    await expect(testConnection(of, id, kinds)).rejects.toThrow(of === stranger ? /no kind|no such/ : refused);
    await expect(deleteConnection(of, id)).rejects.toThrow(refused);
  }
  await expect(getConnection(stranger, id, new Date(), kinds)).rejects.toThrow('There is no such connection.');
  await expect(createConnection(viewer, draft, new Date(), kinds)).rejects.toThrow('This needs the role admin');
  expect(await getConnection(viewer, id, new Date(), kinds)).toMatchObject({ name: 'Bills', config: {} });
  expect(side.seen).toMatchObject({ allowPrivate: false, watchable: [watched] });
});

test('names and addresses of people are hashed where it is asked for, also in what is rejected', async () => {
  const rows = [
    focusRow({ Tags: '{"team":"search","owner":"Ada Baker","mail":"ada@example.org"}' }),
    focusRow({ BilledCost: 'much', Tags: '{"owner":"ada@example.org"}' }),
  ];
  side.exports = [{ key: '2026-08', files: { 'a.csv': focusFile(rows) } }];
  const { id } = await make({ hashPersons: true });
  await pullNow();
  const [row] = await query<{ tags: string }>(
    side.actor.organizationId,
    sql`select tags from charge_profile where organization_id = ${side.actor.organizationId}`,
  );
  expect(JSON.parse(row?.tags ?? '')).toEqual({
    team: 'search',
    owner: expect.stringMatching(/^person-[0-9a-f]{16}$/),
    mail: expect.stringMatching(/^person-[0-9a-f]{16}$/),
  });
  const { deliveries } = await detail(id);
  expect(deliveries[0]).toMatchObject({ status: 'loaded', reason: expect.stringContaining('1 row was rejected') });
  const rejects = fs.readFileSync(path.join(scratch, 'home', 'rejects', `import-${deliveries[0]?.importId}.csv`), 'utf8');
  expect(rejects).toContain('(e-mail)');
  expect(rejects).not.toContain('ada@example.org');
});

test('a folder of this machine is watched where the operator has opened it, and nowhere else', async () => {
  const longAgo = new Date(Date.now() - 60_000); // what has just been written may still be written to
  const lay = (name: string, content: string) => {
    fs.writeFileSync(path.join(watched, name), content);
    fs.utimesSync(path.join(watched, name), longAgo, longAgo);
  };
  lay('2026-09.csv', bill('2026-09', '3'));
  lay('2026-10.csv', bill('2026-10', '4'));
  const input = { name: 'Drop', kind: 'folder', config: { path: watched, grouping: 'file' } };
  const { id } = await createConnection(side.actor, input, new Date());
  await pullDue({ signal: stop.signal });
  expect(await billed()).toBe('7');
  lay('2026-10.csv', bill('2026-10', '40', '2'));
  await again(id);
  await pullDue({ signal: stop.signal });
  expect(await billed()).toBe('45');
  expect((await getConnection(side.actor, id, new Date())).runs[0]).toMatchObject({ status: 'good', loaded: 1, unchanged: 1 });
  const outside = await testDraft(side.actor, { kind: 'folder', config: { path: '/etc', grouping: 'file' } });
  expect(outside).toMatchObject({ ok: false });
});

test('usage events come the same way and count once', async () => {
  const events = (n: number) =>
    `time,event_id,task_id,model,channel,account,input_tokens,output_tokens,outcome\n${Array.from({ length: n }, (_, i) => `2026-11-02T10:0${i}:00Z,e${i},t1,gpt-4o,openai,p,1000,100,success`).join('\n')}\n`;
  side.exports = [{ key: 'usage/2026-11', brings: 'events', files: { 'a.csv': events(2) } }];
  const { id } = await make();
  await pullNow();
  side.exports = [{ key: 'usage/2026-11', version: 'v2', brings: 'events', files: { 'a.csv': events(2), 'b.csv': events(3) } }];
  await again(id);
  await pullNow();
  const [sum] = await query<{ n: string }>(
    side.actor.organizationId,
    sql`select coalesce(sum(events), 0)::text as n from usage_hourly where organization_id = ${side.actor.organizationId}`,
  );
  expect(sum?.n).toBe('3');
  expect((await detail(id)).deliveries).toMatchObject([{ status: 'loaded', importId: null }]);
});
