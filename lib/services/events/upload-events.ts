import type { ReadableStream } from 'node:stream/web';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { EventImportResult } from '../../core/usage/summary';
import { listBatches, unpricedOfBatches } from '../../db/records/event-batches';
import type { EventChoices } from '../../ingest/events/types';
import { removeUpload, storeUpload } from '../imports/receive-upload';
import { importEvents } from './import-events';

/** A file of usage events out of a browser: loaded whole, or refused with the sentence that says why. Nothing of it stays on disk. */
export async function uploadEvents(
  actor: Actor,
  { name, body, choices }: { name: string; body: ReadableStream<Uint8Array> | null; choices: EventChoices },
): Promise<EventImportResult> {
  requirePermission(actor, 'events:write');
  const { fileName, filePath } = await storeUpload(name, body);
  try {
    const result = await importEvents(actor, filePath, choices, { name: fileName });
    if (result.outcome === 'refused') throw new AppError('invalid', result.reason ?? 'The file was refused.');
    return result;
  } finally {
    await removeUpload(filePath);
  }
}

export interface BatchRow {
  id: number;
  kind: string;
  name: string;
  format: string;
  createdByName: string;
  createdAt: string;
  /** Null where nothing is known of it: pushed before this was counted. */
  events: number | null;
  duplicates: number;
  rejected: number;
  flagged: number;
  unpriced: number;
  from: string | null;
  to: string | null;
}

/** What usage came from, the newest first. */
export async function listEventBatches(actor: Actor): Promise<BatchRow[]> {
  requirePermission(actor, 'events:read');
  const batches = await listBatches(actor.organizationId);
  const resultOf = (b: (typeof batches)[number]) => b.result as Partial<EventImportResult>;
  const doubtful = batches.flatMap((b) => {
    const { unpriced, from, to } = resultOf(b);
    return unpriced && from && to ? [{ id: b.id, from, to }] : [];
  });
  // a price may have come since
  const unpriced = await unpricedOfBatches(actor.organizationId, doubtful);
  return batches.map((b) => {
    const r = resultOf(b);
    return {
      ...{ id: b.id, kind: b.kind, name: b.name, format: b.format, createdByName: b.createdByName, createdAt: b.createdAt.toISOString() },
      ...{
        events: r.events ?? null,
        duplicates: r.duplicates ?? 0,
        rejected: r.rejected ?? 0,
        flagged: r.flagged ?? 0,
        unpriced: unpriced.get(b.id) ?? 0,
      },
      ...{ from: r.from ?? null, to: r.to ?? null },
    };
  });
}
