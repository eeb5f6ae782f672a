import { type Deployment, deployments } from '../../../core/usage/channels';
import type { UsageEvent } from '../../../core/usage/event';
import { type TokenCounts, tokenKinds } from '../../../core/usage/tokens';
import { DERIVED, eventOf, idOf, keyOf } from '../build';
import { count, decimal, firstText, moment, outcome, text } from '../fields';
import { channelOf, tierOf } from '../places';
import { kept } from '../tokens-apart';
import { BadEvent, type EventChoices, type EventFormat, type Fields } from '../types';

/** Headroom's own columns, for who writes them: docs/events.md. Token columns are disjoint. */
export const plainEvents: EventFormat = {
  id: 'headroom-events',
  title: 'Headroom events',
  recognise: (item) => 'time' in item && plainTokenColumns.some(([column]) => column in item),
  read: (row, choices) => ({
    events: [plainEvent(row, choices)],
    skipped: 0,
    quantities: { requests: count(row.requests, 'requests') ?? 1 },
  }),
};

/** `input_tokens` … and the short names of the kinds themselves. */
export const plainTokenColumns: readonly (readonly [column: string, kind: (typeof tokenKinds)[number]])[] = [
  ...tokenKinds.map((kind) => [`${kind}_tokens`, kind] as const),
  ['cache_write_tokens', 'cache_write_5m'],
];

/** One event out of the documented fields, for files and for `POST /api/v1/events`. Throws BadEvent. */
export function plainEvent(row: Fields, choices: EventChoices): UsageEvent {
  const at = moment(row.time, 'time');
  const counts: TokenCounts = {};
  for (const [column, kind] of plainTokenColumns) {
    const n = count(row[column], column);
    if (n) counts[kind] = (counts[kind] ?? 0) + n;
  }
  const tokens = kept(counts);
  const total = count(row.total_tokens, 'total_tokens');
  const sum = Object.values(tokens).reduce((a, b) => a + b, 0);
  const cost = decimal(row.cost_estimate, 'cost_estimate');
  const currency = text(row.currency)?.toUpperCase() ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) throw new BadEvent('currency', `"${currency}" is no currency. Write three letters, like USD.`);
  const said = { channel: text(row.channel), deployment: text(row.deployment)?.toLowerCase() ?? null };
  const channel = channelOf(said.channel, null, null);
  if (said.channel !== null && channel === null)
    throw new BadEvent('channel', `"${said.channel}" is no channel known here. See docs/events.md for their names.`);
  if (said.deployment !== null && !(deployments as readonly string[]).includes(said.deployment))
    throw new BadEvent('deployment', `"${said.deployment}" is no deployment. Write ${deployments.join(', ')}.`);
  return eventOf(
    {
      id:
        firstText(row.event_id, row.id) ??
        DERIVED +
          idOf(
            at,
            ...Object.entries(row)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, v]) => `${k}=${text(v) ?? ''}`),
          ),
      at,
      source: text(row.source) ?? 'headroom',
      channel,
      modelText: text(row.model),
      region: text(row.region)?.toLowerCase() ?? null,
      deployment: said.deployment as Deployment | null,
      tier: tierOf(text(row.tier)),
      account: text(row.account),
      apiKey: keyOf(text(row.api_key)),
      operation: text(row.operation),
      taskId: text(row.task_id),
      taskType: text(row.task_type),
      customer: text(row.customer),
      user: text(row.user),
      agent: text(row.agent),
      feature: text(row.feature),
      team: text(row.team),
      outcome: outcome(row.outcome),
      durationMs: count(row.latency_ms ?? row.duration_ms, 'latency_ms'),
      requests: count(row.requests, 'requests') ?? 1,
      tokens,
      estimate: cost === null ? null : { amount: cost, currency },
      flags: total !== null && total !== sum ? [`the parts give ${sum} tokens, the source says ${total}`] : [],
    },
    choices,
  );
}
