import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listAgreements } from '@/lib/services/agreements/list-agreements';
import { listSeries } from '@/lib/services/series/list-series';
import { AgreementList } from './_parts/agreement-list';
import { EditDialog } from './_parts/edit-dialog';
import { SeriesPanel } from './_parts/series-panel';
import { Timeline } from './_parts/timeline';

export const metadata: Metadata = { title: 'Agreements' };

export default async function AgreementsPage() {
  const actor = await requireActorOrRedirect('/agreements');
  const day = today();
  const [rows, series] = await Promise.all([listAgreements(actor, day), listSeries(actor)]);
  const mayWrite = can(actor.role, 'agreements:write');
  return (
    <>
      <PageHeader
        title="Agreements"
        note="What is owed, what is left, until when"
        actions={
          <>
            {rows.length > 0 && (
              <>
                <a
                  className={buttonClass('quiet')}
                  href="/api/v1/agreements/calendar"
                  download
                  title="Every date of every agreement, for a calendar"
                >
                  Calendar
                </a>
                <a
                  className={buttonClass('quiet')}
                  href="/api/v1/agreements/export"
                  download
                  title="Every agreement as a file that can be applied again"
                >
                  YAML
                </a>
              </>
            )}
            {mayWrite && <EditDialog today={day} />}
          </>
        }
      />
      <PageBody>
        {rows.length === 0 ? (
          <EmptyState
            title="No agreement yet"
            reason="Revenue shares with a cap, committed spend, prepaid credits and licences: written down once, they are worked out from the ledger or from an uploaded series every day."
            actions={mayWrite && <EditDialog today={day} />}
          />
        ) : (
          <>
            <Panel title="Timeline" note="Every agreement to its end">
              <Timeline rows={rows} today={day} />
            </Panel>
            <Panel title="What is left">
              <AgreementList rows={rows} today={day} />
            </Panel>
          </>
        )}
        <SeriesPanel series={series} mayWrite={mayWrite} />
      </PageBody>
    </>
  );
}
