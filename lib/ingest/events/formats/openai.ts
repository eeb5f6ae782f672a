import type { TokenCounts } from '../../../core/usage/tokens';
import { eventOf, idOf } from '../build';
import { count, firstText, inside, moment, text } from '../fields';
import { tierOf } from '../places';
import { kept } from '../tokens-apart';
import { BadEvent, type EventChoices, type EventFormat, type Fields, isFields } from '../types';

const isPage = (item: Fields): boolean =>
  item.object === 'page' && Array.isArray(item.data) && item.data.every((b) => inside(b).object === 'bucket' || 'results' in inside(b));

/** Answers of OpenAI's usage API: buckets of results by whatever was grouped by. Never a request on its own, so never a task. */
export const openaiUsage: EventFormat = {
  id: 'openai-usage',
  title: 'OpenAI usage API',
  recognise: (item) => isPage(item) && !JSON.stringify((item.data as unknown[]).slice(0, 50)).includes('organization.costs.result'),
  read: (page, choices) => {
    const buckets = page.data as unknown[];
    const events = [];
    const quantities: Record<string, number> = {};
    let skipped = 0;
    for (const bucket of buckets.map(inside)) {
      const results = Array.isArray(bucket.results) ? bucket.results : [];
      for (const r of results.filter(isFields)) {
        for (const name of ['num_model_requests', 'num_requests', 'images', 'characters', 'seconds', 'num_sessions'])
          if (typeof r[name] === 'number') quantities[name] = (quantities[name] ?? 0) + (count(r[name], name) ?? 0);
        if (/vector_stores/.test(text(r.object) ?? '')) skipped++;
        else events.push(resultEvent(r, bucket, choices));
      }
    }
    return { events, skipped, quantities };
  },
};

/** The same numbers in a file of the dashboard, a row per bucket and group. */
export const openaiUsageCsv: EventFormat = {
  id: 'openai-usage-csv',
  title: 'OpenAI dashboard usage export',
  recognise: (item, isCsv) => isCsv && 'start_time' in item && 'start_time_iso' in item && !('amount_value' in item),
  read: (row, choices) => {
    if (!('num_model_requests' in row) || Object.entries(row).every(([k, v]) => /_time/.test(k) || !v)) return { events: [], skipped: 1 };
    return {
      events: [resultEvent(row, row, choices)],
      skipped: 0,
      quantities: { num_model_requests: count(row.num_model_requests, 'num_model_requests') ?? 0 },
    };
  },
};

function resultEvent(r: Fields, bucket: Fields, choices: EventChoices) {
  const start = moment(bucket.start_time, 'start_time');
  const { tokens, flags } = bucketTokens(r);
  const isBatch = /^(?:true|1)$/i.test(text(r.batch) ?? '');
  const groups = ['project_id', 'user_id', 'api_key_id', 'model', 'batch', 'service_tier', 'source', 'size', 'context_level'].map((g) =>
    text(r[g]),
  );
  return eventOf(
    {
      id: idOf(text(r.object), start, text(bucket.end_time), ...groups),
      at: start,
      source: 'openai',
      channel: 'openai',
      modelText: text(r.model),
      tier: tierOf(text(r.service_tier), isBatch),
      account: firstText(r.project_id, r.project_name),
      apiKey: text(r.api_key_id),
      user: firstText(r.user_id, r.user_email),
      operation: /usage\.([a-z_]+)\.result/.exec(text(r.object) ?? '')?.[1] ?? 'completions',
      requests: count(r.num_model_requests ?? r.num_requests, 'num_model_requests') ?? 0,
      tokens,
      flags,
    },
    choices,
  );
}

/**
 * `input_tokens` holds cached and written ones; audio and image fields are parts of what is neither (openai §3). The totals by modality and the
 * parts are never added.
 */
function bucketTokens(r: Fields): { tokens: TokenCounts; flags: string[] } {
  const n = (name: string) => count(r[name], name) ?? 0;
  const [input, cached, written] = [n('input_tokens'), n('input_cached_tokens'), n('input_cache_write_tokens')];
  const said = count(r.input_uncached_tokens, 'input_uncached_tokens');
  const uncached = said ?? input - cached - written;
  if (uncached < 0)
    throw new BadEvent('input_cached_tokens', `${cached} cached of ${input} input tokens: the part is more than the whole.`);
  const flags =
    said !== null && said + cached + written !== input
      ? [`the parts give ${said + cached + written} input tokens, the source says ${input}`]
      : [];
  const audioIn = Math.min(n('input_audio_tokens'), uncached);
  const imageIn = Math.min(n('input_image_tokens'), uncached - audioIn);
  const audioOut = Math.min(n('output_audio_tokens'), n('output_tokens'));
  const imageOut = Math.min(n('output_image_tokens'), n('output_tokens') - audioOut);
  return {
    tokens: kept({
      input: uncached - audioIn - imageIn,
      cached_input: cached,
      cache_write_5m: written,
      output: n('output_tokens') - audioOut - imageOut,
      input_audio: audioIn,
      output_audio: audioOut,
      input_image: imageIn,
      output_image: imageOut,
    }),
    flags,
  };
}
