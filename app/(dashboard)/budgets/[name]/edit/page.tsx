import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { InlineNotice } from '@/components/ui/notice';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { budgetDefinition } from '@/lib/services/budgets/edit-budget';
import { BudgetForm } from '../../_parts/budget-form';

export const metadata: Metadata = { title: 'Change budget' };

export default async function EditBudgetPage({ params }: PageProps<'/budgets/[name]/edit'>) {
  const name = decodeURIComponent((await params).name);
  const actor = await requireActorOrRedirect(`/budgets/${encodeURIComponent(name)}/edit`);
  const d = await budgetDefinition(actor, name);
  if (!d) notFound();
  const text = (key: string, otherwise: string) => (typeof d[key] === 'string' ? (d[key] as string) : otherwise);
  const isPlain = ['amounts', 'periods', 'growth', 'carry', 'zone', 'parent', 'notes'].every((key) => !(key in d));
  return (
    <>
      <PageHeader title={`Change ${name}`} />
      <PageBody>
        {isPlain ? (
          <BudgetForm
            isKnown
            currencies={[text('currency', 'USD')]}
            initial={{
              name,
              owner: text('owner', ''),
              measure: text('measure', 'billed') as 'billed',
              amount: text('amount', ''),
              period: text('period', 'month'),
              days: text('days', '30'),
              fiscal_start: text('fiscal_start', '1'),
              per: text('per', ''),
              filter: (d.filter as string[] | undefined) ?? [],
              thresholds: (d.thresholds as string[]).join(', '),
            }}
          />
        ) : (
          <InlineNotice title="This budget says more than the form can">
            It has a parent, a calendar, a growing amount or the like. Export the budgets as YAML, change it there, and import the file.
          </InlineNotice>
        )}
      </PageBody>
    </>
  );
}
