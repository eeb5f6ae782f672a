import { z } from 'zod';
import { shortened } from '../../core/text/shortened';
import { postJson } from '../post-json';
import { defineChannel, type Message, type MessageItem } from '../types';

/** `&`, `<` and `>` have a meaning in Slack's text; a name must not become a mention or a link. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const signs = { info: 'ℹ️', warning: '⚠️', critical: '🛑' } as const;

const MOST_ITEMS = 40;
const LONGEST_TEXT = 2_900;

/** Lines of a digest, each a link to its view, in as many sections as they need. */
function listOf(items: readonly MessageItem[]) {
  const lines = items.slice(0, MOST_ITEMS).map(({ severity, title, url, state }) => {
    const words = plain(shortened(title, 499));
    return `${signs[severity]} ${url ? `<${url.replaceAll('|', '%7C')}|${words}>` : words}${state ? ` (${state})` : ''}`;
  });
  if (items.length > MOST_ITEMS) lines.push(`and ${items.length - MOST_ITEMS} more in the inbox`);
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_TEXT) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, 3_000) } }));
}

/** Block Kit: a sentence, its facts in two columns or the alerts of a digest, a button to the view. */
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
      ...listOf(m.items ?? []),
      { type: 'context', elements: [{ type: 'mrkdwn', text: context }] },
      ...(m.url
        ? [
            {
              type: 'actions',
              elements: [
                { type: 'button', text: { type: 'plain_text', text: m.items ? 'Open the inbox' : 'Open in Headroom' }, url: m.url },
              ],
            },
          ]
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
