import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/panel-states';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { AppError } from '@/lib/core/app-error';
import { number } from '@/lib/http/params';
import { listKinds } from '@/lib/services/connections/kinds';
import { getConnection } from '@/lib/services/connections/list-connections';
import { ConnectionForm } from '../../_parts/connection-form';

export const metadata: Metadata = { title: 'Edit connection' };

export default async function EditConnectionPage({ params }: PageProps<'/sources/connections/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect(`/sources/connections/${id}/edit`);
  const found = await getConnectionOrNull(actor, id);
  const kind = found && listKinds(actor).find((k) => k.kind === found.kind);
  if (!found || !kind) notFound();
  return (
    <>
      <PageHeader title={`Edit ${found.name}`} note={kind.title} />
      <PageBody>
        {can(actor.role, 'connections:write') ? (
          <ConnectionForm kind={kind} connection={found} from={found.from} schedule={found.schedule} />
        ) : (
          <EmptyState title="You can see connections, not change them" reason="It needs the role admin." />
        )}
      </PageBody>
    </>
  );
}

async function getConnectionOrNull(actor: Parameters<typeof getConnection>[0], id: string) {
  try {
    return await getConnection(actor, number(id), new Date());
  } catch (e) {
    if (e instanceof AppError && e.code === 'not_found') return null;
    throw e;
  }
}
