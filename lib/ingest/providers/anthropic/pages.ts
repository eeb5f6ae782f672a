import Big from 'big.js';
import { z } from 'zod';
import { Refusal } from '../../refusal';
import type { DocumentRows } from '../document';

const Bucket = z.object({ starting_at: z.string(), ending_at: z.string().nullish(), results: z.array(z.record(z.string(), z.unknown())) });
const Page = z.object({ data: z.array(Bucket).min(1), has_more: z.boolean().nullish() });

const groups = [
  'workspace_id',
  'description',
  'model',
  'token_type',
  'cost_type',
  'service_tier',
  'context_window',
  'inference_geo',
  'speed',
  'currency',
] as const;

/** The days a file has told so far, and whether grouped by description. */
export type Grouping = Map<string, boolean>;

/**
 * A page of Anthropic's cost report as rows; null when the document is none. Amounts are cents with fractions and become dollars, digit for
 * digit (anthropic §1). Pages without an amount are the usage report, whose door is that of the events.
 */
export function anthropicCostRows(document: unknown, name: string, told: Grouping): DocumentRows | null {
  const page = Page.safeParse(document);
  if (!page.success) return null;
  const { data, has_more } = page.data;
  const results = data.flatMap((bucket) => bucket.results.map((result) => ({ bucket, result })));
  // Without results it could be either report; a bill of nothing is the more useful answer here.
  if (results.length > 0 && !results.some(({ result }) => 'amount' in result)) return null;
  onlyOneGrouping(data, name, told);
  const rows = results.map(({ bucket, result }, i) => ({
    record: i + 1,
    cells: {
      starting_at: bucket.starting_at,
      ending_at: bucket.ending_at ?? null,
      amount_usd: dollars(cell(result.amount)),
      ...Object.fromEntries(groups.map((g) => [g, cell(result[g])])),
    },
  }));
  return { columns: ['starting_at', 'ending_at', 'amount_usd', has_more ? 'has_more' : 'last_page'], records: rows.length, rows };
}

const cell = (v: unknown): string | null => (v === null || v === undefined || v === '' || typeof v === 'object' ? null : String(v));

/** What is no number stays as it is, for the row to be rejected. */
function dollars(cents: string | null): string | null {
  if (cents === null) return null;
  try {
    return new Big(cents.trim()).times('0.01').toFixed();
  } catch {
    return cents;
  }
}

/** The report ungrouped and grouped by description is the same money twice: a day may be told in one way only. */
function onlyOneGrouping(buckets: z.infer<typeof Page>['data'], name: string, told: Grouping): void {
  for (const { starting_at, results } of buckets) {
    if (results.length === 0) continue;
    const isGrouped = results.some((r) => cell(r.description) !== null);
    if ((told.get(starting_at) ?? isGrouped) !== isGrouped)
      throw new Refusal(
        `${name} holds ${starting_at.slice(0, 10)} twice, grouped by description and not: the same money would count double. Export one of the two.`,
      );
    told.set(starting_at, isGrouped);
  }
}
