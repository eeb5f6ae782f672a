import type pg from 'pg';
import { prisma } from '../client';

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

/** A file that was loaded before with the same choices; null where it was not. */
export const batchOfFile = (organizationId: number, contentHash: string) =>
  prisma().eventBatch.findFirst({ where: { organizationId, contentHash }, orderBy: { id: 'desc' } });

/** What came, the newest first. */
export const listBatches = (organizationId: number, take = 50) =>
  prisma().eventBatch.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, take });
