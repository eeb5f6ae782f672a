import type { Actor } from '../../core/access/actor';
import type { ImportResult } from '../../core/imports/result';
import { writeContractCommitments } from '../../db/loading/contract-commitments';
import { findOrMakeSource } from '../../db/records/sources';
import { stageContractCommitments } from '../../ingest/contract-commitments';
import type { Session } from '../../ingest/duckdb/session';
import type { Recognition } from '../../ingest/pipeline';

/** Terms of commitments are kept as they are written; nothing of them is a charge. */
export async function storeContractCommitments(
  actor: Actor,
  {
    importId,
    session,
    recognition,
    contentHash,
    sourceName,
  }: { importId: number; session: Session; recognition: Recognition; contentHash: string; sourceName: string | undefined },
): Promise<Omit<ImportResult, 'file' | 'provider' | 'format'>> {
  const { rows, from, to } = await stageContractCommitments(session, recognition);
  const sourceId = await findOrMakeSource(actor.organizationId, {
    name: sourceName,
    provider: 'focus',
    format: recognition.format.id,
    fingerprint: `focus|${recognition.format.id}`,
    suggestedName: 'FOCUS contract commitments',
  });
  const id = await writeContractCommitments(actor.organizationId, {
    importId,
    sourceId,
    contentHash,
    format: `${recognition.format.title} ${recognition.version}`,
    from,
    to,
    rows,
  });
  return {
    outcome: 'imported',
    reason: null,
    rows: rows.length,
    accepted: rows.length,
    rejected: 0,
    skipped: 0,
    billed: [],
    effective: [],
    from,
    to,
    loads: [id],
    replaced: [],
  };
}
