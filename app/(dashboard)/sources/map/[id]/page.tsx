import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { isolated, visible } from '@/lib/core/text/visible';
import { orNotFound } from '@/lib/http/or-not-found';
import { getImport } from '@/lib/services/imports/list-imports';
import { MappingScreen } from '../../_parts/mapping-screen';

export const metadata: Metadata = { title: 'Map columns' };

export default async function MapColumnsPage({ params }: PageProps<'/sources/map/[id]'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect(`/sources/map/${id}`);
  if (!/^\d{1,9}$/.test(id)) notFound();
  const file = await orNotFound(() => getImport(actor, Number(id)));
  // What is loaded, or on its way, is not read in another way any more.
  if (!can(actor.role, 'imports:write') || !['uploaded', 'interrupted', 'refused'].includes(file.status)) redirect(`/sources?import=${id}`);
  return (
    <>
      <PageHeader title="Map columns" note={isolated(visible(file.fileName))} />
      <PageBody>
        <MappingScreen importId={file.id} />
      </PageBody>
    </>
  );
}
