import { z } from 'zod';
import { postJson } from '../post-json';
import { defineChannel, type Message } from '../types';

/** Events API v2. One event is one incident: a repeat with the same key changes nothing. It is sent no digests. */
export const pagerDutyEvent = (m: Message, routingKey: string) => ({
  routing_key: routingKey,
  event_action: 'trigger',
  dedup_key: m.id.slice(0, 255),
  payload: {
    summary: m.title.slice(0, 1_024),
    source: m.organization,
    severity: m.severity,
    timestamp: m.at,
    class: m.kind,
    custom_details: { ...Object.fromEntries(m.facts.map((f) => [f.label, f.value])), ...(m.freshness && { Data: m.freshness }) },
  },
  ...(m.url && { links: [{ href: m.url, text: 'Open in Headroom' }] }),
});

export const pagerduty = defineChannel({
  kind: 'pagerduty',
  title: 'PagerDuty',
  config: z.object({ url: z.url({ protocol: /^https?$/ }).default('https://events.pagerduty.com/v2/enqueue') }),
  secret: z.object({ routingKey: z.string().trim().min(20, 'an integration key has 32 characters').max(64) }),
  send: (message, { url }, { routingKey }, outside) => postJson(outside, url, pagerDutyEvent(message, routingKey)),
});
