import { z } from 'zod';

/** Numbers stay the text they were: a dollar amount has up to 30 decimals. */
const scalar = z.unknown().transform((v) => (v === null || v === undefined || typeof v === 'object' ? null : String(v)));

const Bucket = z.object({ start_time: scalar, end_time: scalar, results: z.array(z.record(z.string(), z.unknown())).default([]) });
const Page = z.object({ object: z.literal('page'), data: z.array(Bucket) });
const Pages = z.union([Page.transform((p) => [p]), z.array(Page).min(1)]);

export interface UsageRow {
  /** Which result of the document, from 1. */
  record: number;
  cells: Record<string, string | null>;
}
export interface Flattened {
  /** Which answer of the API: costs, completions, embeddings, …; null when every bucket is empty. */
  kind: string | null;
  records: number;
  rows: UsageRow[];
}

const kindOf = (object: unknown): string | null => /^organization[._](?:usage[._])?(\w+?)[._]result$/.exec(String(object))?.[1] ?? null;
const cell = (v: unknown): string | null => (v === null || v === undefined || v === '' ? null : String(v));

/** OpenAI's pages of buckets as rows. Null when the document is none of theirs. openai.md §1–3. */
export function flattenPages(document: unknown): Flattened | null {
  const pages = Pages.safeParse(document);
  if (!pages.success) return null;
  const rows: UsageRow[] = [];
  let [kind, records] = [null as string | null, 0];
  for (const bucket of pages.data.flatMap((p) => p.data)) {
    for (const result of bucket.results) {
      records++;
      kind ??= kindOf(result.object);
      const time = { start_time: bucket.start_time, end_time: bucket.end_time };
      const who = { project_id: cell(result.project_id), api_key_id: cell(result.api_key_id) };
      const lines = result.amount ? [costLine(result)] : usageLines(result);
      rows.push(...lines.map((line) => ({ record: records, cells: { ...time, ...who, ...line } })));
    }
  }
  return { kind, records, rows };
}

function costLine(result: Record<string, unknown>) {
  const amount = result.amount as Record<string, unknown>;
  return {
    amount_value: cell(amount.value),
    amount_currency: cell(amount.currency),
    line_item: cell(result.line_item),
    quantity: cell(result.quantity),
    quantity_unit: cell(result.quantity_unit),
  };
}

const counts: readonly (readonly [field: string, unit: string])[] = [
  ['images', 'images'],
  ['seconds', 'duration_seconds'],
  ['characters', 'characters'],
  ['num_sessions', 'sessions'],
  ['usage_bytes', 'bytes'],
  ['num_requests', 'requests'],
];

/** One line per disjoint kind of token: cached and cache-written tokens are inside `input_tokens` and are taken out of it. openai.md §3. */
function usageLines(result: Record<string, unknown>): Record<string, string | null>[] {
  const whole = (field: string): bigint => (/^\d+$/.test(String(result[field] ?? '')) ? BigInt(String(result[field])) : 0n);
  const [cached, written] = [whole('input_cached_tokens'), whole('input_cache_write_tokens')];
  const uncached = result.input_uncached_tokens == null ? whole('input_tokens') - cached - written : whole('input_uncached_tokens');
  const model = cell(result.model) ?? 'all models';
  const tier =
    result.batch === true || String(result.batch) === 'true'
      ? 'batch | '
      : cell(result.service_tier)
        ? `${cell(result.service_tier)} | `
        : '';
  const tokens: [string, bigint][] = [
    ['input', uncached],
    ['cached input', cached],
    ['cache writes', written],
    ['output', whole('output_tokens')],
  ];
  const lines = tokens
    .filter(([, quantity]) => quantity !== 0n)
    .map(([direction, quantity]) => line(`${tier}${model}, ${direction}`, String(quantity), 'tokens'));
  for (const [field, unit] of counts) if (whole(field) !== 0n) lines.push(line(`${model} ${unit}`, String(whole(field)), unit));
  return lines.length ? lines : [line(`${model}, requests`, String(whole('num_model_requests')), 'requests')];
}

const line = (line_item: string, quantity: string, quantity_unit: string) => ({
  line_item,
  quantity,
  quantity_unit,
  amount_value: null,
  amount_currency: null,
});
