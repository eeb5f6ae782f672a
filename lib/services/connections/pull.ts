import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionFailure, type Delivery, type Opened, type Window } from '../../connections/types';
import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { readPlan, windowOf } from '../../core/connections/plan';
import { visible } from '../../core/text/visible';
import {
  beatRun,
  type ClaimedPull,
  findConnectionDelivery,
  listConnectionDeliveries,
  noteConnectionDelivery,
  type RunCounts,
} from '../../db/records/connection-runs';
import { findConnection, openConnection } from '../../db/records/connections';
import { discardRefused } from '../../db/records/imports';
import { findOrganization } from '../../db/records/organizations';
import { afterLoad } from '../loads/after-load';
import { deliveryFolder, sweepFolders } from './folders';
import { allKinds, type Entries, type Kinds, kindOf, opened, outsideOf, withoutSecrets } from './kinds';
import { dropFolder, loadDelivery, type Settled } from './load-delivery';
import { type PullEnd, settlePull } from './settle-pull';

const BEAT_MS = 2_000;
/** So many deliveries in a row that could not be fetched, and the other side is left alone for a while. */
const MOST_FAILURES = 3;
/** What is listed takes seconds; a listing without an end would hold a place that others wait for. */
const LISTING_MS = 10 * 60_000;

type Connection = NonNullable<Awaited<ReturnType<typeof openConnection>>>;

type Reach = Opened<unknown, unknown>;

/** One pull at hand: what it counts, what it is doing, and what ends it. */
interface Pull {
  claim: ClaimedPull;
  connection: Connection;
  actor: Actor;
  counts: RunCounts;
  doing: string;
  /** Ends with the worker, and when another process has taken over. */
  signal: AbortSignal;
  isAsked: boolean;
}

/** Pulls what was claimed. Never throws for what the other side did; the run says what came of it. */
export async function pull(
  claim: ClaimedPull,
  { signal: stop, kinds = allKinds }: { signal: AbortSignal; kinds?: Kinds | undefined },
): Promise<void> {
  const lost = new AbortController();
  const counts: RunCounts = { found: 0, loaded: 0, unchanged: 0, waiting: 0, refused: 0 };
  const [connection, organization] = await Promise.all([
    openConnection(claim.organizationId, claim.connectionId).catch(() => 'sealed' as const),
    findOrganization(claim.organizationId),
  ]);
  if (connection === 'sealed') {
    const failure = new ConnectionFailure('Its secret cannot be read: NEXTAUTH_SECRET was changed. Enter the secret again.', true);
    return settlePull(claim, { counts, failure, isStopped: false, wanted: null });
  }
  if (!connection || !organization) return; // deleted meanwhile
  const { wanted } = readPlan(connection.schedule);
  const at: Pull = {
    ...{ claim, connection, counts, doing: 'Asking what there is', isAsked: wanted !== null },
    actor: {
      ...{ organizationId: organization.id, organizationName: organization.name, userId: null, email: null, role: 'editor' },
      name: `Connection ${connection.name}`,
    },
    signal: AbortSignal.any([stop, lost.signal]),
  };
  const beat = setInterval(() => {
    beatRun(claim.runId, { ...counts, note: at.doing }).then(
      (lives) => lives || lost.abort(),
      () => {}, // without a database nothing else goes on either
    );
  }, BEAT_MS);
  let end: Pick<PullEnd, 'failure'> = { failure: null };
  try {
    end = { failure: await bringAll(at, kinds) };
  } catch (e) {
    end = { failure: at.signal.aborted ? null : failureOf(e, connection.secret) };
  }
  try {
    if (counts.loaded > 0) await afterLoad(organization.id).catch((e: unknown) => console.error('after a pull', e));
    await settlePull(claim, { counts, ...end, isStopped: at.signal.aborted, wanted });
  } finally {
    clearInterval(beat); // until everything is said, or it would be taken for dead
  }
  if (!(await findConnection(claim.organizationId, claim.connectionId))) await sweepFolders(claim.connectionId, []); // deleted meanwhile
}

/** Each delivery of the window, oldest first. Returns the newest failure to fetch one; throws what makes going on useless. */
async function bringAll(at: Pull, kinds: Kinds): Promise<ConnectionFailure | null> {
  const { connection, counts, signal } = at;
  const kind = kindOf(connection.kind, kinds);
  const reach = { ...opened(kind, { config: connection.config as Entries, secret: connection.secret }), outside: outsideOf(signal) };
  // a listing tells all versions at once, so a month of long ago that is restated, or laid down late, is found too
  const goodAt = kind.group === 'files' ? null : connection.lastGoodAt;
  const window = windowOf(readPlan(connection.schedule), goodAt, reach.outside.now().toISOString().slice(0, 10));
  const deliveries = await listed(at, kind, reach, window);
  counts.found = deliveries.size;
  const source = sourceOf(connection, kind.group);
  let failure: ConnectionFailure | null = null;
  let inARow = 0;
  for (const offered of deliveries.values()) {
    signal.throwIfAborted();
    const delivery = { ...offered, version: `${offered.version} ${source}` };
    if (await isSettled(at, delivery)) continue;
    const folder = deliveryFolder(connection.id, delivery);
    try {
      const before = await findConnectionDelivery(connection.organizationId, connection.id, delivery.key);
      const settled = await bring(at, delivery, folder, (note) => kind.fetch(reach, offered, folder, note));
      if (before?.importId && before.status === 'refused') await discardRefused(connection.organizationId, before.importId);
      await note(at, delivery, settled);
      counts[settled.status]++;
      if (settled.status !== 'refused') await dropFolder(folder); // a refused one can be loaded by a person who says what it lacks
      inARow = 0;
    } catch (e) {
      if (signal.aborted) throw e;
      failure = failureOf(e, connection.secret);
      await note(at, delivery, { status: 'failed', reason: failure.message });
      if (failure.isFinal || failure.isForLater || ++inARow === MOST_FAILURES) throw failure;
    }
  }
  if (!failure) await sweep(at);
  return failure;
}

/** What the other side has, told within a time: a listing that never ends is broken off with its connection. */
async function listed(at: Pull, kind: ReturnType<typeof kindOf>, reach: Reach, window: Window): Promise<Map<string, Delivery>> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LISTING_MS);
  const gone = new Promise<never>((_, reject) => {
    AbortSignal.any([at.signal, late.signal]).addEventListener(
      'abort',
      () => reject(new ConnectionFailure('It was asked what there is, and had not said so after ten minutes.')),
      { once: true },
    );
  });
  gone.catch(() => {});
  const deliveries = new Map<string, Delivery>();
  reach.outside.signal = AbortSignal.any([at.signal, late.signal]);
  const offered = kind.deliveries(reach, window)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await Promise.race([offered.next(), gone]);
      if (done) return deliveries;
      at.signal.throwIfAborted();
      deliveries.set(value.key, value);
    }
  } finally {
    clearTimeout(timer);
    reach.outside.signal = at.signal;
  }
}

/**
 * Where a connection points, as part of every version: what was fetched or loaded from one place says nothing of another. The key of an API names the
 * organisation that it reads.
 */
function sourceOf({ kind, config, secret }: Connection, group: 'files' | 'api'): string {
  const sorted = (of: object) => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256')
    .update([kind, sorted(config as object), group === 'api' ? sorted(secret) : ''].join('\u0000'))
    .digest('hex')
    .slice(0, 12);
}

/** Waiting, loaded before in this version, or refused before and not asked for again. */
async function isSettled(at: Pull, delivery: Delivery): Promise<boolean> {
  const { counts, connection, isAsked } = at;
  if (delivery.waitsFor !== null) {
    await note(at, delivery, { status: 'waiting', reason: delivery.waitsFor });
    counts.waiting++;
    return true;
  }
  const known = await findConnectionDelivery(connection.organizationId, connection.id, delivery.key);
  if (known?.version !== delivery.version) return false;
  if (known.status === 'loaded' || known.status === 'unchanged') {
    counts.unchanged++;
    return true;
  }
  if (known.status !== 'refused' || isAsked) return false;
  counts.refused++;
  return true;
}

async function bring(
  at: Pull,
  delivery: Delivery,
  folder: string,
  fetch: (note: (doing: string) => void) => Promise<string[]>,
): Promise<Settled> {
  const { connection, signal } = at;
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 });
  at.doing = `Fetching ${visible(delivery.title)}`;
  const names = await fetch((doing) => {
    at.doing = withoutSecrets(doing, connection.secret);
  });
  signal.throwIfAborted();
  at.doing = `Loading ${visible(delivery.title)}`;
  return inTurn(() => loadDelivery(at.actor, { delivery, folder, names, connection }));
}

let turn: Promise<unknown> = Promise.resolve();

/** One load at a time: each uses every core and much memory by itself, while others may fetch. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

type Noted = Omit<Settled, 'status'> & { status: Settled['status'] | 'waiting' | 'failed' };

const note = ({ connection }: Pull, { key, version, title, period }: Delivery, { status, reason, importId, period: told }: Noted) =>
  noteConnectionDelivery(connection.organizationId, connection.id, {
    ...{ key, version, title: visible(title), period: period ?? told ?? null, status, importId },
    reason: reason === null ? null : withoutSecrets(reason, connection.secret),
  });

/** Nothing is half here: what is left of versions that were replaced can go. */
async function sweep({ connection }: Pull): Promise<void> {
  const deliveries = await listConnectionDeliveries(connection.organizationId, connection.id, 10_000);
  await sweepFolders(
    connection.id,
    deliveries.filter((d) => d.status === 'refused' && !d.isLoadedSince),
  );
}

/** What failed, in a sentence without secrets. */
function failureOf(e: unknown, secret: object): ConnectionFailure {
  if (e instanceof ConnectionFailure) return new ConnectionFailure(withoutSecrets(e.message, secret), e.isFinal, e.retryAfterMs);
  if (e instanceof AppError) return new ConnectionFailure(withoutSecrets(e.message, secret), true); // what is stored is no longer enough
  console.error('a pull failed', withoutSecrets(e instanceof Error ? (e.stack ?? e.message) : String(e), secret));
  return new ConnectionFailure('It failed on our side.');
}

/** Waits, unless it is told to stop. */
export const pauseUnless = (signal: AbortSignal, ms: number): Promise<void> => pause(ms, undefined, { signal, ref: false }).catch(() => {});
