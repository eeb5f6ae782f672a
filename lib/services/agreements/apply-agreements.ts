import { isDeepStrictEqual } from 'node:util';
import { type Actor, requirePermission } from '../../core/access/actor';
import { readAgreements } from '../../core/agreements/read';
import type { Agreement } from '../../core/agreements/types';
import type { PlannedChange } from '../../core/plan';
import { prisma } from '../../db/client';
import { deleteAgreement, listAgreements, saveAgreement } from '../../db/records/agreements';
import { recordAudit } from '../../db/records/audit';

interface Options {
  /** Only says what would be done. */
  dryRun?: boolean;
  /** Deletes what the file does not name. */
  prune?: boolean;
}

/** Makes the agreements what the file says, whole or not at all. The same file again changes nothing. */
export async function applyAgreements(
  actor: Actor,
  file: { name: string; text: string },
  { dryRun = false, prune = false }: Options = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'agreements:write');
  return writeAgreements(actor, readAgreements(file.text, file.name), { dryRun, prune });
}

/** The same for agreements that were read already: the form of a page, the sample organisation. */
async function writeAgreements(
  actor: Actor,
  wanted: readonly Agreement[],
  { dryRun = false, prune = false }: Options = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'agreements:write');
  const stored = new Map((await listAgreements(actor.organizationId)).map((r) => [r.agreement.name, r.agreement]));
  const plan = wanted.map((a): PlannedChange => {
    const before = stored.get(a.name);
    const fields = before ? differing(before, a) : [];
    return { action: before ? (fields.length ? 'change' : 'unchanged') : 'create', name: a.name, fields };
  });
  if (prune) for (const name of stored.keys()) if (!wanted.some((a) => a.name === name)) plan.push({ action: 'delete', name, fields: [] });
  if (dryRun || plan.every((p) => p.action === 'unchanged')) return plan;
  await prisma().$transaction(async (tx) => {
    for (const { action, name, fields } of plan) {
      if (action === 'unchanged') continue;
      const agreement = wanted.find((a) => a.name === name);
      if (agreement) await saveAgreement(tx, actor.organizationId, agreement, actor.name);
      else await deleteAgreement(tx, actor.organizationId, name);
      await recordAudit(tx, actor, { action: `agreement.${action}d`, subject: name, details: { fields: fields.join(', ') } });
    }
  });
  return plan;
}

const differing = (before: Agreement, after: Agreement): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (k) => !isDeepStrictEqual((before as unknown as Record<string, unknown>)[k], (after as unknown as Record<string, unknown>)[k]),
  );
