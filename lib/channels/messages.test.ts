import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { mailOf } from './email/email';
import { pagerDutyEvent } from './pagerduty/pagerduty';
import { slackMessage } from './slack/slack';
import { teamsMessage } from './teams/teams';
import type { Message } from './types';
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
