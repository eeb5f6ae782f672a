import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { AuditQuery, getAudit, type AuditPage as Page } from '@/lib/services/audit/get-audit';
import { NotForYou } from '../_parts/not-for-you';
import { actionWords, detailWords, momentOf } from './_parts/audit-words';

export const metadata: Metadata = { title: 'Audit log · Settings' };

const columns: Column<Page['rows'][number]>[] = [
  { key: 'at', header: 'Time, UTC', cell: (e) => <span className="whitespace-nowrap tabular-nums">{momentOf(e.at)}</span> },
  { key: 'who', header: 'Who', className: 'min-w-24', cell: (e) => e.actorName },
  { key: 'what', header: 'What', className: 'min-w-32', cell: (e) => actionWords(e.action) },
  { key: 'subject', header: 'To what', className: 'w-1/4 min-w-48', cell: (e) => <span className="break-words">{e.subject}</span> },
  {
    key: 'details',
    header: 'Details',
    className: 'w-1/3 min-w-56',
    cell: (e) => <span className="text-ink-2">{detailWords(e.details)}</span>,
  },
];

/** An entry on a narrow screen. */
function Entry({ action, at, subject, actorName, details }: Page['rows'][number]) {
  const said = detailWords(details);
  return (
    <div className="grid gap-0.5">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-strong">{actionWords(action)}</span>
        <span className="whitespace-nowrap text-12 text-ink-3 tabular-nums">{momentOf(at)} UTC</span>
      </p>
      <p className="break-words">{subject}</p>
      <p className="break-words text-12 text-ink-2">{said ? `${actorName} · ${said}` : actorName}</p>
    </div>
  );
}

export default async function AuditPage({ searchParams }: PageProps<'/settings/audit'>) {
  const actor = await requireActorOrRedirect();
  if (!can(actor.role, 'audit:read')) return <NotForYou role={actor.role} what="read the audit log" />;
  const query = AuditQuery.parse({ before: (await searchParams).before });
  const { rows, older } = await getAudit(actor, query);
  return (
    <Panel title="Audit log" note={`Who changed what in ${actor.organizationName}, newest first. Entries are only ever added.`}>
      {rows.length ? (
        <Table caption="Audit log" columns={columns} rows={rows} rowKey={(e) => e.id} dense={false} narrow={Entry} />
      ) : (
        <p className="text-13 text-ink-2">{query.before ? 'There is nothing older.' : 'Nothing was changed yet.'}</p>
      )}
      {(query.before || older) && (
        <nav aria-label="Pages of the audit log" className="flex gap-2 pt-4">
          {query.before && <LinkButton href="/settings/audit">Newest</LinkButton>}
          {older && <LinkButton href={`/settings/audit?before=${older}`}>Older</LinkButton>}
        </nav>
      )}
    </Panel>
  );
}
