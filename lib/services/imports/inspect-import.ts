import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { Finding } from '../../core/imports/result';
import { dayAfterEnd } from '../../core/time/days';
import { competingLoads } from '../../db/queries/competing-loads';
import { findImport, settleFinding } from '../../db/records/imports';
import { env } from '../../env';
import { openSession } from '../../ingest/duckdb/session';
import { providerOf } from '../../ingest/enrich/provider';
import { type Outline, outline } from '../../ingest/outline';
import { previewRows, recognise } from '../../ingest/pipeline';
import { Refusal } from '../../ingest/refusal';
import { amountsOf, besideTheFile, type FileMonth } from './amounts';
import { mergeChoices } from './choices';
import { recallFor, withMapping } from './mappings/saved-mappings';

/** What an uploaded file is, with its first rows as they would be stored and what it would replace. Loads nothing. */
export async function inspectImport(actor: Actor, id: number, input: unknown): Promise<Finding> {
  requirePermission(actor, 'imports:write');
  const record = await findImport(actor.organizationId, id);
  if (!record) throw new AppError('not_found', `There is no import ${id}.`);
  if (!['uploaded', 'interrupted', 'refused'].includes(record.status))
    throw new AppError('conflict', `This import is ${record.status}; there is nothing to look at again.`);
  const choices = mergeChoices(record.choices, input);
  const scratch = path.join(env().HEADROOM_HOME, 'scratch', `inspect-${id}-${randomUUID().slice(0, 8)}`);
  await fs.promises.mkdir(scratch, { recursive: true });
  const session = await openSession({ scratch, folders: [path.dirname(record.filePath)], memory: env().HEADROOM_IMPORT_MEMORY });
  try {
    const found = await recognise(
      session,
      { path: record.filePath, name: record.fileName },
      scratch,
      await withMapping(actor.organizationId, choices),
      recallFor(actor.organizationId),
    );
    const about = found.dataset === 'contract' ? null : await outline(session, found);
    const providers = [...new Set((about?.issuers ?? [found.format.provider]).map((i) => providerOf(i)))];
    const finding: Finding = {
      provider: providers.join(', '),
      format: found.format.title,
      formatId: found.format.id,
      version: found.version,
      because: found.because,
      ...(found.mapping && { mapping: found.mapping.name }),
      dataset: found.dataset,
      members: found.members.map((m) => m.readable.member.name),
      columns: found.members[0]?.readable.written.length ?? 0,
      accounts: about?.accounts ?? [],
      currencies: about?.currencies ?? [],
      from: about?.from ?? null,
      to: about?.chargeTo ? dayAfterEnd(about.chargeTo) : null,
      rows: about?.rows ?? null,
      ...(about && counted(about)),
      rowsAreEstimated: false,
      preview: about ? ((await previewRows(session, found)) as Record<string, string | null>[]) : [],
      replacesDays: found.format.replaces === 'day',
      replaces:
        about?.from && about.toDay
          ? besideTheFile(
              await competingLoads(actor.organizationId, {
                providers,
                accounts: about.accounts,
                from: about.from,
                to: about.toDay,
                dataset: found.dataset,
              }),
              monthsOf(about),
            )
          : [],
    };
    await settleFinding(id, { finding, choices });
    return finding;
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    const finding: Finding = {
      ...nothing,
      problem: e.message,
      ...(e.choice && { choice: e.choice }),
      ...(e.isMappable && { isMappable: true }),
    };
    await settleFinding(id, { finding, choices });
    return finding;
  } finally {
    session.close();
    await fs.promises.rm(scratch, { recursive: true, force: true });
  }
}

const counted = ({ accepted, rejected, skipped, parts }: Outline) => ({
  accepted,
  rejected,
  skipped,
  billed: amountsOf(parts, 'billed'),
  effective: amountsOf(parts, 'effective'),
});

const monthsOf = ({ parts }: Outline): FileMonth[] =>
  parts.map(({ issuer, account, billingPeriod, rows, currency, billed, effective }) => ({
    provider: providerOf(issuer),
    account,
    billingPeriod,
    rows: String(rows),
    totals: [{ currency, billed, effective }],
  }));

const nothing: Finding = {
  provider: 'unknown',
  format: 'Unknown format',
  formatId: '',
  version: null,
  because: '',
  dataset: 'cost',
  members: [],
  columns: 0,
  accounts: [],
  currencies: [],
  from: null,
  to: null,
  rows: null,
  rowsAreEstimated: false,
  preview: [],
  replaces: [],
};
