import type { Deployment } from '../../../core/usage/channels';
import { eventOf, idOf } from '../build';
import { count, firstText, inside, moment, text } from '../fields';
import { tierOf } from '../places';
import { kept } from '../tokens-apart';
import type { EventFormat, Fields } from '../types';

const deploymentOf = (geo: string | null): Deployment | null =>
  geo === 'global' ? 'global' : geo === null || geo === 'not_available' ? null : 'geo';
const tierOfRow = (tier: string | null, speed: string | null) => (speed === 'fast' ? 'latency_optimized' : tierOf(tier));

/** Answers of Anthropic's usage report: the parts are disjoint already (anthropic §1). */
export const anthropicUsage: EventFormat = {
  id: 'anthropic-usage',
  title: 'Anthropic usage report',
  recognise: (item) =>
    Array.isArray(item.data) &&
    item.data.some((b) => 'starting_at' in inside(b) && Array.isArray(inside(b).results)) &&
    !JSON.stringify(item.data.slice(0, 20)).includes('"amount"'),
  read: (page, choices) => {
    const quantities: Record<string, number> = {};
    const events = (page.data as unknown[]).map(inside).flatMap((bucket) =>
      (Array.isArray(bucket.results) ? bucket.results : []).map(inside).map((r) => {
        const at = moment(bucket.starting_at, 'starting_at');
        const created = inside(r.cache_creation);
        const searches = count(inside(r.server_tool_use).web_search_requests, 'web_search_requests') ?? 0;
        quantities.webSearchRequests = (quantities.webSearchRequests ?? 0) + searches;
        const groups = [
          'workspace_id',
          'api_key_id',
          'model',
          'service_tier',
          'context_window',
          'inference_geo',
          'speed',
          'account_id',
          'service_account_id',
        ].map((g) => text(r[g]));
        return eventOf(
          {
            id: idOf('anthropic', at, text(bucket.ending_at), ...groups),
            at,
            source: 'anthropic',
            channel: 'anthropic',
            modelText: text(r.model),
            deployment: deploymentOf(text(r.inference_geo)),
            tier: tierOfRow(text(r.service_tier), text(r.speed)),
            account: text(r.workspace_id),
            apiKey: text(r.api_key_id),
            operation: 'messages',
            requests: 0,
            tokens: kept({
              input: count(r.uncached_input_tokens, 'uncached_input_tokens') ?? 0,
              cached_input: count(r.cache_read_input_tokens, 'cache_read_input_tokens') ?? 0,
              cache_write_5m: count(created.ephemeral_5m_input_tokens, 'ephemeral_5m_input_tokens') ?? 0,
              cache_write_1h: count(created.ephemeral_1h_input_tokens, 'ephemeral_1h_input_tokens') ?? 0,
              output: count(r.output_tokens, 'output_tokens') ?? 0,
            }),
          },
          choices,
        );
      }),
    );
    return { events, skipped: 0, quantities };
  },
};

/** The console's token export (anthropic §2); files of 2025 lack the last three columns. */
export const anthropicTokensCsv: EventFormat = {
  id: 'anthropic-tokens-csv',
  title: 'Anthropic console token export',
  recognise: (item, isCsv) => isCsv && 'usage_date_utc' in item && 'usage_input_tokens_no_cache' in item,
  read: (row: Fields, choices) => {
    const at = moment(row.usage_date_utc, 'usage_date_utc');
    const groups = ['model_version', 'api_key', 'workspace', 'usage_type', 'context_window', 'inference_geo', 'speed'].map((g) =>
      text(row[g]),
    );
    const event = eventOf(
      {
        id: idOf('anthropic', at, ...groups),
        at,
        source: 'anthropic',
        channel: 'anthropic',
        modelText: text(row.model_version),
        deployment: deploymentOf(text(row.inference_geo)),
        tier: tierOfRow(text(row.usage_type), text(row.speed)),
        account: firstText(row.workspace),
        apiKey: text(row.api_key),
        operation: 'messages',
        requests: 0,
        tokens: kept({
          input: count(row.usage_input_tokens_no_cache, 'usage_input_tokens_no_cache') ?? 0,
          cached_input: count(row.usage_input_tokens_cache_read, 'usage_input_tokens_cache_read') ?? 0,
          cache_write_5m: count(row.usage_input_tokens_cache_write_5m, 'usage_input_tokens_cache_write_5m') ?? 0,
          cache_write_1h: count(row.usage_input_tokens_cache_write_1h, 'usage_input_tokens_cache_write_1h') ?? 0,
          output: count(row.usage_output_tokens, 'usage_output_tokens') ?? 0,
        }),
      },
      choices,
    );
    return { events: [event], skipped: 0, quantities: { webSearchRequests: count(row.web_search_count, 'web_search_count') ?? 0 } };
  },
};
