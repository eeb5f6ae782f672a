import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Actor, requirePermission } from '../../core/access/actor';
import { visible } from '../../core/text/visible';
import { addDays } from '../../core/time/days';
import { addTokens, type EventImportResult, emptyResult, MoneySums } from '../../core/usage/summary';
import { analyzeDays, ensureEventPartitions, type PricedEvent, SentProfiles, writeEvents } from '../../db/loading/events';
import { recordLedgerAudit } from '../../db/records/audit';
import { batchOfFile, createBatch, finishBatch } from '../../db/records/event-batches';
import { inTransaction } from '../../db/sql';
import { env } from '../../env';
import { readEvents } from '../../ingest/events/read-events';
import type { EventChoices } from '../../ingest/events/types';
import { filesOf } from '../../ingest/files/unpack';
import { Refusal } from '../../ingest/refusal';
import { Registrar } from './price-event';
import { refreshUsage } from './refresh-usage';

/** Events that are sent together: each time costs some round trips. */
const SENT_TOGETHER = 10_000;

/** Rejects that are kept with their text. */
const KEPT_REJECTS = 1_000;

/**
 * Loads a file of usage events, or a folder of them: all of it or nothing. The same file twice is `unchanged`; an event that is there already is a duplicate and
 * counts once. Throws only for what is no matter of the file.
 */
export async function importEvents(
  actor: Actor,
  file: string,
  choices: EventChoices = {},
  { name = visible(path.basename(file)), refresh = true }: { name?: string; refresh?: boolean } = {},
): Promise<EventImportResult> {
  requirePermission(actor, 'events:write');
  const result = emptyResult(name);
  const scratch = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'headroom-events-'));
  try {
    const contentHash = await hashOf(file, choices);
    const before = await batchOfFile(actor.organizationId, contentHash);
    if (before)
      return {
        ...result,
        ...(before.result as object),
        file: name,
        outcome: 'unchanged',
        events: 0,
        duplicates: (before.result as { accepted?: number }).accepted ?? 0,
      };
    await load(actor, { file, name, scratch, contentHash, choices }, result);
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    return { ...emptyResult(name), outcome: 'refused', reason: e.message, ...(e.choice && { choice: e.choice }) };
  } finally {
    await fs.promises.rm(scratch, { recursive: true, force: true });
  }
  if (refresh) await refreshUsage(actor.organizationId);
  return result;
}

interface EventFile {
  file: string;
  name: string;
  scratch: string;
  contentHash: string;
  choices: EventChoices;
}

async function load(actor: Actor, { file, name, scratch, contentHash, choices }: EventFile, result: EventImportResult): Promise<void> {
  const registrar = await Registrar.of(actor.organizationId);
  const [estimated, listCost] = [new MoneySums(), new MoneySums()];
  /** What is older would be taken away tonight. */
  const oldest = addDays(new Date().toISOString().slice(0, 10), -env().HEADROOM_EVENT_DAYS);
  const days = new Set<string>();
  const sent = new SentProfiles();
  let writing: Promise<void> = Promise.resolve(); // while the database takes one batch the next is read
  await inTransaction(actor.organizationId, async (client) => {
    await client.query('set local synchronous_commit = off');
    const batch = await createBatch(client, actor.organizationId, {
      kind: 'file',
      format: '',
      name,
      contentHash,
      createdByName: actor.name,
    });
    const write = async (priced: readonly PricedEvent[]) => {
      await ensureEventPartitions(actor.organizationId, [...new Set(priced.map((p) => p.event.at.slice(0, 10)))]);
      const written = await writeEvents(client, actor.organizationId, batch, priced, sent);
      result.accepted += priced.length;
      result.events += written;
      result.duplicates += priced.length - written;
    };
    let held: PricedEvent[] = [];
    for await (const read of readEvents(file, name, scratch, choices)) {
      result.format ??= read.format.id;
      result.provider ??= read.format.id.split('-')[0] ?? null;
      result.skipped += read.skipped;
      result.rejected += read.rejects.length;
      result.rejects.push(...read.rejects.slice(0, KEPT_REJECTS - result.rejects.length));
      for (const [what, n] of Object.entries(read.quantities)) result.quantities[what] = (result.quantities[what] ?? 0) + n;
      const kept = env().HEADROOM_EVENT_DAYS ? read.events.filter((e) => e.at >= oldest) : read.events;
      result.skipped += read.events.length - kept.length;
      const priced = kept.map(registrar.enter);
      for (const { event, price } of priced) {
        addTokens(result.tokens, event);
        if (event.estimate) estimated.add(event.estimate.currency, event.estimate.amount);
        if (price.amount !== null && price.currency !== null) listCost.add(price.currency, price.amount);
        if (event.flags.length) result.flagged++;
        if (price.state !== 'priced') result.unpriced++;
        const day = event.at.slice(0, 10);
        days.add(day);
        if (result.from === null || day < result.from) result.from = day;
        if (result.to === null || day >= result.to) result.to = addDays(day, 1);
      }
      held.push(...priced);
      if (held.length < SENT_TOGETHER) continue;
      await writing;
      writing = write(held);
      writing.catch(() => {}); // it is waited for, at the latest behind the last batch
      held = [];
    }
    await writing;
    await write(held);
    result.rows = result.accepted + result.rejected + result.skipped;
    result.estimated = estimated.list();
    result.listCost = listCost.list();
    if (result.accepted === 0 && result.rejected > 0) {
      const [first] = result.rejects;
      throw new Refusal(
        `${name}: none of ${result.rejected} rows can be read. Line ${first?.line}${first?.column ? `, ${first.column}` : ''}: ${first?.reason}`,
      );
    }
    if (result.rejected) result.outcome = 'imported-with-rejects';
    await finishBatch(client, actor.organizationId, batch, { ...result, rejects: result.rejects.slice(0, 100) }, result.format ?? '');
    await recordLedgerAudit(client, actor, {
      action: 'events.imported',
      subject: name,
      details: { events: result.events, rejected: result.rejected },
    });
  });
  await analyzeDays(actor.organizationId, [...days]);
}

async function hashOf(file: string, choices: EventChoices): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(choices, Object.keys(choices).sort()));
  for (const one of (await filesOf(file)).files) for await (const part of fs.createReadStream(one)) hash.update(part);
  return hash.digest('hex');
}
