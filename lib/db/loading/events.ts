import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { PricedTokens } from '../../core/pricing/types';
import { addDays } from '../../core/time/days';
import type { UsageEvent } from '../../core/usage/event';
import { tokenKinds } from '../../core/usage/tokens';
import { pool, withOrganization } from '../sql';
import { attached } from './partitions';

export interface PricedEvent {
  event: UsageEvent;
  /** What the rules call it; null where none fits and the event says nothing. */
  taskType: string | null;
  price: PricedTokens;
}

/** `usage_event_2026_11_21`. */
const partition = (table: 'usage_event' | 'usage_event_cost', day: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`not a day: ${day}`);
  return `${table}_${day.replaceAll('-', '_')}`;
};

export const eventPartition = (day: string): string => partition('usage_event', day);

const ofDay = (table: 'usage_event' | 'usage_event_cost', day: string): string =>
  attached(table, partition(table, day), `from ('${day}') to ('${addDays(day, 1)}')`);

/** A transaction holds a lock for each table it makes, and PostgreSQL has room for some thousand. */
const DAYS_AT_ONCE = 100;

/** Makes the partitions of these days where they are not there. Never inside a transaction. */
export async function ensureEventPartitions(organization: number, days: readonly string[]): Promise<void> {
  await withOrganization(organization, async (client) => {
    const { rows } = await client.query<{ day: string }>(
      'select d as day from unnest($1::text[]) d where to_regclass($2 || replace(d, $3, $4)) is null',
      [days, 'usage_event_cost_', '-', '_'],
    );
    if (rows.length === 0) return;
    for (let n = 0; n < rows.length; n += DAYS_AT_ONCE) {
      const days = rows.slice(n, n + DAYS_AT_ONCE);
      const statements = days.flatMap(({ day }) => [ofDay('usage_event', day), ofDay('usage_event_cost', day)]);
      // in one go, and without waiting for the disk to take what the imports under way have written
      const script = `begin; set local synchronous_commit = off; select pg_advisory_xact_lock(hashtext('headroom.partitions')); ${statements.join('\n')} commit`;
      await client.query(script).catch(async (e) => {
        await client.query('rollback');
        throw e;
      });
    }
  });
}

/** Tells the planner what has come; without it, sums of new days are planned for empty tables. After the transaction that brought the events. */
export async function analyzeDays(organization: number, days: readonly string[]): Promise<void> {
  await withOrganization(organization, async (client) => {
    await client.query(`analyze ${[...days.map((d) => partition('usage_event', d)), 'usage_profile'].join(', ')}`);
  });
}

const uuidOf = (text: string): string => hash('md5', text, 'hex');

const eventKey = (e: Pick<UsageEvent, 'source' | 'id'>): string => uuidOf(`${e.source}\0${e.id}`);
const taskKey = (taskId: string): string => uuidOf(`task\0${taskId}`);

const profileFields = (e: UsageEvent): (string | null)[] => [
  e.source,
  e.channel,
  e.vendor,
  e.model,
  e.region,
  e.deployment,
  e.tier,
  e.account,
  e.apiKey,
  e.operation,
  e.taskType,
  e.customer,
  e.user,
  e.agent,
  e.feature,
  e.team,
];
const profileColumns =
  'profile_key, source, channel, vendor, model, region, deployment, tier, account, api_key, operation, said_task_type, customer, user_name, agent, feature, team, task_type';
const eventColumns = `day, event_key, event_id, at, profile_key, task_key, task_id, outcome, duration_ms, requests, ${tokenKinds.join(', ')}, estimate, estimate_currency,
  list_cost, list_currency, price_state, flags`;

/** What a writer of many batches remembers: the profiles it has sent. */
export class SentProfiles {
  private readonly keys = new Map<string, string>();

  /** The key of a profile, and whether it has to be sent. */
  keyOf(fields: readonly (string | null)[]): { key: string; isNew: boolean } {
    const text = fields.map((f) => f ?? '\u0001').join('\0');
    const known = this.keys.get(text);
    if (known) return { key: known, isNew: false };
    const key = uuidOf(text);
    if (this.keys.size > 200_000) this.keys.clear();
    this.keys.set(text, key);
    return { key, isNew: true };
  }
}

/**
 * Writes events that are not there yet, inside the caller's transaction, and marks their days for summing. An event is the same as another when
 * source, id and day are; a bucket of a usage API takes its newest figures. Partitions have to be there. Returns how many were new or have others.
 */
export async function writeEvents(
  client: pg.ClientBase,
  organization: number,
  batch: number,
  events: readonly PricedEvent[],
  sent = new SentProfiles(),
): Promise<number> {
  if (events.length === 0) return 0;
  await client.query(
    `create temp table if not exists new_usage_profile (profile_key uuid, ${profileColumns
      .split(', ')
      .slice(1)
      .map((c) => `${c} text`)
      .join(', ')}) on commit drop`,
  );
  await client.query(`create temp table if not exists new_usage_event (like usage_event) on commit drop`);
  await client.query('alter table new_usage_event alter organization_id drop not null, alter batch_id drop not null');
  await client.query('truncate new_usage_profile, new_usage_event');
  const profiles: string[] = [];
  await copyLines(client, `copy new_usage_event (${eventColumns}) from stdin (format csv)`, events, ({ event, taskType, price }) => {
    const fields = profileFields(event);
    const { key, isNew } = sent.keyOf(fields);
    if (isNew) profiles.push(`${[key, ...fields, taskType].map(cell).join(',')}\n`);
    return eventLine(event, key, price);
  });
  await copyLines(client, `copy new_usage_profile (${profileColumns}) from stdin (format csv)`, profiles, (line) => line);
  await client.query(
    `insert into usage_profile (organization_id, ${profileColumns}) select $1, ${profileColumns} from new_usage_profile order by profile_key on conflict do nothing`,
    [organization],
  );
  const restated = events.some((e) => buckets.includes(e.event.source)) ? await restateBuckets(client, organization, batch) : 0;
  const { rowCount } = await client.query(
    `insert into usage_event (organization_id, batch_id, ${eventColumns}) select $1, $2, ${eventColumns} from new_usage_event on conflict do nothing`,
    [organization, batch],
  );
  const written = restated + (rowCount ?? 0);
  if (written) await markDirty(client, organization, [...new Set(events.map((e) => e.event.at.slice(0, 10)))]);
  return written;
}

/** Usage APIs sum calls in buckets, and a bucket of today holds more tomorrow. */
const buckets: readonly string[] = ['openai', 'anthropic', 'openrouter'];

/** Gives buckets that are there the figures they have now, where those are others. Returns how many. */
async function restateBuckets(client: pg.ClientBase, organization: number, batch: number): Promise<number> {
  const counts = ['requests', ...tokenKinds];
  const priced = ['estimate', 'estimate_currency', 'list_cost', 'list_currency', 'price_state', 'flags'];
  const { rowCount } = await client.query(
    `update usage_event e set batch_id = $2, ${[...counts, ...priced].map((c) => `${c} = n.${c}`).join(', ')}
       from new_usage_event n join usage_profile p on p.organization_id = $1 and p.profile_key = n.profile_key and p.source = any($3)
      where e.organization_id = $1 and e.day = n.day and e.event_key = n.event_key
        and row(${counts.map((c) => `e.${c}`).join(', ')}) is distinct from row(${counts.map((c) => `n.${c}`).join(', ')})`,
    [organization, batch, buckets],
  );
  return rowCount ?? 0;
}

/** Days that have to be summed again, inside the caller's transaction. */
export const markDirty = (client: pg.ClientBase, organization: number, days: readonly string[]) =>
  client.query(
    'insert into usage_dirty (organization_id, day) select $1, d from unnest($2::date[]) d order by d on conflict (organization_id, day) do update set since = now()',
    [organization, days],
  );

function eventLine(e: UsageEvent, profile: string, price: PricedTokens): string {
  let line = `${e.at.slice(0, 10)},${eventKey(e)},${cell(e.id)},${e.at},${profile},`;
  line += e.taskId === null ? ',,' : `${taskKey(e.taskId)},${cell(e.taskId)},`;
  line += `${e.outcome === null ? '' : e.outcome === 'success'},${e.durationMs ?? ''},${e.requests}`;
  for (const kind of tokenKinds) line += `,${e.tokens[kind] ?? ''}`;
  line += `,${e.estimate?.amount ?? ''},${e.estimate?.currency ?? ''},${price.amount ?? ''},${price.amount === null ? '' : (price.currency ?? '')},`;
  line += price.state === 'priced' ? '2' : price.state === 'partly' ? '1' : '0';
  return `${line},${e.flags.length ? cell(`{${e.flags.map((f) => `"${f.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`) : ''}\n`;
}

/** A cell of COPY's CSV; null is nothing at all, and text is without NUL, which PostgreSQL has no room for. */
function cell(value: string | null): string {
  if (value === null) return '';
  const clean = value.includes('\0') ? value.replaceAll('\0', '') : value;
  return clean === '' || /[",\n\r\\]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
}

/** Lines are made while those before travel. */
async function copyLines<T>(client: pg.ClientBase, statement: string, items: readonly T[], lineOf: (item: T) => string): Promise<void> {
  const chunks = function* () {
    for (let i = 0; i < items.length; i += LINES_AT_ONCE)
      yield items
        .slice(i, i + LINES_AT_ONCE)
        .map(lineOf)
        .join('');
  };
  await pipeline(Readable.from(chunks()), client.query(copyStreams.from(statement)));
}

const LINES_AT_ONCE = 500;

/**
 * Drops the events of days before `before`, whole partitions at once, for every organisation. Their hours and tasks stay: what a page shows does not
 * change, only single events of then cannot be opened any more. Returns the days that are gone.
 */
export async function dropEventsBefore(before: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'usage_event'::regclass and c.relname < $1 order by 1`,
    [partition('usage_event', before)],
  );
  const days = rows.map((r) => r.name.slice('usage_event_'.length).replaceAll('_', '-'));
  const dropped: string[] = [];
  for (const day of days) {
    try {
      await dropDay(day);
    } catch (e) {
      if ((e as { code?: string }).code === lockTimeout) break; // somebody reads at length: the next time does it
      throw e;
    }
    dropped.push(day);
  }
  return dropped;
}

const lockTimeout = '55P03';

/** Waits for readers for two seconds at most, since whoever comes later waits behind it. */
async function dropDay(day: string): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query(`begin; set local lock_timeout = '2s'`);
    for (const table of ['usage_event_cost', 'usage_event'] as const) await client.query(`drop table if exists ${partition(table, day)}`);
    await client.query('delete from usage_dirty where day = $1', [day]); // what is gone cannot be summed again
    await client.query('commit');
  } catch (e) {
    await client.query('rollback').catch(() => {});
    throw e;
  } finally {
    client.release();
  }
}
