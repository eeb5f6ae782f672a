import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AlertDraft } from '../../core/alerts/types';
import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { makeActor } from '../../runtime/test-database';
import { createChannel, listChannels } from '../channels/manage-channels';
import { testChannel } from '../channels/test-channel';
import { deliverDue } from './deliver';

// Read when it is first asked for, after all imports.
vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
  process.env.NEXTAUTH_URL = 'https://headroom.example';
  process.env.HEADROOM_ALLOW_PRIVATE_TARGETS = 'true';
});

const mails: string[] = [];
const posts: { path: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
let status = 200;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _, done) =>
    done(address.startsWith('nobody') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      mails.push(text);
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
    posts.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(status, status === 302 ? { location: 'http://169.254.169.254/' } : {}).end('ok');
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

const draft = (key: string): AlertDraft => ({
  key,
  kind: 'budget',
  severity: 'warning',
  title: 'Platform <b>: 81.00 USD used, above 80 % of 100.00 USD.',
  facts: [{ label: 'Limit', value: '100.00 USD' }],
  link: '/costs?from=2026-08-01&to=2026-09-01',
  dataCompleteTo: '2026-08-20',
  ruleId: null,
});
const raise = (organizationId: number, key: string) => prisma().$transaction((tx) => raiseAlerts(tx, organizationId, [draft(key)]));

test('an alert travels by mail and webhook, once', async () => {
  const actor = await makeActor('admin');
  const key = 'a signing key of 16+';
  await createChannel(actor, {
    name: 'mail',
    kind: 'email',
    config: { host: '127.0.0.1', port: at.smtp, from: 'headroom@example.com', to: ['cfo@example.com'] },
    secret: {},
  });
  await createChannel(actor, { name: 'hook', kind: 'webhook', config: { url: `${at.web}/hook` }, secret: { key } });
  await createChannel(actor, { name: 'slack', kind: 'slack', secret: { url: `${at.web}/slack` } });
  await createChannel(actor, { name: 'teams', kind: 'teams', secret: { url: `${at.web}/teams` } });
  await createChannel(actor, {
    name: 'pager',
    kind: 'pagerduty',
    config: { url: `${at.web}/pager` },
    secret: { routingKey: '0123456789abcdef0123456789abcdef' },
  });
  expect(JSON.stringify(await listChannels(actor))).not.toContain(key);
  expect(JSON.stringify(await prisma().channel.findMany({ where: { organizationId: actor.organizationId } }))).not.toContain(key);

  await raise(actor.organizationId, 'budget 1 80%');
  await Promise.all([deliverDue(), deliverDue()]);
  await raise(actor.organizationId, 'budget 1 80%');
  await deliverDue();

  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Subject: Warning: Platform <b>: 81.00 USD used');
  expect(mails[0]).toContain('Content-Type: text/plain');
  expect(mails[0]?.replaceAll('=\r\n', '')).toContain('Platform &#60;b&#62;');
  expect(mails[0]?.replaceAll('=\r\n', '')).toContain('Data complete to 2026-08-19');
  expect(posts.map((p) => p.path).sort()).toEqual(['/hook', '/pager', '/slack', '/teams']);
  const hook = posts.find((p) => p.path === '/hook');
  const said = createHmac('sha256', key).update(`${hook?.headers['x-headroom-timestamp']}.${hook?.body}`).digest('hex');
  expect(hook?.headers['x-headroom-signature']).toBe(`v1=${said}`);
  expect(JSON.parse(hook?.body ?? '')).toMatchObject({
    schema: 'headroom.alert.v1',
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    url: 'https://headroom.example/costs?from=2026-08-01&to=2026-09-01',
  });
  expect(JSON.parse(posts.find((p) => p.path === '/slack')?.body ?? '').text).toContain('Platform &lt;b&gt;');
  expect(JSON.parse(posts.find((p) => p.path === '/pager')?.body ?? '')).toMatchObject({
    event_action: 'trigger',
    dedup_key: expect.stringMatching(/^[0-9a-f]{32}$/),
    payload: { severity: 'warning' },
  });
});

test('what fails is tried again with growing pauses; a dead channel is itself reported, through the others', async () => {
  const actor = await makeActor('admin');
  await createChannel(actor, {
    name: 'hook',
    kind: 'webhook',
    config: { url: `${at.web}/broken` },
    secret: { key: 'a signing key of 16+' },
  });
  status = 503;
  await raise(actor.organizationId, 'x');
  let clock = Date.now() + 1_000;
  const pauses: number[] = [];
  for (let i = 0; i < 6; i++) {
    await deliverDue(() => new Date(clock));
    const [d] = await prisma().delivery.findMany({ where: { organizationId: actor.organizationId, eventKey: 'x' } });
    if (d?.nextAt) pauses.push(Math.round((d.nextAt.getTime() - clock) / 60_000));
    clock = d?.nextAt ? d.nextAt.getTime() : clock;
    if (i === 5) expect(d).toMatchObject({ status: 'failed', attempts: 6, answer: 'It answered 503 ok.' });
  }
  status = 200;
  expect(pauses).toEqual([1, 5, 15, 60, 240]);
  const alerts = await prisma().alert.findMany({ where: { organizationId: actor.organizationId, kind: 'channel' } });
  expect(alerts.map((a) => a.title)).toEqual(['Alerts do not arrive through "hook".']);
  expect(await prisma().delivery.count({ where: { alertId: alerts[0]?.id ?? 0 } })).toBe(0);
});

test('a channel whose secret cannot be read keeps no other waiting', async () => {
  const actor = await makeActor('admin');
  const sealed = await createChannel(actor, { name: 'a', kind: 'slack', secret: { url: `${at.web}/never` } });
  await createChannel(actor, { name: 'b', kind: 'slack', secret: { url: `${at.web}/heard` } });
  await prisma().channel.update({ where: { id: sealed.id }, data: { secret: 'v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' } });
  await raise(actor.organizationId, 'team 研究');
  await deliverDue();
  expect(posts.some((p) => p.path === '/heard')).toBe(true);
  expect((await testChannel(actor, sealed.id, new Date())).answer).toContain('Enter the secret again');
});

test('the test button tells the answer it got', async () => {
  const actor = await makeActor('admin');
  const hook = await createChannel(actor, {
    name: 'hook',
    kind: 'webhook',
    config: { url: `${at.web}/t` },
    secret: { key: 'a signing key of 16+' },
  });
  expect(await testChannel(actor, hook.id, new Date())).toEqual({ ok: true, answer: '200 ok' });
  status = 302;
  expect((await testChannel(actor, hook.id, new Date())).answer).toContain('a redirect');
  status = 200;
  const mail = await createChannel(actor, {
    name: 'm',
    kind: 'email',
    config: { host: '127.0.0.1', port: at.smtp, from: 'a@example.com', to: ['nobody@example.com'] },
  });
  expect((await testChannel(actor, mail.id, new Date())).ok).toBe(false);
});

test('only administrators change channels, and a wrong configuration is named', async () => {
  await expect(createChannel(await makeActor('editor'), { name: 'x', kind: 'slack' })).rejects.toThrow('This needs the role admin');
  const actor = await makeActor('admin');
  await expect(
    createChannel(actor, { name: 'x', kind: 'webhook', config: { url: 'ftp://x' }, secret: { key: 'a signing key of 16+' } }),
  ).rejects.toThrow('Webhook: url is no address');
  await expect(
    createChannel(actor, { name: 'x', kind: 'webhook', config: { url: 'https://x.example' }, secret: { key: 'short' } }),
  ).rejects.toThrow('at least 16');
});
