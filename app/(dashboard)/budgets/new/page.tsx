import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/panel-states';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { isCostDimension } from '@/lib/core/costs/dimensions';
import { queryCosts } from '@/lib/services/costs/query-costs';
import { BudgetForm } from '../_parts/budget-form';
import { lastDays } from '../_parts/last-days';

export const metadata: Metadata = { title: 'New budget' };

export default async function NewBudgetPage({ searchParams }: PageProps<'/budgets/new'>) {
  const actor = await requireActorOrRedirect('/budgets/new');
  const { per, f, measure } = await searchParams;
  const costs = await queryCosts(actor, { groupBy: ['month'], ...lastDays(new Date(), 92) });
  const charges = (currency: string) => costs.reduce((sum, c) => sum + (c.currency === currency ? Number(c.charges) : 0), 0);
  const currencies = [...new Set(costs.map((c) => c.currency))].filter((c) => /^[A-Z]{3}$/.test(c)).sort((a, b) => charges(b) - charges(a));
  return (
    <>
      <PageHeader title="New budget" note="A limit, and who is told before it is reached" />
      <PageBody>
        {!can(actor.role, 'budgets:write') ? (
          <EmptyState
            title="You can see budgets, not make them"
            reason="It needs the role editor. Ask an administrator of this organisation."
          />
        ) : (
          <BudgetForm
            currencies={currencies.length ? currencies : ['USD']}
            initial={{
              ...(typeof per === 'string' && isCostDimension(per) && { per }),
              ...(f !== undefined && { filter: [f].flat() }),
              measure: measure === 'billed' ? 'billed' : 'effective',
            }}
          />
        )}
      </PageBody>
    </>
  );
}
