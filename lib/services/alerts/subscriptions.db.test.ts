import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { AlertDraft, Severity } from '../../core/alerts/types';
import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { makeActor } from '../../runtime/test-database';
import { createChannel, listChannels, updateChannel } from '../channels/manage-channels';
import { deliverDue } from './deliver';
import { exportAlerts, exportDeliveries } from './export-alerts';
import { getAlert, listDeliveries, retryDelivery } from './inbox';

// Read when it is first asked for, after all imports.
vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
  process.env.NEXTAUTH_URL = 'https://headroom.example';
  process.env.HEADROOM_ALLOW_PRIVATE_TARGETS = 'true';
});

const mails: string[] = [];
const posts: { path: string; body: Record<string, unknown> }[] = [];
let status = 200;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      mails.push(text.replaceAll('=\r\n', ''));
      done();
    });
  },
});
const web = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    posts.push({ path: request.url ?? '', body: JSON.parse(body) });
    response.writeHead(status).end('ok');
  });
});
const at: { smtp: number; web: string } = { smtp: 0, web: '' };
beforeAll(async () => {
  await new Promise<void>((done) => {
    const server = smtp.listen(0, '127.0.0.1', () => {
      at.smtp = (server.address() as AddressInfo).port;
      done();
    });
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  at.web = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(() => {
  smtp.close(() => {});
  web.close();
});

const draft = (key: string, severity: Severity, kind: AlertDraft['kind']): AlertDraft => ({
  ...{
    key,
    kind,
    severity,
    title: `${key}: 81.00 USD used.`,
    facts: [{ label: 'Limit', value: '100.00 USD' }],
    link: '/costs?from=2026-08-01&to=2026-09-01',
  },
  ...{ dataCompleteTo: '2026-08-20', ruleId: null },
});
const raise = (actor: Actor, key: string, severity: Severity = 'warning', kind: AlertDraft['kind'] = 'budget') =>
  prisma().$transaction((tx) => raiseAlerts(tx, actor.organizationId, [draft(key, severity, kind)]));
const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);
const hook = (actor: Actor, path: string, subscription: Record<string, unknown>) =>
  createChannel(actor, {
    name: path,
    kind: 'webhook',
    config: { url: `${at.web}/${path}` },
    secret: { key: 'a signing key of 16+' },
    subscription,
  });
const sentTo = (path: string) => posts.filter((p) => p.path === `/${path}`).map((p) => p.body);

test('a daily digest is one message with everything since the one before, once; what comes while it is sent waits for the next', async () => {
  const actor = await makeActor('admin');
  const hour = (new Date().getUTCHours() + 2) % 24;
  await createChannel(actor, {
    ...{ name: 'mail', kind: 'email', secret: {}, subscription: { when: { at: 'daily', hour } } },
    config: { host: '127.0.0.1', port: at.smtp, from: 'headroom@example.com', to: ['cfo@example.com'] },
  });
  const [first] = await raise(actor, 'one');
  await Promise.all([raise(actor, 'two', 'info'), raise(actor, 'three'), raise(actor, 'two', 'info')]);
  await deliverDue();
  expect(mails).toEqual([]);
  expect(await listDeliveries(actor)).toMatchObject([{ title: '3 alerts in one message', status: 'waiting', isTest: false }]);
  await Promise.all([deliverDue(later(150)), deliverDue(later(150))]);
  await deliverDue(later(180));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Subject: Headroom: 3 alerts: 2 warnings, 1 note');
  for (const key of ['one', 'two', 'three']) expect(mails[0]).toContain(`${key}: 81.00 USD used.`);
  expect((await getAlert(actor, first ?? 0)).deliveries).toMatchObject([{ channel: 'mail', status: 'sent', attempts: 1 }]);
  await raise(actor, 'four');
  expect(await listDeliveries(actor)).toHaveLength(2);
  await deliverDue(later(150));
  expect(mails[1]).toContain('Subject: Warning: four: 81.00 USD used.');
});

test('critical alerts do not wait for the digest, unless they are told to', async () => {
  const actor = await makeActor('admin');
  const hour = (new Date().getUTCHours() + 2) % 24;
  await hook(actor, 'passes', { when: { at: 'daily', hour } });
  await hook(actor, 'waits', { when: { at: 'daily', hour }, criticalAtOnce: false });
  await raise(actor, 'fire', 'critical');
  await deliverDue();
  expect(sentTo('passes')).toMatchObject([{ kind: 'budget', severity: 'critical' }]);
  expect(sentTo('waits')).toEqual([]);
});

test('kinds and severity decide what a channel is sent', async () => {
  const actor = await makeActor('admin');
  await hook(actor, 'chosen', { kinds: ['anomaly', 'budget'], severity: 'warning' });
  await raise(actor, 'a', 'warning');
  await raise(actor, 'b', 'info');
  await raise(actor, 'c', 'critical', 'source');
  await raise(actor, 'd', 'critical', 'anomaly');
  await deliverDue();
  expect(sentTo('chosen').map((b) => b.title)).toEqual(['a: 81.00 USD used.', 'd: 81.00 USD used.']);
});

test('alerts within the window become one message, which is tried again as a whole and not added to', async () => {
  const actor = await makeActor('admin');
  await hook(actor, 'group', { group: 10 });
  await raise(actor, 'a');
  await raise(actor, 'b');
  await Promise.all(['c', 'd', 'e'].map((key) => raise(actor, key)));
  await deliverDue(later(9));
  expect(sentTo('group')).toEqual([]);
  status = 503;
  await deliverDue(later(11));
  await raise(actor, 'f');
  status = 200;
  await deliverDue(later(20));
  const [failed, last, again, ...more] = sentTo('group'); // the other window ended before it was tried again
  expect(more).toEqual([]);
  const keys = (body: Record<string, unknown> = {}) =>
    (body.items as { title: string }[])
      .map((i) => i.title[0])
      .sort()
      .join('');
  expect([keys(failed), keys(again)]).toEqual(['abcde', 'abcde']);
  expect(again?.id).toBe(failed?.id);
  expect(last?.title).toBe('f: 81.00 USD used.');
  expect(again).toMatchObject({
    schema: 'headroom.alert.v1',
    kind: 'digest',
    title: '5 alerts: 5 warnings',
    url: 'https://headroom.example/alerts',
  });
});

test('quiet hours hold back, and what they held back is one message at their end', async () => {
  const actor = await makeActor('admin');
  const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  await hook(actor, 'quiet', { quiet: { from: clock(-30), to: clock(60) } });
  await createChannel(actor, {
    ...{ name: 'pager', kind: 'pagerduty', config: { url: `${at.web}/pager` }, secret: { routingKey: '0123456789abcdef0123456789abcdef' } },
    subscription: { severity: 'warning', quiet: { from: clock(-30), to: clock(60) } },
  });
  await raise(actor, 'a');
  await raise(actor, 'b');
  await raise(actor, 'c', 'critical');
  await deliverDue();
  expect(sentTo('quiet').map((b) => b.title)).toEqual(['c: 81.00 USD used.']);
  expect(sentTo('pager')).toHaveLength(1);
  await deliverDue(later(62));
  expect(sentTo('quiet').map((b) => b.title)).toEqual(['c: 81.00 USD used.', '2 alerts: 2 warnings']);
  expect(
    sentTo('pager')
      .map((b) => (b.payload as { summary: string }).summary)
      .slice(1),
  ).toEqual(['a: 81.00 USD used.', 'b: 81.00 USD used.']); // an incident each
});

test('a channel that is switched off sends nothing that still waits; it can be sent later', async () => {
  const actor = await makeActor('admin');
  const { id } = await hook(actor, 'off', { group: 5 });
  await raise(actor, 'a');
  await raise(actor, 'b');
  await updateChannel(actor, id, { enabled: false });
  await deliverDue(later(6));
  const [delivery] = await listDeliveries(actor);
  expect(delivery).toMatchObject({ status: 'failed', answer: 'The channel was switched off before this was due.' });
  await updateChannel(actor, id, { enabled: true });
  await retryDelivery(actor, delivery?.id ?? '', new Date());
  await deliverDue();
  expect(sentTo('off').map((b) => b.title)).toEqual(['2 alerts: 2 warnings']);
});

test('a subscription can be changed, is checked, and no digest pages anybody', async () => {
  const actor = await makeActor('admin');
  const { id } = await hook(actor, 'change', {});
  await updateChannel(actor, id, { subscription: { when: { at: 'weekly', weekday: 'monday', hour: 8 }, zone: 'Europe/Berlin' } });
  await updateChannel(actor, id, { enabled: true });
  const [channel] = await listChannels(actor);
  expect(channel?.subscription).toMatchObject({ kinds: null, when: { at: 'weekly', weekday: 'monday', hour: 8 }, zone: 'Europe/Berlin' });
  await expect(updateChannel(actor, id, { subscription: { when: { at: 'hourly' } } })).rejects.toThrow('subscription: when');
  const pager = { name: 'p', kind: 'pagerduty', secret: { routingKey: '0123456789abcdef0123456789abcdef' } };
  await expect(createChannel(actor, { ...pager, subscription: { group: 5 } })).rejects.toThrow('one by one');
});

test('inbox and deliveries are files in which no name is a formula', async () => {
  const actor = await makeActor('admin');
  await hook(actor, 'file', { group: 5 });
  await raise(actor, '=HYPERLINK("x")');
  await raise(actor, 'plain, with a comma', 'info');
  const alerts = (await exportAlerts(actor, { state: [], kind: [] })).split('\r\n');
  expect(alerts[0]).toBe('\uFEFFId,Time,Kind,Severity,State,What,Facts,AssignedTo,LastCompleteDay,Link');
  expect(alerts[2]).toContain(`,budget,warning,new,"'=HYPERLINK(""x""): 81.00 USD used.",Limit: 100.00 USD,,2026-08-19,/costs?`);
  expect(await exportAlerts(actor, { state: ['resolved'], kind: [] })).toMatch(/Link\r\n$/);
  const deliveries = (await exportDeliveries(actor)).split('\r\n');
  expect(deliveries[1]).toContain(
    `,file,webhook,"'=HYPERLINK(""x""): 81.00 USD used. | plain, with a comma: 81.00 USD used.",2,waiting,0,,`,
  );
});
