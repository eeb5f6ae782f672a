import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { compileRules } from '../../core/allocation/rules';
import { AppError } from '../../core/app-error';
import { foldMeter, LONGEST_METER, TaughtMeaning, taughtText } from '../../core/meters/taught';
import { ledgerChanged } from '../../db/ledger-news';
import { allocateAll, holdAllocation } from '../../db/loading/allocate';
import { holdMeanings, type ReEnriched, reEnrich } from '../../db/loading/re-enrich';
import { markLoadsDirty } from '../../db/loading/usage-sums';
import { readSettings } from '../../db/records/allocation';
import { recordLedgerAudit } from '../../db/records/audit';
import { dropTaught, putTaught, readTaught } from '../../db/records/taught-meters';
import { inTransaction } from '../../db/sql';
import { taughtBook, withCanonicalModel } from '../../ingest/enrich/taught';
import { meaningColumns } from '../../ingest/profiles';
import { rulesOf } from '../allocation/settings';
import { reEnrichmentOf } from './decide';

export const MeterToTeach = z.strictObject({
  /** Our id of the provider, as the pages and `headroom meters list` have it. */
  provider: z.string().trim().min(1).max(120),
  /** The meter as it stands on the bill, in any case. */
  meter: z.string().trim().min(1).max(LONGEST_METER),
  meaning: TaughtMeaning,
});
export type MeterToTeach = z.input<typeof MeterToTeach>;

export interface MeterTaught {
  outcome: 'taught' | 'unchanged' | 'forgotten';
  id: number;
  provider: string;
  meter: string;
  /** Profiles of charges that mean something else than before. */
  profiles: number;
  /** Loads whose sums were made anew. */
  loads: number;
}

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];

/** Says what a meter means, from now on and in all that is stored. No charge and no sum of a load changes. Needs `meters:write`. */
export async function teachMeter(actor: Actor, input: MeterToTeach): Promise<MeterTaught> {
  requirePermission(actor, 'meters:write');
  const asked = MeterToTeach.parse(input);
  const organization = actor.organizationId;
  const told = { provider: asked.provider, meter: foldMeter(asked.meter), meaning: withCanonicalModel(asked.meaning) };
  return alone(organization, async (client) => {
    const before = await readTaught(client, organization);
    const known = before.find((t) => t.provider === told.provider && t.meter === told.meter);
    const about = { provider: told.provider, meter: told.meter };
    if (known && taughtKey(known.meaning) === taughtKey(told.meaning))
      return { outcome: 'unchanged', id: known.id, ...about, profiles: 0, loads: 0 };
    const id = await putTaught(client, organization, { ...told, by: actor.name });
    const done = await apply(client, actor, told, [...before.filter((t) => t !== known), told]);
    await recordLedgerAudit(client, actor, {
      action: 'meter.taught',
      subject: told.meter,
      details: { provider: told.provider, means: taughtText(told.meaning), ...counts(done) },
    });
    return { outcome: 'taught', id, ...about, ...counts(done) };
  });
}

/** Takes back what a meter was taught to mean: the grammars decide again, over the past too. Needs `meters:write`. */
export async function forgetMeter(actor: Actor, id: number): Promise<MeterTaught> {
  requirePermission(actor, 'meters:write');
  const organization = actor.organizationId;
  return alone(organization, async (client) => {
    const before = await readTaught(client, organization);
    const known = before.find((t) => t.id === id);
    if (!known) throw new AppError('not_found', `There is no taught meter ${id}.`);
    await dropTaught(client, organization, id);
    const done = await apply(
      client,
      actor,
      known,
      before.filter((t) => t !== known),
    );
    await recordLedgerAudit(client, actor, {
      action: 'meter.forgotten',
      subject: known.meter,
      details: { provider: known.provider, meant: taughtText(known.meaning), ...counts(done) },
    });
    return { outcome: 'forgotten', id, provider: known.provider, meter: known.meter, ...counts(done) };
  });
}

const counts = ({ profiles, loads }: ReEnriched) => ({ profiles, loads: loads.length });

/** The same meaning whatever the order in which it was written. */
const taughtKey = (meaning: TaughtMeaning): string => JSON.stringify(Object.entries(meaning).sort(([a], [b]) => (a < b ? -1 : 1)));

const PATIENCE = '20s';
/** Sums of a whole ledger by many columns are hashed in memory where that fits, and sorted where it does not. */
const MEMORY = '128MB';
const LOCK_NOT_AVAILABLE = '55P03';

/** In one transaction, while no import of the organisation writes. A long import is not waited for: whoever teaches is told. */
async function alone<T>(organization: number, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(organization, async (client) => {
    await client.query(`set local lock_timeout = '${PATIENCE}'`);
    await holdMeanings(client, organization, 'alone').catch((e: { code?: string }) => {
      if (e.code !== LOCK_NOT_AVAILABLE) throw e;
      throw new AppError('conflict', 'A bill is being loaded just now. What a meter means can be changed when it is there.');
    });
    await client.query('set local lock_timeout = 0');
    await client.query(`set local work_mem = '${MEMORY}'`);
    return work(client);
  });
}

const meanings = new Set<string>(meaningColumns.map(([column]) => column));

/** Decides the meter anew in all that is stored, and what follows from it: rules of allocation that ask for a meaning, days of usage. */
async function apply(
  client: Client,
  actor: Actor,
  meter: { provider: string; meter: string },
  taught: Parameters<typeof taughtBook>[0],
): Promise<ReEnriched> {
  const organization = actor.organizationId;
  const done = await reEnrich(client, organization, reEnrichmentOf(meter, taughtBook(taught)));
  if (done.profiles === 0) return done;
  const settings = await readSettings(organization);
  const asking = settings.dimensions.filter((d) => compileRules(d.rules, settings.synonyms).columns.some((c) => meanings.has(c)));
  if (asking.length > 0) await holdAllocation(client, organization);
  for (const dimension of asking) await allocateAll(client, organization, rulesOf(settings, dimension));
  await markLoadsDirty(client, organization, done.loads);
  await client.query(ledgerChanged(organization));
  return done;
}
