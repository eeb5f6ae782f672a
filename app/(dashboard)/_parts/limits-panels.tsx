import { Suspense } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Actor } from '@/lib/core/access/actor';
import { today } from '@/lib/http/today';
import { agreementOutline } from '@/lib/services/agreements/agreement-bars';
import { countBudgets } from '@/lib/services/budgets/budgets-ahead';
import { AgreementLimits } from './agreement-limits';
import { BudgetLimits } from './budget-limits';
import { LimitRows } from './limit-rows';

const SHOWN = 5;

/** Budgets and agreements side by side. How many lines there are is known at once, so their place is held while they are worked out. */
export async function LimitsPanels({ actor }: { actor: Actor }) {
  const [budgets, outline] = await Promise.all([countBudgets(actor, SHOWN), agreementOutline(actor, today())]);
  const running = Math.min(SHOWN, outline.running.length);
  return (
    <div className="grid min-w-0 gap-x-8 desk:grid-cols-2">
      {budgets === 0 ? (
        <Panel>
          <None what="No budget yet." href="/budgets" action="See budgets" />
        </Panel>
      ) : (
        <Suspense fallback={<LimitRows title="Budgets at risk" rows={budgets} />}>
          <BudgetLimits actor={actor} count={SHOWN} />
        </Suspense>
      )}
      {outline.total === 0 ? (
        <Panel>
          <None what="No agreement yet." href="/agreements" action="See agreements" />
        </Panel>
      ) : (
        <Suspense fallback={<LimitRows title="Agreements" rows={running} after={outline.next.length} />}>
          <AgreementLimits actor={actor} count={SHOWN} outline={outline} />
        </Suspense>
      )}
    </div>
  );
}

const None = ({ what, href, action }: { what: string; href: string; action: string }) => (
  <p className="flex items-center justify-between gap-4 text-13 text-ink-3">
    {what}
    <LinkButton tone="quiet" size="small" href={href} className="print:hidden">
      {action}
    </LinkButton>
  </p>
);
