import type { Metadata } from 'next';
import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { NotUnderstood } from '@/components/filters/not-understood';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { nobody } from '@/lib/core/allocation/nobody';
import { inSentence } from '@/lib/core/text/in-sentence';
import { orNotFound } from '@/lib/http/or-not-found';
import { today } from '@/lib/http/today';
import { getStatementsOf, totalsOf } from '@/lib/services/allocation/statements';
import { StatementView } from '../_parts/statement-view';
import { allocationNotUnderstood, parseAllocationView } from '../_parts/view';
import { PrintButton } from './print-button';

export const metadata: Metadata = { title: 'Statements' };

/** Statements for paper: whose, which month, how much and why, and whether they can still change. */
export default async function PrintPage({ searchParams }: PageProps<'/allocation/print'>) {
  const actor = await requireActorOrRedirect('/allocation/print');
  const raw = await searchParams;
  const day = today();
  const { target, ...asked } = parseAllocationView(raw);
  const statements = await orNotFound(() => getStatementsOf(actor, { ...asked, target }, day));
  const { month, dimension, state, lines } = statements;
  return (
    <article className="mx-auto max-w-4xl px-6 py-8 text-13 print:max-w-none print:p-0">
      <div className="mb-6 flex justify-between gap-4 print:hidden">
        <Link href={`/allocation?tab=statements&dimension=${dimension.key}&month=${month}`} className="text-ink-2 hover:underline">
          Back to the statements
        </Link>
        <PrintButton />
      </div>
      <NotUnderstood words={allocationNotUnderstood(raw)} />
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4 border-ink border-b-2 pb-4">
        <div>
          <p className="text-12 text-ink-2">
            <Name>{actor.organizationName}</Name>
          </p>
          <h1 className="text-20">
            {target === null ? `Cost by ${inSentence(dimension.title)}` : target === nobody ? 'Unallocated' : <Name>{target}</Name>},{' '}
            {month}
          </h1>
          <p className="text-ink-2">
            Effective cost,{' '}
            {state === 'closed'
              ? `closed on ${statements.closedAt?.slice(0, 10)} by ${statements.closedByName}`
              : `a draft as known on ${day}`}
          </p>
        </div>
        <dl className="text-right">
          {totalsOf(lines).map((t) => (
            <div key={t.currency}>
              <dt className="sr-only">Total in {t.currency}</dt>
              <dd className="text-16 font-strong">
                <Money amount={t.amount} currency={t.currency} />
              </dd>
            </div>
          ))}
        </dl>
      </header>
      {lines.length === 0 ? <p>There are no costs in this month.</p> : <StatementView lines={lines} />}
      <footer className="mt-8 border-line border-t pt-3 text-12 text-ink-2">
        Direct cost is that of the charges which rules or tags give to the {inSentence(dimension.title)}. Shared costs are split each month,
        exact to the minor unit; what a target carries, its pool passes on, so that all statements add up to the cost of the month. The
        place in the organisation is that of the first day of the month.
      </footer>
    </article>
  );
}
