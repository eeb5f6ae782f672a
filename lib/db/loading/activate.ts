import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { ledgerChanged } from '../ledger-news';
import { recordLedgerAudit } from '../records/audit';
import { inTransaction } from '../sql';
import { deriveClaims } from './claims';
import { markLoadsDirty } from './usage-sums';

/** Makes complete loads count, all of them in one small transaction: readers see what was there before, or this, never a mixture. */
export async function activateLoads(actor: Actor, ids: readonly number[], subject: string): Promise<void> {
  await inTransaction(actor.organizationId, async (client) => {
    const { rows } = await client.query<{ provider: string }>(
      // One number for all of them: the loads of one file do not compete, even where some of its rows name no account.
      `with this as materialized (select nextval('load_activation') as activation)
       update load set status = 'complete', activation = this.activation, activated_at = now(), undone_at = null from this
        where organization_id = $1 and id = any($2) and status in ('complete', 'undone') returning provider`,
      [actor.organizationId, ids],
    );
    await deriveClaims(client, actor.organizationId, [...new Set(rows.map((r) => r.provider))]);
    await markLoadsDirty(client, actor.organizationId, ids);
    await client.query(ledgerChanged(actor.organizationId));
    await recordLedgerAudit(client, actor, { action: 'load.activated', subject, details: { loads: ids.join(', ') } });
  });
}

/** Takes a load back. What it had replaced counts again. */
export async function undoLoad(actor: Actor, id: number): Promise<void> {
  await inTransaction(actor.organizationId, async (client) => {
    const { rows } = await client.query<{ provider: string; billing_period: string }>(
      `update load set status = 'undone', undone_at = now() where organization_id = $1 and id = $2 and status = 'complete' and activation is not null
       returning provider, billing_period`,
      [actor.organizationId, id],
    );
    const load = rows[0];
    if (!load) throw new AppError('not_found', `There is no load ${id} that could be undone.`);
    await deriveClaims(client, actor.organizationId, [load.provider]);
    await markLoadsDirty(client, actor.organizationId, [id]);
    await client.query(ledgerChanged(actor.organizationId));
    await recordLedgerAudit(client, actor, {
      action: 'load.undone',
      subject: `${load.provider} ${load.billing_period}`,
      details: { load: id },
    });
  });
}
