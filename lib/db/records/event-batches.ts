import type pg from 'pg';
import { prisma } from '../client';
import { query, sql } from '../sql';

export interface NewBatch {
  kind: 'file' | 'api' | 'otlp';
  format: string;
  name: string;
  contentHash: string | null;
  createdByName: string;
}

/** Inside the caller's ledger transaction, so that a batch is there when its events are. */
export async function createBatch(client: pg.ClientBase, organization: number, b: NewBatch): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'insert into event_batch (organization_id, kind, format, name, content_hash, created_by_name) values ($1, $2, $3, $4, $5, $6) returning id',
    [organization, b.kind, b.format, b.name, b.contentHash, b.createdByName],
  );
  return rows[0]?.id ?? 0;
}

export const finishBatch = (client: pg.ClientBase, organization: number, id: number, result: object, format: string) =>
  client.query('update event_batch set result = $3, format = $4 where organization_id = $1 and id = $2', [
    organization,
    id,
    JSON.stringify(result),
    format,
  ]);

/** The batch that pushed events of one kind belong to: one a day and token. */
export async function openBatch(client: pg.ClientBase, organization: number, b: NewBatch & { day: string }): Promise<number> {
  const name = `${b.name}, ${b.day}`;
  const { rows } = await client.query<{ id: number }>(
    'select id from event_batch where organization_id = $1 and kind = $2 and name = $3 order by id desc limit 1',
    [organization, b.kind, name],
  );
  return rows[0]?.id ?? createBatch(client, organization, { ...b, name });
}

/** What came by one request, or all requests of a batch so far. */
export interface PushedSums {
  events: number;
  duplicates: number;
  rejected: number;
  flagged: number;
  unpriced: number;
  from: string | null;
  to: string | null;
}

/** Adds what one request brought to what its batch has brought. */
export const addToBatch = (client: pg.ClientBase, organization: number, id: number, r: PushedSums) =>
  client.query(
    `update event_batch set result = jsonb_strip_nulls(result || jsonb_build_object(
            'events', coalesce((result->>'events')::bigint, 0) + $3, 'duplicates', coalesce((result->>'duplicates')::bigint, 0) + $4,
            'rejected', coalesce((result->>'rejected')::bigint, 0) + $5, 'flagged', coalesce((result->>'flagged')::bigint, 0) + $6,
            'unpriced', coalesce((result->>'unpriced')::bigint, 0) + $7, 'from', least(result->>'from', $8), 'to', greatest(result->>'to', $9)))
      where organization_id = $1 and id = $2`,
    [organization, id, r.events, r.duplicates, r.rejected, r.flagged, r.unpriced, r.from, r.to],
  );

/** Events that have no price today, or part of one, of batches that had such when they came. */
export async function unpricedOfBatches(
  organization: number,
  batches: readonly { id: number; from: string; to: string }[],
): Promise<Map<number, number>> {
  if (batches.length === 0) return new Map();
  const [from, to] = [
    batches.map((b) => b.from).sort()[0] ?? '',
    batches
      .map((b) => b.to)
      .sort()
      .at(-1) ?? '',
  ];
  const rows = await query<{ id: number; unpriced: number }>(
    organization,
    sql`select batch_id as id, count(*)::float8 as unpriced from usage_event
         where organization_id = ${organization} and day >= ${from}::date and day <= ${to}::date and price_state <> 2
           and batch_id = any(${batches.map((b) => b.id)}::int[]) group by 1`,
  );
  return new Map(rows.map((r) => [r.id, r.unpriced]));
}

/** A file that was loaded before with the same choices; null where it was not. */
export const batchOfFile = (organizationId: number, contentHash: string) =>
  prisma().eventBatch.findFirst({ where: { organizationId, contentHash }, orderBy: { id: 'desc' } });

/** What came, the newest first. */
export const listBatches = (organizationId: number, take = 50) =>
  prisma().eventBatch.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, take });
