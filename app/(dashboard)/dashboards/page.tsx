import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { listDashboards } from '@/lib/services/dashboards/manage-dashboards';
import { DashboardList } from './_parts/dashboard-list';
import { NewDashboard } from './_parts/new-dashboard';

export const metadata: Metadata = { title: 'Dashboards' };

export default async function DashboardsPage() {
  const actor = await requireActorOrRedirect('/dashboards');
  const dashboards = await listDashboards(actor);
  const mayMake = can(actor.role, 'views:write') && actor.userId !== null;
  return (
    <>
      <PageHeader title="Dashboards" note="Figures side by side, for a meeting or a morning." actions={mayMake && <NewDashboard />} />
      <PageBody>
        <DashboardList dashboards={dashboards} mayMake={mayMake} />
      </PageBody>
    </>
  );
}
