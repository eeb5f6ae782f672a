import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { postJson } from '../post-json';
import { defineChannel, type Message } from '../types';

/** The schema of the body; it changes only by getting more fields. */
export const webhookBody = ({ id, organization, kind, severity, title, facts, url, freshness, at, items }: Message) => ({
  ...{ schema: 'headroom.alert.v1', id, organization, kind, severity, title, facts, url, freshness, at },
  ...(items && { items }),
});

/** `v1=` and the hex HMAC-SHA256, keyed with the secret, of the timestamp, a dot and the body. */
export const signature = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Any HTTPS endpoint. The receiver checks `x-headroom-signature`, refuses old timestamps and drops repeats by `x-headroom-delivery`. */
export const webhook = defineChannel({
  kind: 'webhook',
  title: 'Webhook',
  config: z.object({ url: z.url({ protocol: /^https?$/, error: 'is no address like https://example.com/hook' }).max(2_000) }),
  secret: z.object({ key: z.string().min(16, 'the signing secret has at least 16 characters').max(500) }),
  send: (message, { url }, { key }, outside) => {
    const body = JSON.stringify(webhookBody(message));
    const timestamp = String(Math.floor(outside.now().getTime() / 1000));
    return postJson(outside, url, body, {
      'x-headroom-delivery': message.id,
      'x-headroom-timestamp': timestamp,
      'x-headroom-signature': signature(key, timestamp, body),
    });
  },
});
