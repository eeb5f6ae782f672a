import type { Metadata } from 'next';
import { lastDayWithYear } from '@/components/filters/period-words';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { budgetStatus } from '@/lib/services/budgets/budget-status';
import { BudgetList } from './_parts/budget-list';
import { CopyDialog } from './_parts/copy-dialog';
import { ImportDialog } from './_parts/import-dialog';
import { Tiles } from './_parts/tiles';

export const metadata: Metadata = { title: 'Budgets' };

export default async function BudgetsPage() {
  const actor = await requireActorOrRedirect('/budgets');
  const lines = await budgetStatus(actor, new Date(), { detailed: false });
  const mayWrite = can(actor.role, 'budgets:write');
  const ends = lines.map((l) => l.completeTo).sort();
  const [first, last] = [ends[0], ends.at(-1)];
  return (
    <>
      <PageHeader
        title="Budgets"
        note={
          !first || !last
            ? 'Limits we set for ourselves'
            : first === last
              ? `Bills complete to ${lastDayWithYear(last)}`
              : `Bills complete to ${lastDayWithYear(first)} at the earliest, ${lastDayWithYear(last)} at the latest`
        }
        actions={
          <>
            <a className={buttonClass('quiet')} href="/api/v1/budgets/export?format=csv" download>
              CSV
            </a>
            <a className={buttonClass('quiet')} href="/api/v1/budgets/export?format=yaml" download>
              YAML
            </a>
            {mayWrite && lines.length > 0 && <CopyDialog year={new Date().getUTCFullYear()} />}
            {mayWrite && <ImportDialog />}
            {mayWrite && (
              <LinkButton tone="primary" href="/budgets/new">
                New budget
              </LinkButton>
            )}
          </>
        }
      />
      <PageBody>
        {lines.length === 0 ? (
          <EmptyState
            title="No budget yet"
            reason="A limit on anything that is in the bills: everything, a team, a model, a provider. You are told when it is half used, when it is nearly used, and before it happens."
            actions={
              mayWrite && (
                <>
                  <LinkButton tone="primary" href="/budgets/new">
                    For everything
                  </LinkButton>
                  <LinkButton href="/budgets/new?per=team">For every team</LinkButton>
                  <LinkButton href="/budgets/new?per=model">For every model</LinkButton>
                </>
              )
            }
          />
        ) : (
          <>
            <Tiles lines={lines} />
            <Panel title="Where they stand" note="Solid is used, hatched is expected by the end of the period, the tick is an even pace.">
              <BudgetList lines={lines} />
            </Panel>
          </>
        )}
      </PageBody>
    </>
  );
}
