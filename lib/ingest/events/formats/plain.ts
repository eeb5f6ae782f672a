import { type Deployment, deployments, serviceTiers } from '../../../core/usage/channels';
import type { UsageEvent } from '../../../core/usage/event';
import { type TokenCounts, tokenKinds } from '../../../core/usage/tokens';
import { DERIVED, eventOf, idOf, keyOf } from '../build';
import { count, decimal, firstText, milliseconds, moment, outcome, text } from '../fields';
import { channelOf, tierOf } from '../places';
import { kept } from '../tokens-apart';
import { BadEvent, type EventChoices, type EventFormat, type Fields } from '../types';

/** Headroom's own columns, for who writes them: docs/events.md. Token columns are disjoint. */
export const plainEvents: EventFormat = {
  id: 'headroom-events',
  title: 'Headroom events',
  recognise: (item) => 'time' in item && plainTokenColumns.some((column) => column in item),
  read: (row, choices) => ({
    events: [plainEvent(row, choices)],
    skipped: 0,
    quantities: { requests: count(row.requests, 'requests') ?? 1 },
  }),
};

/** `input_tokens`, `cached_input_tokens` …, and one for all that was written to the cache. */
const plainTokenColumns: readonly string[] = [...tokenKinds.map((kind) => `${kind}_tokens`), 'cache_write_tokens'];

function countsOf(row: Fields): TokenCounts {
  const counts: TokenCounts = {};
  for (const kind of tokenKinds) counts[kind] = count(row[`${kind}_tokens`], `${kind}_tokens`) ?? 0;
  const written = count(row.cache_write_tokens, 'cache_write_tokens') ?? 0;
  const parts = (counts.cache_write_5m ?? 0) + (counts.cache_write_1h ?? 0);
  if (parts === 0) counts.cache_write_5m = written;
  else if (written !== 0 && written !== parts)
    throw new BadEvent('cache_write_tokens', `${written}, but the columns for 5 minutes and 1 hour give ${parts}. Write these alone.`);
  return kept(counts);
}

/** One event out of the documented fields, for files and for `POST /api/v1/events`. Throws BadEvent. */
export function plainEvent(row: Fields, choices: EventChoices): UsageEvent {
  const at = moment(row.time, 'time');
  const tokens = countsOf(row);
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
  const [tier, went] = [tierOf(text(row.tier)), outcome(row.outcome)];
  if (tier === 'standard' && !/^(?:standard|default|auto|on[-_ ]?demand)?$/i.test(text(row.tier) ?? ''))
    throw new BadEvent('tier', `"${text(row.tier)}" is no tier. Write ${serviceTiers.join(', ')}.`);
  if (went === null && text(row.outcome) !== null)
    throw new BadEvent('outcome', `"${text(row.outcome)}" is no outcome. Write success or failure, or leave it empty.`);
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
      tier,
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
      outcome: went,
      durationMs: milliseconds(row.latency_ms ?? row.duration_ms, 'latency_ms'),
      requests: count(row.requests, 'requests') ?? 1,
      tokens,
      estimate: cost === null ? null : { amount: cost, currency },
      flags: total !== null && total !== sum ? [`the parts give ${sum} tokens, the source says ${total}`] : [],
    },
    choices,
  );
}
