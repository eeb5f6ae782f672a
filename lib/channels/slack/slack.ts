import { z } from 'zod';
import { postJson } from '../post-json';
import { defineChannel, type Message } from '../types';

/** `&`, `<` and `>` have a meaning in Slack's text; a name must not become a mention or a link. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const signs = { info: 'ℹ️', warning: '⚠️', critical: '🛑' } as const;

/** Block Kit: a sentence, its facts in two columns, a button to the view. */
export function slackMessage(m: Message) {
  const fields = m.facts.slice(0, 10).map((f) => ({ type: 'mrkdwn', text: `*${plain(f.label)}*\n${plain(f.value)}`.slice(0, 2_000) }));
  const context = [m.organization, m.freshness]
    .filter((t): t is string => t !== null)
    .map(plain)
    .join(' · ');
  return {
    text: plain(m.title).slice(0, 3_000),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `${signs[m.severity]} ${plain(m.title)}`.slice(0, 3_000) } },
      ...(fields.length ? [{ type: 'section', fields }] : []),
      { type: 'context', elements: [{ type: 'mrkdwn', text: context }] },
      ...(m.url
        ? [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open in Headroom' }, url: m.url }] }]
        : []),
    ],
  };
}

/** An incoming webhook of Slack; its address is the secret. */
export const slack = defineChannel({
  kind: 'slack',
  title: 'Slack',
  config: z.object({}),
  secret: z.object({ url: z.url({ protocol: /^https?$/, error: 'is no address of an incoming webhook' }).max(2_000) }),
  send: (message, _, { url }, outside) => postJson(outside, url, slackMessage(message)),
});
