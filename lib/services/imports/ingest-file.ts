import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Actor, requirePermission } from '../../core/access/actor';
import type { ImportResult } from '../../core/imports/result';
import { dayAfterEnd } from '../../core/time/days';
import { activateLoads } from '../../db/loading/activate';
import { forgetLoads, reserveLoads, type StagedRows, writeLoads } from '../../db/loading/write-loads';
import { activeImportOf, reducedLoads } from '../../db/queries/active-import';
import { copiedRows } from '../../db/queries/copied-rows';
import { hasImportOfSize, updateImport } from '../../db/records/imports';
import { findOrMakeSource } from '../../db/records/sources';
import { listTaught } from '../../db/records/taught-meters';
import { env } from '../../env';
import { openSession, quote, type Session } from '../../ingest/duckdb/session';
import { taughtBook } from '../../ingest/enrich/taught';
import { nulRefusal } from '../../ingest/lines';
import { assignLoads, copySelects, countRecords, type Recognition, recognise, type Staged, stage } from '../../ingest/pipeline';
import { makeProfiles, meaningColumns } from '../../ingest/profiles';
import { Refusal } from '../../ingest/refusal';
import { partTotals, rollUpStaged, rollupSelects } from '../../ingest/rollups';
import { amountsOf } from './amounts';
import type { FileChoices } from './choices';
import { hashOf } from './content-hash';
import { storeContractCommitments } from './contract-commitments';
import { formatName, identityOf, loadsOf } from './load-identity';
import { isReadAlike, readByOf, recallFor, withMapping } from './mappings/saved-mappings';
import { outageSentence } from './outage';
import { rejectFile, writeRejects } from './rejects';

export interface IngestRequest {
  importId: number;
  path: string;
  name: string;
  choices: FileChoices;
  /** From the look before the confirmation, for the remaining time. */
  expectedRows?: number | undefined;
}

/** A file from its bytes to counting: detect → map → reject → enrich → copy → check → roll up → activate. Never half. */
export async function ingestFile(actor: Actor, request: IngestRequest): Promise<ImportResult> {
  requirePermission(actor, 'imports:write');
  const scratch = path.join(env().HEADROOM_HOME, 'scratch', `import-${request.importId}-${randomUUID().slice(0, 8)}`);
  const watch: Watch = { progress: () => null };
  const beat = setInterval(() => sayProgress(request.importId, watch).catch(() => {}), 1_000);
  try {
    await updateImport(request.importId, { status: 'running', phase: 'detect', startedAt: new Date(), reason: null });
    await fs.promises.mkdir(scratch, { recursive: true });
    const result = await ingest(actor, request, scratch, watch);
    const status = result.outcome === 'refused' ? 'refused' : 'done';
    await updateImport(request.importId, {
      status,
      phase: null,
      rows: BigInt(result.rows),
      result: { ...result } as object,
      reason: result.reason,
      finishedAt: new Date(),
    });
    return result;
  } catch (e) {
    await updateImport(request.importId, {
      status: 'interrupted',
      reason: outageSentence(e),
    }).catch(() => {});
    throw e;
  } finally {
    clearInterval(beat);
    await fs.promises.rm(scratch, { recursive: true, force: true });
  }
}

/** How far the current phase is, as the engines themselves say it. */
interface Watch {
  progress(): Promise<{ done: number; total: number } | null> | null;
}

/** Reading is measured by DuckDB, copying by PostgreSQL; the other phases take no time worth measuring. */
function progressOf(
  phase: string,
  { session, organization, total, expected }: { session: Session; organization: number; total: number; expected: number | undefined },
): Watch['progress'] {
  if (phase === 'copy' && total) return async () => ({ done: await copiedRows(organization), total });
  if (phase === 'read' && expected)
    return async () => {
      const part = session.progress();
      return part === null ? null : { done: Math.round(part * expected), total: expected };
    };
  return () => null;
}

async function sayProgress(importId: number, watch: Watch): Promise<void> {
  const said = await watch.progress();
  await updateImport(importId, said ? { rows: BigInt(said.done), rowsTotal: BigInt(said.total) } : {});
}

async function ingest(actor: Actor, request: IngestRequest, scratch: string, watch: Watch): Promise<ImportResult> {
  const { importId, choices } = request;
  const org = actor.organizationId;
  const hash = hashOf(request.path);
  hash.catch(() => {});
  const open = () => openSession({ scratch, folders: [path.dirname(request.path)], memory: env().HEADROOM_IMPORT_MEMORY });
  const session = await open();
  let recognition: Recognition | undefined;
  try {
    const said = await withMapping(org, choices);
    // Only a file of a size seen before can be the same file: the others are hashed beside their reading.
    if (await hasImportOfSize(org, importId)) {
      const earlier = await activeImportOf(org, await hash, JSON.stringify(choices));
      if (earlier && (await isReadAlike(org, said, (earlier.result as ImportResult).mapping))) return unchanged(request.name, earlier);
    }
    recognition = await recognise(session, request, scratch, said, recallFor(org));
    const about = { file: request.name, provider: recognition.format.provider, format: formatName(recognition), ...readByOf(recognition) };
    let total = 0;
    const progress = async (phase: string) => {
      watch.progress = progressOf(phase, { session, organization: org, total, expected: request.expectedRows });
      await updateImport(importId, { phase, rows: 0n, rowsTotal: null });
    };
    if (recognition.dataset === 'contract') {
      const result = await storeContractCommitments(actor, {
        importId,
        session,
        recognition,
        contentHash: await hash,
        sourceName: choices.source,
      });
      await updateImport(importId, { fileHash: await hash });
      return { ...about, ...result };
    }
    const staged = await stage(session, recognition, scratch, progress);
    total = staged.accepted;
    if (staged.rejects.length) await writeRejects(rejectFile(importId), staged.rejects);
    if (staged.accepted === 0) return { ...about, ...nothingLanded(request.name, staged), ...empty };
    const before = await reducedLoads(org);
    const loads = loadsOf(recognition, staged, await hash);
    const sourceId = await findOrMakeSource(org, identityOf(recognition, staged.parts, choices.source));
    const ids = await reserveLoads(org, { sourceId, importId, loads });
    const totals = (
      await writeLoads(org, loads, ids, stagedRows(session, scratch, org, staged), progress).catch(async (e) => {
        await forgetLoads(org, ids);
        throw (e as { code?: string }).code === INVALID_BYTES ? await nulRefusal(session, request.name, staged.lines) : e;
      })
    ).flatMap((l) => l.totals);
    await progress('activate');
    await activateLoads(actor, ids, request.name);
    const replaced = [...(await reducedLoads(org))].filter((id) => !before.has(id) && !ids.includes(id));
    await updateImport(importId, { fileHash: await hash });
    return {
      ...about,
      outcome: staged.rejected ? 'imported-with-rejects' : 'imported',
      reason: staged.rejected ? rejectSentence(request.name, staged) : null,
      rows: staged.rows,
      accepted: staged.accepted,
      rejected: staged.rejected,
      skipped: staged.skipped,
      billed: amountsOf(totals, 'billed'),
      effective: amountsOf(totals, 'effective'),
      from: minimum(staged.parts.map((p) => p.fromDay)),
      to: dayAfterEnd(staged.parts.map((p) => p.chargeTo).reduce((a, b) => (a > b ? a : b))),
      loads: ids,
      replaced,
    };
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    const counted = e.isUnreadable ? 0 : await countQuietly(open, request, scratch);
    return {
      file: request.name,
      provider: recognition?.format.provider ?? e.recognisedAs?.provider ?? null,
      format: recognition ? formatName(recognition) : (e.recognisedAs?.title ?? null),
      outcome: 'refused',
      reason: e.message,
      rows: counted,
      accepted: 0,
      rejected: counted,
      skipped: 0,
      ...empty,
      ...(e.choice && { choice: e.choice }),
      ...(e.isMappable && { isMappable: true }),
    };
  } finally {
    session.close();
  }
}

const INVALID_BYTES = '22021';

const empty = { billed: [], effective: [], from: null, to: null, loads: [], replaced: [] } satisfies Partial<ImportResult>;

/** A refused file still says how many records were refused, if it can be read that far. */
async function countQuietly(open: () => Promise<Session>, request: IngestRequest, scratch: string): Promise<number> {
  const session = await open();
  try {
    return await countRecords(session, request, scratch);
  } catch {
    return 0;
  } finally {
    session.close();
  }
}

function unchanged(file: string, { importId, result, finishedAt }: { importId: number; result: unknown; finishedAt: Date }): ImportResult {
  const before = result as ImportResult;
  return {
    ...before,
    file,
    outcome: 'unchanged',
    reason: `Already loaded on ${finishedAt.toISOString().slice(0, 10)} (import ${importId}): nothing to do.`,
    replaced: [],
  };
}

function nothingLanded(name: string, s: Staged): Pick<ImportResult, 'outcome' | 'reason' | 'rows' | 'accepted' | 'rejected' | 'skipped'> {
  const counts = { rows: s.rows, accepted: 0, rejected: s.rejected, skipped: s.skipped };
  if (s.rejected === 0) return { outcome: 'imported', reason: `${name} has a header and no charges: nothing to load.`, ...counts };
  return { outcome: 'refused', reason: `No row of ${name} can be loaded. ${rejectSentence(name, s)}`, ...counts };
}

function rejectSentence(name: string, { rejects, rejected }: Staged): string {
  const first = rejects[0];
  if (!first) return `${rejected} rows were rejected.`;
  return `${rejected === 1 ? '1 row was' : `${rejected} rows were`} rejected. ${name}, line ${first.line}: ${first.reason}${first.column && !first.reason.startsWith(first.column) ? ` (column ${first.column})` : ''}.`;
}

function stagedRows(session: Session, scratch: string, organization: number, { parts, lines }: Staged): StagedRows {
  const known = path.join(scratch, 'known-profiles.csv');
  return {
    writer: {
      write: (select: string, file: string) => session.run(`copy (${select}) to ${quote(file)} (format csv, header false)`),
      cancel: () => session.duck.interrupt(),
      folder: scratch,
    },
    profileKeys: copySelects.profileKeys,
    profiles: copySelects.profiles(
      organization,
      meaningColumns.map(([c]) => c),
    ),
    rememberKnown: async (keys: AsyncIterable<Buffer>) => {
      await pipeline(keys, fs.createWriteStream(known));
      await session.run(
        `create or replace table known_profile as select * from read_csv(${quote(known)}, auto_detect = false, header = false, columns = {'profile_key': 'UUID'})`,
      );
    },
    charges: (month: string) => copySelects.charges(organization, month, lines),
    assignLoads: (ids: readonly number[]) => assignLoads(session, ids),
    describe: async () => {
      const beside = await session.beside();
      await makeProfiles(beside, scratch, taughtBook(await listTaught(organization)));
      const rolledUp = await rollUpStaged(beside);
      const totals = await partTotals(beside, rolledUp);
      const loads = parts.map((_, part) => {
        const own = totals.filter((t) => t.part === part);
        return {
          rows: own.reduce((n, t) => n + t.rows, 0),
          totals: own.map(({ currency, billed, effective }) => ({ currency, billed, effective })),
        };
      });
      return { loads, rollups: rolledUp ? rollupSelects(organization) : null };
    },
  };
}

const minimum = (days: string[]) => days.reduce((a, b) => (a < b ? a : b));
