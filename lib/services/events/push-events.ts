import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { addDays } from '../../core/time/days';
import type { UsageEvent } from '../../core/usage/event';
import { ensureEventPartitions, writeEvents } from '../../db/loading/events';
import { addToBatch, openBatch } from '../../db/records/event-batches';
import { inTransaction } from '../../db/sql';
import { env } from '../../env';
import { eventFormats } from '../../ingest/events/formats';
import { CoveredSpans, orRefused, readSpans } from '../../ingest/events/formats/otlp';
import { plainEvent } from '../../ingest/events/formats/plain';
import { decodeTraces } from '../../ingest/events/otlp-protobuf';
import { BadEvent, type EventChoices, type Fields, isFields } from '../../ingest/events/types';
import { Registrar } from './price-event';

/** How many events one request may bring. */
const MOST_EVENTS = 5_000;
/** And of how many days: each has tables of its own. */
const MOST_DAYS = 400;

export interface PushResult {
  accepted: number;
  /** Were there already, by source, id and day. */
  duplicates: number;
  flagged: number;
  unpriced: number;
  rejected: { index: number; field: string | null; reason: string }[];
}

/**
 * Takes events that a program pushes: Headroom's own fields, or what LiteLLM's callback sends. Each is taken or refused by itself, and one that was
 * sent before counts once. Needs `events:write`. Throws `invalid` for a body that is no list of events.
 */
export async function pushEvents(actor: Actor, body: unknown, choices: EventChoices = {}): Promise<PushResult> {
  requirePermission(actor, 'events:write');
  const list = Array.isArray(body) ? body : isFields(body) && Array.isArray(body.events) ? body.events : isFields(body) ? [body] : null;
  if (!list) throw new AppError('invalid', 'Send a list of events, or an object with a list "events". docs/events.md has their fields.');
  if (list.length > MOST_EVENTS)
    throw new AppError('invalid', `${list.length} events; one request takes ${MOST_EVENTS}. Send them in parts.`);
  const rejected: PushResult['rejected'] = [];
  const kept = keptAt(new Date());
  const events = list.flatMap((item: unknown, index: number) =>
    orRefused(
      () => eventsOf(item, choices).map(kept),
      (fault) => rejected.push({ index, field: fault.column, reason: fault.message }),
    ),
  );
  return { ...(await write(actor, 'api', events, rejected.length)), rejected };
}

/** Throws BadEvent for what is older than this installation keeps events: it would be gone tonight. */
function keptAt(now: Date): (event: UsageEvent) => UsageEvent {
  const days = env().HEADROOM_EVENT_DAYS;
  const oldest = days ? addDays(now.toISOString().slice(0, 10), -days) : '';
  return (event) => {
    if (event.at < oldest)
      throw new BadEvent('time', `${event.at} is older than the ${days} days that events are kept here (HEADROOM_EVENT_DAYS).`);
    return event;
  };
}

function eventsOf(item: unknown, choices: EventChoices): UsageEvent[] {
  if (!isFields(item)) throw new BadEvent(null, 'This is no object with fields.');
  const format = 'time' in item ? null : eventFormats.find((f) => f.recognise(item, false));
  return format ? format.read(item, choices).events : [plainEvent(item, choices)];
}

const covered = new Map<number, CoveredSpans>();

/** Takes the spans of an OTLP request, JSON or protobuf. What is context and no usage is passed over. Needs `events:write`. */
export async function pushTraces(
  actor: Actor,
  body: { json: unknown } | { protobuf: Uint8Array },
): Promise<PushResult & { skipped: number }> {
  requirePermission(actor, 'events:write');
  const request = 'json' in body ? body.json : decoded(body.protobuf);
  if (!isFields(request) || !Array.isArray(request.resourceSpans)) throw new AppError('invalid', 'The body holds no resourceSpans.');
  const seen = covered.get(actor.organizationId) ?? new CoveredSpans();
  covered.set(actor.organizationId, seen);
  const rejected: PushResult['rejected'] = [];
  const refuse = (fault: BadEvent) => {
    rejected.push({ index: rejected.length, field: fault.column, reason: fault.message });
  };
  const { events, skipped } = readSpans(request, {}, seen, refuse);
  const kept = keptAt(new Date());
  const taken = events.flatMap((event) => orRefused(() => [kept(event)], refuse));
  return { ...(await write(actor, 'otlp', taken, rejected.length)), rejected, skipped };
}

function decoded(bytes: Uint8Array): Fields {
  try {
    return decodeTraces(bytes);
  } catch {
    throw new AppError('invalid', 'The body is no ExportTraceServiceRequest in protobuf.');
  }
}

async function write(
  actor: Actor,
  kind: 'api' | 'otlp',
  events: readonly UsageEvent[],
  rejected: number,
): Promise<Omit<PushResult, 'rejected'>> {
  const registrar = await Registrar.of(actor.organizationId);
  const priced = events.map(registrar.enter);
  const held = [...new Set(events.map((e) => e.at.slice(0, 10)))];
  if (held.length > MOST_DAYS)
    throw new AppError('invalid', `Events of ${held.length} days; one request takes those of ${MOST_DAYS}. Send them in parts.`);
  await ensureEventPartitions(actor.organizationId, held);
  const faults = {
    flagged: events.filter((e) => e.flags.length).length,
    unpriced: priced.filter((p) => p.price.state !== 'priced').length,
  };
  const days = events.map((e) => e.at.slice(0, 10)).sort();
  const accepted = await inTransaction(actor.organizationId, async (client) => {
    if (priced.length === 0 && rejected === 0) return 0;
    const day = new Date().toISOString().slice(0, 10);
    const batch = await openBatch(client, actor.organizationId, {
      kind,
      format: kind,
      name: actor.name,
      day,
      contentHash: null,
      createdByName: actor.name,
    });
    const written = priced.length ? await writeEvents(client, actor.organizationId, batch, priced) : 0;
    await addToBatch(client, actor.organizationId, batch, {
      ...{ events: written, duplicates: events.length - written, rejected },
      ...(written ? faults : { flagged: 0, unpriced: 0 }), // what was there before is counted already
      ...{ from: days[0] ?? null, to: days.at(-1) ?? null },
    });
    return written;
  });
  return { accepted, duplicates: events.length - accepted, ...faults };
}
