import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { mailOf } from './email/email';
import { pagerDutyEvent } from './pagerduty/pagerduty';
import { slackMessage } from './slack/slack';
import { teamsMessage } from './teams/teams';
import type { Message, MessageItem } from './types';
import { signature, webhookBody } from './webhook/webhook';

const message: Message = {
  id: 'budget 7 2026-08-01 80% crossed 1',
  organization: 'Northwind & Sons',
  kind: 'budget',
  severity: 'critical',
  title: 'Team <a|b> *x*: 81.00 USD used, above 80 % of 100.00 USD.',
  facts: [{ label: 'Limit', value: '100.00 USD' }],
  url: 'https://headroom.example/costs?from=2026-08-01',
  freshness: 'Data complete to 2026-08-19',
  at: '2026-08-20T10:00:00.000Z',
};

test('a mail says the same in text and in HTML, escaped, with one message id for the event', () => {
  const mail = mailOf(message, { from: 'a@example.com', to: ['b@example.com'] });
  expect(mail.subject).toBe('Critical: Team <a|b> *x*: 81.00 USD used, above 80 % of 100.00 USD.');
  expect(mail.text).toBe(
    `${message.title}\n\nLimit: 100.00 USD\n\nhttps://headroom.example/costs?from=2026-08-01\n\nData complete to 2026-08-19\nNorthwind & Sons · Headroom`,
  );
  expect(mail.html).toContain('Team &#60;a|b&#62; *x*: 81.00 USD used');
  expect(mail.html).toContain('Northwind &#38; Sons');
  expect(mail.messageId).toBe('<budget.7.2026-08-01.80.crossed.1@headroom>');
  expect(mailOf({ ...message, title: 'a\r\nBcc: x@example.com' }, { from: 'a@example.com', to: [] }).subject).not.toContain('\n');
});

test('Slack: names are no links and no mentions', () => {
  const { text, blocks } = slackMessage(message);
  expect(text).toContain('Team &lt;a|b&gt;');
  expect(blocks.map((b) => b.type)).toEqual(['section', 'section', 'context', 'actions']);
  expect(JSON.stringify(blocks)).toContain('Northwind &amp; Sons · Data complete to 2026-08-19');
});

test('Teams: an adaptive card without foreign markdown', () => {
  const card = teamsMessage(message).attachments[0]?.content;
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.4', actions: [{ type: 'Action.OpenUrl', url: message.url }] });
  expect(JSON.stringify(card?.body)).toContain('Team <a\\\\|b\\\\> \\\\*x\\\\*');
});

test('PagerDuty: one event is one incident', () => {
  expect(pagerDutyEvent(message, 'key')).toEqual({
    routing_key: 'key',
    event_action: 'trigger',
    dedup_key: message.id,
    payload: {
      summary: message.title,
      source: 'Northwind & Sons',
      severity: 'critical',
      timestamp: message.at,
      class: 'budget',
      custom_details: { Limit: '100.00 USD', Data: 'Data complete to 2026-08-19' },
    },
    links: [{ href: message.url, text: 'Open in Headroom' }],
  });
});

test('a webhook is signed over time and body', () => {
  const body = JSON.stringify(webhookBody(message));
  expect(JSON.parse(body)).toMatchObject({ schema: 'headroom.alert.v1', id: message.id });
  expect(signature('k', '1780000000', body)).toBe(`v1=${createHmac('sha256', 'k').update(`1780000000.${body}`).digest('hex')}`);
});

const item = (n: number, severity: MessageItem['severity'] = 'warning'): MessageItem => ({
  ...{ id: `id-${n}`, kind: 'budget', severity, title: `Team <${n}|b> *x*: 81.00 USD used.`, state: n === 2 ? 'resolved' : null },
  ...{ url: `https://headroom.example/costs?f=team:(${n})`, freshness: 'Data complete to 2026-08-19', at: '2026-08-20T10:00:00.000Z' },
});
const digestOf = (items: MessageItem[]): Message => ({
  ...{
    id: 'digest',
    organization: 'Northwind & Sons',
    kind: 'digest',
    severity: 'critical',
    title: `${items.length} alerts: 1 critical, 1 warning`,
  },
  ...{ facts: [], url: 'https://headroom.example/alerts', freshness: null, at: '2026-08-20T10:00:00.000Z', items },
});

test('a digest by mail is a list, in text and in HTML, each with its link and what became of it', () => {
  const mail = mailOf(digestOf([item(1, 'critical'), item(2)]), { from: 'a@example.com', to: ['b@example.com'] });
  expect(mail.subject).toBe('Headroom: 2 alerts: 1 critical, 1 warning');
  expect(mail.text).toBe(
    `2 alerts: 1 critical, 1 warning

Critical: Team <1|b> *x*: 81.00 USD used.
  https://headroom.example/costs?f=team:(1)
  2026-08-20 10:00 UTC · Data complete to 2026-08-19

Warning: Team <2|b> *x*: 81.00 USD used. (resolved)
  https://headroom.example/costs?f=team:(2)
  2026-08-20 10:00 UTC · Data complete to 2026-08-19

https://headroom.example/alerts

Northwind & Sons · Headroom`,
  );
  expect(mail.html.match(/<li /g)).toHaveLength(2);
  expect(mail.html).toContain('<a href="https://headroom.example/costs?f=team:(1)">Team &#60;1|b&#62; *x*: 81.00 USD used.</a>');
});

test('a digest fits into what Slack and Teams take, and says how many are left out', () => {
  const many = digestOf(Array.from({ length: 60 }, (_, n) => ({ ...item(n), title: `<${n}> ${'long '.repeat(120)}` })));
  const slack = slackMessage(many).blocks as { type: string; text?: { text: string } }[];
  expect(slack.length).toBeLessThanOrEqual(50);
  expect(slack.every((b) => (b.text?.text.length ?? 0) <= 3_000)).toBe(true);
  const lines = slack.flatMap((b) => b.text?.text.split('\n') ?? []);
  expect(lines.filter((l) => l.includes('https://headroom.example/costs'))).toHaveLength(40);
  expect(lines.at(-1)).toBe('and 20 more in the inbox');
  expect(lines[1]).toMatch(/^⚠️ <https:\/\/headroom\.example\/costs\?f=team:\(0\)\|&lt;0&gt; long .*…>$/);
  const card = teamsMessage(digestOf([item(1, 'critical'), item(2)])).attachments[0]?.content.body;
  expect(JSON.stringify(card)).toContain(
    '**Warning** Team <2\\\\|b\\\\> \\\\*x\\\\*: 81.00 USD used. (resolved) [Open](https://headroom.example/costs?f=team:(2%29)',
  );
  expect(JSON.stringify(teamsMessage(many)).length).toBeLessThan(28_000); // what a workflow accepts
});

test('a digest by webhook carries its alerts, each as it is by itself', () => {
  expect(webhookBody(digestOf([item(1), item(2)]))).toMatchObject({
    ...{ schema: 'headroom.alert.v1', kind: 'digest' },
    items: [
      { id: 'id-1', state: null },
      { id: 'id-2', state: 'resolved' },
    ],
  });
  expect(Object.keys(webhookBody(message))).not.toContain('items');
});
