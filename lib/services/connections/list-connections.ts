import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { readPlan } from '../../core/connections/plan';
import { scheduleWords } from '../../core/connections/schedule';
import { connectionState } from '../../core/connections/state';
import type { ConnectionDetail, ConnectionRow, DeliveryRow, RunRow } from '../../core/connections/view';
import { connectionArrivals, connectionFigures, refusedExports } from '../../db/queries/connection-loads';
import { listConnectionDeliveries, listRuns, livingRuns } from '../../db/records/connection-runs';
import { findConnection, listConnections as list } from '../../db/records/connections';
import { allKinds } from './kinds';

/** The connections of an organisation and how they do, by name. */
export async function listConnections(actor: Actor, now: Date, kinds = allKinds): Promise<ConnectionRow[]> {
  requirePermission(actor, 'sources:read');
  const rowOf = await rowsOf(actor, now, kinds);
  return (await list(actor.organizationId)).map(rowOf);
}

/** One connection with its newest pulls and what it has brought. */
export async function getConnection(actor: Actor, id: number, now: Date, kinds = allKinds): Promise<ConnectionDetail> {
  requirePermission(actor, 'sources:read');
  const found = await findConnection(actor.organizationId, id);
  if (!found) throw new AppError('not_found', 'There is no such connection.');
  const [rowOf, runs, deliveries] = await Promise.all([
    rowsOf(actor, now, kinds),
    listRuns(actor.organizationId, id),
    listConnectionDeliveries(actor.organizationId, id),
  ]);
  return {
    ...rowOf(found),
    ...(can(actor.role, 'connections:write') ? configured(found, kinds) : { config: {}, said: [] }),
    wanted: readPlan(found.schedule).wanted,
    createdByName: found.createdByName,
    createdAt: found.createdAt.toISOString(),
    runs: runs.map(
      ({ id: run, trigger, status, found: n, loaded, unchanged, waiting, refused, note, startedByName, startedAt, finishedAt }) => ({
        ...{ id: String(run), trigger: trigger as RunRow['trigger'], status: status as RunRow['status'], found: n },
        ...{ loaded, unchanged, waiting, refused, note, startedByName },
        ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
      }),
    ),
    deliveries: deliveries.map((d) => ({
      ...{ id: String(d.id), title: d.title, period: d.period?.toISOString().slice(0, 10) ?? null },
      status: d.isLoadedSince ? 'loaded' : (d.status as DeliveryRow['status']),
      reason: d.isLoadedSince ? null : d.reason,
      ...{ importId: d.importId, at: d.at.toISOString() },
    })),
  };
}

/** What was entered, by name and as a person reads it. */
function configured(
  { kind, config: stored }: Pick<Found, 'kind' | 'config'>,
  kinds: typeof allKinds,
): Pick<ConnectionDetail, 'config' | 'said'> {
  const config = stored as Record<string, unknown>;
  const fields = kinds.find((k) => k.kind === kind)?.fields ?? [];
  const said = fields.flatMap((f) => {
    const value = config[f.name];
    if (value === undefined) return [];
    return [{ label: f.label, value: f.options?.find((o) => o.value === value)?.label ?? String(value) }];
  });
  return { config, said };
}

/** The number of the connection with this name. */
export async function connectionNamed(actor: Actor, name: string): Promise<number> {
  requirePermission(actor, 'sources:read');
  const all = await list(actor.organizationId);
  const found = all.find((c) => c.name === name) ?? all.find((c) => c.name.toLowerCase() === name.toLowerCase());
  if (!found)
    throw new AppError('not_found', `There is no connection "${name}". There are: ${all.map((c) => c.name).join(', ') || 'none'}.`);
  return found.id;
}

type Found = Awaited<ReturnType<typeof list>>[number];

async function rowsOf(actor: Actor, now: Date, kinds: typeof allKinds): Promise<(c: Found) => ConnectionRow> {
  const org = actor.organizationId;
  const [figures, arrivals, refusals, runs] = await Promise.all([
    connectionFigures(org),
    connectionArrivals(org),
    refusedExports(org),
    livingRuns(org),
  ]);
  return (c) => {
    const { schedule, from, needsPerson } = readPlan(c.schedule);
    const [own, run] = [figures.find((f) => f.connectionId === c.id), runs.find((r) => r.connectionId === c.id)];
    const refused = refusals.find((r) => r.connectionId === c.id)?.n ?? 0;
    const days = arrivals.find((a) => a.connectionId === c.id)?.days ?? [];
    return {
      ...{ id: c.id, name: c.name, kind: c.kind, title: kinds.find((k) => k.kind === c.kind)?.title ?? c.kind },
      ...{ schedule, scheduleWords: scheduleWords(schedule), from, enabled: c.enabled, hashPersons: c.hashPersons },
      state: connectionState({ ...c, schedule, needsPerson, isRunning: run !== undefined, arrivals: days, refused }, now),
      doing: run?.note ?? null,
      lastGoodAt: c.lastGoodAt?.toISOString() ?? null,
      nextAt: c.enabled || c.nextAt === null ? (c.nextAt?.toISOString() ?? null) : null,
      ...{ rows: own?.rows ?? '0', months: own?.months ?? 0, completeTo: own?.completeTo ?? null },
    };
  };
}
