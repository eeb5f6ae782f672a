import type { Actor } from '../../core/access/actor';
import type { Finding } from '../../core/imports/result';
import { findImport, updateImport } from '../../db/records/imports';
import { findOrganization } from '../../db/records/organizations';
import { afterLoad } from '../loads/after-load';
import type { FileChoices } from './choices';
import { ingestFile } from './ingest-file';
import { outageSentence } from './outage';
import { removeUpload } from './receive-upload';

/** The queue's side of an import that a person has confirmed. Who confirmed it was authorised then. */
export async function runImport({ organizationId, importId }: { organizationId: number; importId: number }): Promise<void> {
  const [record, organization] = await Promise.all([findImport(organizationId, importId), findOrganization(organizationId)]);
  if (!record || !organization || record.status !== 'queued') return;
  const actor: Actor = {
    organizationId,
    organizationName: organization.name,
    userId: null,
    name: record.createdByName,
    email: null,
    role: 'editor',
  };
  try {
    const { outcome } = await ingestFile(actor, {
      importId,
      path: record.filePath,
      name: record.fileName,
      choices: record.choices as FileChoices,
      expectedRows: (record.finding as unknown as Finding | null)?.rows ?? undefined,
    });
    if (outcome !== 'refused' && outcome !== 'unchanged') await afterLoad(organizationId);
    if (outcome !== 'refused') await removeUpload(record.filePath); // the ledger has it; a refused file can be tried again with a choice
  } catch (e) {
    console.error(`import ${importId}`, e);
    await updateImport(importId, { status: 'interrupted', reason: outageSentence(e) });
  }
}
