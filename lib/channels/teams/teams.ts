import { z } from 'zod';
import { shortened } from '../../core/text/shortened';
import { postJson } from '../post-json';
import { defineChannel, type Message, type MessageItem } from '../types';

const styles = { info: 'emphasis', warning: 'warning', critical: 'attention' } as const;
/** Markdown has a meaning in a card; a name must not become a link. */
const plain = (text: string) => text.replace(/[\\`*_{}[\]()#+!|>~-]/g, (c) => (/[-()+!]/.test(c) ? c : `\\${c}`));

const MOST_ITEMS = 40;
const words = { info: 'Note', warning: 'Warning', critical: 'Critical' } as const;

/** The alerts of a digest, a block each, with a link to its view. */
const listOf = (items: readonly MessageItem[]) => [
  ...items.slice(0, MOST_ITEMS).map(({ severity, title, url, state }) => ({
    type: 'TextBlock',
    wrap: true,
    text: `**${words[severity]}** ${plain(shortened(title, 399))}${state ? ` (${state})` : ''}${url ? ` [Open](${url.replaceAll(')', '%29')})` : ''}`,
  })),
  ...(items.length > MOST_ITEMS
    ? [{ type: 'TextBlock', wrap: true, text: `and ${items.length - MOST_ITEMS} more in the inbox`, isSubtle: true }]
    : []),
];

/** An Adaptive Card, as the workflow "post to a channel when a webhook request is received" takes it. */
export function teamsMessage(m: Message) {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            {
              type: 'Container',
              style: styles[m.severity],
              items: [{ type: 'TextBlock', text: plain(m.title), wrap: true, weight: 'Bolder' }],
            },
            ...(m.facts.length ? [{ type: 'FactSet', facts: m.facts.map((f) => ({ title: plain(f.label), value: plain(f.value) })) }] : []),
            ...listOf(m.items ?? []),
            {
              type: 'TextBlock',
              text: plain([m.organization, m.freshness].filter(Boolean).join(' · ')),
              wrap: true,
              isSubtle: true,
              size: 'Small',
            },
          ],
          ...(m.url && { actions: [{ type: 'Action.OpenUrl', title: m.items ? 'Open the inbox' : 'Open in Headroom', url: m.url }] }),
        },
      },
    ],
  };
}

/** A workflow of Microsoft Teams; its address is the secret. */
export const teams = defineChannel({
  kind: 'teams',
  title: 'Microsoft Teams',
  config: z.object({}),
  secret: z.object({ url: z.url({ protocol: /^https?$/, error: 'is no address of a workflow' }).max(2_000) }),
  send: (message, _, { url }, outside) => postJson(outside, url, teamsMessage(message)),
});
