import { z } from 'zod';
import { type Actor, requirePermission } from '../../../core/access/actor';
import { can } from '../../../core/access/permissions';
import { AppError } from '../../../core/app-error';
import { ColumnMapping, missingIn } from '../../../core/imports/column-mapping';
import { columnInWords, columnsRead, placeOf } from '../../../core/imports/headings';
import type { MappingView } from '../../../core/imports/mapping-view';
import { prisma } from '../../../db/client';
import { recordAudit } from '../../../db/records/audit';
import {
  deleteMapping as drop,
  findMapping,
  findMappingFor,
  findMappingNamed,
  listMappings as list,
  putMapping,
} from '../../../db/records/column-mappings';
import { fingerprintOf } from '../../../ingest/mapped/fingerprint';
import { openImport } from './open-import';

type Stored = NonNullable<Awaited<ReturnType<typeof findMapping>>>;

const view = (actor: Actor, { id, name, fingerprint, mapping, createdByName, changedByName, changedAt }: Stored): MappingView => ({
  id,
  name,
  fingerprint,
  mapping: ColumnMapping.parse(mapping),
  createdByName,
  changedByName,
  changedAt: changedAt.toISOString(),
  mayChange: can(actor.role, 'imports:write'),
});

export async function listMappings(actor: Actor): Promise<MappingView[]> {
  requirePermission(actor, 'sources:read');
  return (await list(actor.organizationId)).map((m) => view(actor, m));
}

export async function getMapping(actor: Actor, id: number): Promise<MappingView> {
  requirePermission(actor, 'sources:read');
  const found = await findMapping(actor.organizationId, id);
  if (!found) throw new AppError('not_found', `There is no mapping ${id}.`);
  return view(actor, found);
}

export const MappingToSave = z.strictObject({
  /** The upload whose headings it is for. */
  import: z.number().int().positive(),
  mapping: ColumnMapping,
});

/** Keeps a mapping for all files with the headings of this upload; what was kept for them before is changed. */
export async function saveMapping(actor: Actor, input: z.input<typeof MappingToSave>): Promise<MappingView> {
  requirePermission(actor, 'imports:write');
  const { import: importId, mapping } = MappingToSave.parse(input);
  const { organizationId } = actor;
  const headings = await openImport(actor, importId, async ({ table }) => table.written);
  const lacking = columnsRead(mapping).find((ref) => placeOf(headings, ref) === -1);
  if (lacking) throw new AppError('invalid', `The file has no column ${columnInWords([lacking.column], 0)}.`);
  const [unsaid] = missingIn(mapping);
  if (unsaid) throw new AppError('invalid', unsaid);
  const fingerprint = fingerprintOf(headings);
  const named = await findMappingNamed(organizationId, mapping.name);
  if (named && named.fingerprint !== fingerprint)
    throw new AppError('conflict', `There is a mapping "${mapping.name}" already, for files with other columns. Choose another name.`);
  const before = await findMappingFor(organizationId, fingerprint);
  const whole = withNames(mapping, before ? ColumnMapping.parse(before.mapping) : null);
  return prisma().$transaction(async (tx) => {
    const kept = await putMapping(tx, organizationId, fingerprint, { name: mapping.name, mapping: whole, by: actor.name });
    await recordAudit(tx, actor, {
      action: before ? 'mapping.changed' : 'mapping.saved',
      subject: mapping.name,
      details: { columns: columnsRead(whole).length },
    });
    return view(actor, kept);
  });
}

/** Who is paid and the account are written down, so that another name of the mapping does not make another bill of the next file. */
function withNames(mapping: ColumnMapping, before: ColumnMapping | null): ColumnMapping {
  const { ProviderName, BillingAccountId } = mapping.fields;
  const named = { constant: mapping.name };
  return {
    ...mapping,
    fields: {
      ...mapping.fields,
      ProviderName: ProviderName ?? before?.fields.ProviderName ?? named,
      BillingAccountId: BillingAccountId ?? before?.fields.BillingAccountId ?? named,
    },
  };
}

/** Files with its headings are unknown again. What was loaded with it stays. */
export async function deleteMapping(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'imports:write');
  const found = await findMapping(actor.organizationId, id);
  if (!found) throw new AppError('not_found', `There is no mapping ${id}.`);
  await prisma().$transaction(async (tx) => {
    await drop(tx, actor.organizationId, id);
    await recordAudit(tx, actor, { action: 'mapping.deleted', subject: found.name });
  });
}
