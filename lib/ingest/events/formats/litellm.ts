import type { UsageEvent } from '../../../core/usage/event';
import { DERIVED, eventOf, idOf, keyOf } from '../build';
import { count, decimal, firstText, jsonFields, jsonList, moment, outcome, text } from '../fields';
import { azureResource, channelOf, deploymentOf, regionOf, tierOf } from '../places';
import { takeApart } from '../tokens-apart';
import type { EventChoices, EventFormat, Fields } from '../types';

/** Rows of LiteLLM's spend log (JSON, JSON lines or CSV of the table), and what its callbacks send. Prompts and answers are never looked at. */
export const litellmSpend: EventFormat = {
  id: 'litellm-spend',
  title: 'LiteLLM spend logs',
  recognise: (item) => 'request_id' in item && 'spend' in item && ('prompt_tokens' in item || 'total_tokens' in item),
  read: (row, choices) => ({
    events: [eventOfCall(row, { id: row.request_id, cost: row.spend, session: row.session_id }, choices)],
    skipped: 0,
    quantities: { requests: 1 },
  }),
};

export const litellmCallback: EventFormat = {
  id: 'litellm-callback',
  title: 'LiteLLM callback (StandardLoggingPayload)',
  recognise: (item) =>
    'standard_logging_object' in item || ('response_cost' in item && ('prompt_tokens' in item || 'model_map_information' in item)),
  read: (item, choices) => {
    const payload = jsonFields(item.standard_logging_object ?? item);
    return {
      events: [eventOfCall(payload, { id: payload.id, cost: payload.response_cost, session: payload.trace_id }, choices)],
      skipped: 0,
      quantities: { requests: 1 },
    };
  },
};

interface Names {
  id: unknown;
  cost: unknown;
  session: unknown;
}

/** Where the split of the tokens lies differs by version. */
function usageOf(metadata: Fields): Fields {
  const [newer, older] = [jsonFields(metadata.usage_object), jsonFields(metadata.additional_usage_values)];
  return Object.keys(newer).length === 0 ? older : Object.keys(older).length === 0 ? newer : { ...older, ...newer };
}

function eventOfCall(row: Fields, names: Names, choices: EventChoices): UsageEvent {
  const metadata = jsonFields(row.metadata);
  const usage = usageOf(metadata);
  const [inDetails, outDetails] = [jsonFields(usage.prompt_tokens_details), jsonFields(usage.completion_tokens_details)];
  const model = text(row.model);
  const host = text(row.api_base);
  const provider = text(row.custom_llm_provider);
  const channel = channelOf(provider, host, model);
  // Anthropic's own place for the kinds of cache writes, then LiteLLM's
  const kinds = { ...jsonFields(inDetails.cache_creation_token_details), ...jsonFields(usage.cache_creation) };
  const cacheWrite1h = count(kinds.ephemeral_1h_input_tokens, 'ephemeral_1h_input_tokens') ?? 0;
  const cacheWrite5m = count(kinds.ephemeral_5m_input_tokens, 'ephemeral_5m_input_tokens') ?? 0;
  const cacheWrite = mostOf(
    'cache_creation_input_tokens',
    usage.cache_creation_input_tokens,
    inDetails.cache_creation_tokens,
    row.cache_creation_input_tokens,
  );
  const { tokens, flags } = takeApart({
    input: count(row.prompt_tokens, 'prompt_tokens') ?? 0,
    output: count(row.completion_tokens, 'completion_tokens') ?? 0,
    cacheRead: mostOf('cache_read_input_tokens', usage.cache_read_input_tokens, inDetails.cached_tokens, row.cache_read_input_tokens),
    cacheWrite5m: Math.max(cacheWrite5m, cacheWrite - cacheWrite1h),
    cacheWrite1h,
    reasoning: count(outDetails.reasoning_tokens, 'reasoning_tokens'),
    inputAudio: count(inDetails.audio_tokens, 'audio_tokens'),
    outputAudio: count(outDetails.audio_tokens, 'audio_tokens'),
    total: count(row.total_tokens, 'total_tokens'),
  });
  const [own, asked] = [jsonFields(metadata.spend_logs_metadata), jsonFields(metadata.requester_metadata)];
  const said = (key: string) => firstText(own[key], asked[key]);
  const start = moment(row.startTime ?? row.start_time, 'startTime');
  const end = firstText(row.endTime, row.end_time);
  const fromOwnCache = text(row.cache_hit)?.toLowerCase() === 'true';
  const cost = decimal(names.cost, 'spend');
  const apiKey = keyOf(firstText(metadata.user_api_key_alias, row.api_key, metadata.user_api_key_hash));
  return eventOf(
    {
      id: firstText(names.id, row.litellm_call_id) ?? DERIVED + idOf('litellm', start, end, model, apiKey, JSON.stringify(tokens)),
      at: start,
      source: 'litellm',
      channel,
      modelText: model,
      region: regionOf(host, model),
      deployment: deploymentOf(channel, model, null),
      tier: tierOf(firstText(usage.service_tier, jsonFields(row.model_parameters).service_tier), /batch/.test(text(row.call_type) ?? '')),
      account: firstText(said('account'), azureResource(host)),
      apiKey,
      operation: text(row.call_type),
      taskId: firstText(said('task_run_id'), said('task_id'), said('parent_trace_id'), names.session, row.trace_id),
      taskType: firstText(said('task'), said('task_type')),
      customer: firstText(said('customer'), row.end_user, metadata.user_api_key_end_user_id),
      user: firstText(row.user, metadata.user_api_key_user_id),
      agent: firstText(said('agent'), row.agent_id),
      feature: said('feature'),
      team: firstText(
        metadata.user_api_key_team_alias,
        said('team'),
        row.team_id,
        metadata.user_api_key_team_id,
        tagValue(row.request_tags, 'team'),
      ),
      outcome: outcome(said('outcome')) ?? outcome(row.status),
      durationMs: durationOf(row, start, end),
      tokens: fromOwnCache ? {} : tokens,
      estimate: cost === null ? null : { amount: cost, currency: 'USD' },
      flags: fromOwnCache ? [] : flags,
    },
    choices,
  );
}

/** One count that is told in several places; where one of them does not know it, it says 0. */
const mostOf = (column: string, ...places: unknown[]): number => Math.max(...places.map((p) => count(p, column) ?? 0));

/** `team:search` among the tags; a User-Agent is noise. */
const tagValue = (tags: unknown, key: string): string | null =>
  jsonList(tags)
    .map((t) => text(t) ?? '')
    .find((t) => t.toLowerCase().startsWith(`${key}:`))
    ?.slice(key.length + 1)
    .trim() || null;

function durationOf(row: Fields, start: string, end: string | null): number | null {
  const said = Number(text(row.request_duration_ms) ?? Number.NaN);
  if (Number.isFinite(said) && said >= 0) return Math.round(said);
  if (end === null) return null;
  const ms = Date.parse(moment(end, 'endTime')) - Date.parse(start);
  return ms >= 0 ? ms : null;
}
