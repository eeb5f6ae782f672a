import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { deliverDue } from '../alerts/deliver';
import { listDeliveries } from '../alerts/inbox';
import { createChannel } from '../channels/manage-channels';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { saveView } from '../views/manage-views';
import { getMailing, queueDueDashboards, scheduleDashboard } from './mail-dashboards';
import { createDashboard } from './manage-dashboards';

// Read when it is first asked for, after all imports.
vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
  process.env.NEXTAUTH_URL = 'https://headroom.example';
  process.env.HEADROOM_ALLOW_PRIVATE_TARGETS = 'true';
});

const mails: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      mails.push(text.replace(/=\r\n/g, ''));
      done();
    });
  },
});

let actor: Actor;
let port: number;
beforeAll(async () => {
  await new Promise<void>((done) => {
    const server = smtp.listen(0, '127.0.0.1', () => {
      port = (server.address() as AddressInfo).port;
      done();
    });
  });
  actor = { ...(await makeActor()), role: 'admin' };
  const rows = ['40.25', '2.5'].map((cost) => focusRow({ BilledCost: cost, EffectiveCost: cost }));
  await importPath(actor, await writeFile('august.csv', focusFile(rows)), {});
});
afterAll(() => new Promise<void>((done) => smtp.close(() => done())));

const monday = { every: 'week' as const, day: 1, hour: 7, zone: 'UTC' };

test('a dashboard goes out once at its time, as tables, and is due again a week later', async () => {
  const config = { host: '127.0.0.1', port, from: 'headroom@example.org', to: ['board@example.org'] };
  const { id: channel } = await createChannel(actor, { name: 'Board', kind: 'email', config });
  const view = await saveView(actor, { name: 'August', shared: true, address: 'from=2026-08-01&to=2026-09-01&by=none&measure=billed' });
  const words = { id: 'b', kind: 'text' as const, text: 'Read <this> first.' };
  const panels = [{ id: 'a', kind: 'view' as const, view: view.id, as: 'figure' as const }, words];
  const dashboard = await createDashboard(actor, { name: 'For the board', shared: true, panels });

  await expect(scheduleDashboard({ ...actor, role: 'analyst' }, dashboard.id, { ...monday, channel }, new Date())).rejects.toThrow(
    'editor',
  );
  await expect(scheduleDashboard(actor, dashboard.id, { ...monday, channel: channel + 1000 }, new Date())).rejects.toThrow(
    'a channel that is mail',
  );
  const set = await scheduleDashboard(actor, dashboard.id, { ...monday, channel }, new Date('2026-09-02T10:00:00Z'));
  expect(set.nextAt).toBe('2026-09-07T07:00:00.000Z');

  await queueDueDashboards(new Date('2026-09-07T06:59:00Z'));
  expect(await listDeliveries(actor)).toEqual([]);
  await queueDueDashboards(new Date('2026-09-07T07:00:30Z'));
  await queueDueDashboards(new Date('2026-09-07T07:01:30Z'));
  expect((await getMailing(actor, dashboard.id)).nextAt).toBe('2026-09-14T07:00:00.000Z');
  await deliverDue();
  const [sent, ...more] = (await listDeliveries(actor)).map((d) => [d.title, d.status]);
  expect([sent, more]).toEqual([['A dashboard', 'sent'], []]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Subject: Headroom: For the board');
  expect(mails[0]).toContain('42.75 USD');
  expect(mails[0]).toContain('Read &#60;this&#62; first.');
  expect(mails[0]).toContain(`https://headroom.example/dashboards/${dashboard.id}`);

  expect((await scheduleDashboard(actor, dashboard.id, null, new Date())).nextAt).toBeNull();
});
