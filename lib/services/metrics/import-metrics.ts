import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { addDays } from '../../core/time/days';
import { MetricDefinition, type MetricValue, metricOf, readMetrics, withoutRepeats } from '../../core/units/read-metrics';
import { recordLedgerAudit } from '../../db/records/audit';
import { listMetrics as list, type MetricSummary, writeMetrics } from '../../db/records/metrics';
import { inTransaction } from '../../db/sql';

export interface MetricsResult {
  file: string;
  outcome: 'imported' | 'unchanged';
  rows: number;
  added: number;
  changed: number;
  metrics: string[];
  from: string;
  to: string;
}

/** How many values one request may bring. */
const MOST_PUSHED = 5_000;

/** What a program sends: a list, or a list under `metrics`. */
export const MetricsInput = z.union([
  z.array(MetricDefinition).min(1).max(MOST_PUSHED),
  z.object({ metrics: z.array(MetricDefinition).min(1).max(MOST_PUSHED) }).transform((o) => o.metrics),
]);

/** Takes a CSV of what the business counts; all of it or nothing. A value of the same name, day and labels is replaced. Needs `tasks:write`. */
export async function importMetrics(actor: Actor, file: { name: string; text: string }): Promise<MetricsResult> {
  requirePermission(actor, 'tasks:write');
  return write(actor, file.name, readMetrics(file.text, file.name));
}

/** The same for values that a program sends. */
export async function pushMetrics(actor: Actor, values: z.output<typeof MetricsInput>): Promise<MetricsResult> {
  requirePermission(actor, 'tasks:write');
  return write(actor, 'the request', withoutRepeats(values.map(metricOf), 'The request'));
}

async function write(actor: Actor, file: string, values: readonly MetricValue[]): Promise<MetricsResult> {
  const mixed = values.find((v) => values.some((o) => o.name === v.name && (o.currency === null) !== (v.currency === null)));
  if (mixed) throw new AppError('invalid', `${file}: "${mixed.name}" is money in some rows and a count in others.`);
  const days = values.map((v) => v.day).sort();
  const metrics = [...new Set(values.map((v) => v.name))].sort();
  const written = await inTransaction(actor.organizationId, async (client) => {
    const result = await writeMetrics(client, actor.organizationId, values);
    if (result.added + result.changed > 0)
      await recordLedgerAudit(client, actor, {
        action: 'metrics.imported',
        subject: metrics.slice(0, 5).join(', '),
        details: { file, added: result.added, changed: result.changed },
      });
    return result;
  });
  return {
    file,
    outcome: written.added + written.changed > 0 ? 'imported' : 'unchanged',
    rows: values.length,
    ...written,
    metrics,
    from: days[0] ?? '',
    to: addDays(days.at(-1) ?? '1970-01-01', 1),
  };
}

/** What the business counts, as far as it was told. */
export async function listMetrics(actor: Actor): Promise<MetricSummary[]> {
  requirePermission(actor, 'events:read');
  return list(actor.organizationId);
}
export type { MetricSummary };
