import type { Metadata } from 'next';
import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { ScrollFrame } from '@/components/ui/scroll-frame';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import { today } from '@/lib/http/today';
import { getAgreement } from '@/lib/services/agreements/list-agreements';
import { directionWords, kindWords } from '../../_parts/words';
import { idOrNotFound } from '../_parts/id';
import { PrintButton } from './print-button';

export const metadata: Metadata = { title: 'Statement' };

/** A statement for paper: who, what, how much, and by whom it was made. */
export default async function PrintPage({ params }: PageProps<'/agreements/[id]/print'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect(`/agreements/${id}/print`);
  const day = today();
  const { agreement: a, statement } = await idOrNotFound(id, (n) => getAgreement(actor, n, day));
  const money = (amount: string) => <Money amount={amount} currency={a.currency} hideCurrency />;
  const head = 'border-ink border-b py-1 pr-4 text-left text-12 font-strong last:pr-0';
  const cell = 'border-line border-b py-1 pr-4 last:pr-0 tabular-nums';
  return (
    <article className="mx-auto max-w-4xl px-6 py-8 text-13 print:max-w-none print:p-0">
      <div className="mb-6 flex justify-between gap-4 print:hidden">
        <Link href={`/agreements/${id}`} className="text-ink-2 hover:underline">
          Back to the agreement
        </Link>
        <PrintButton />
      </div>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4 border-ink border-b-2 pb-4">
        <div>
          <p className="text-12 text-ink-2">
            <Name>{actor.organizationName}</Name>
          </p>
          <h1 className="text-20">{a.name}</h1>
          <p className="text-ink-2">
            {kindWords[a.kind]}, {directionWords(a)}, {a.start} to {a.end ?? 'open'}
          </p>
        </div>
        <p className="text-right text-12 text-ink-2">
          Statement as known on {day}
          <br />
          all amounts in {a.currency}
        </p>
      </header>
      {a.unconfirmed && <p className="mb-4 border-warn border-l-2 pl-3">Not confirmed: {a.unconfirmed}</p>}
      {'periods' in statement && a.kind === 'revenue_share' ? (
        <>
          <dl className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-4 print:grid-cols-4">
            {(
              [
                ['Posted', statement.posted],
                ['Accrued before', statement.prior],
                ['Cap', statement.cap],
                ['Left of the cap', statement.remaining],
              ] as const
            ).map(([word, amount]) => (
              <div key={word}>
                <dt className="text-12 text-ink-2">{word}</dt>
                <dd className="text-16 font-strong">{amount === null ? '–' : money(amount)}</dd>
              </div>
            ))}
          </dl>
          <ScrollFrame label="Statements" className="print:overflow-visible">
            <table className="w-full border-collapse">
              <thead>
                <tr>
                  {['Period', 'Opening', 'Accrual', 'True-up', 'Posted', 'Closing', 'State'].map((h, i) => (
                    <th key={h} scope="col" className={`${head} ${i > 0 && i < 6 ? 'text-right' : ''}`}>
                      {h}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {statement.periods.map((p) => (
                  <tr key={p.period} className="break-inside-avoid">
                    <td className={`${cell} whitespace-nowrap`}>{p.period}</td>
                    {[p.opening, p.accrual, p.trueUp, p.posted, p.closing].map((amount, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns of a fixed table
                      <td key={i} className={`${cell} text-right ${i === 3 ? 'font-strong' : ''}`}>
                        {money(amount)}
                      </td>
                    ))}
                    <td className={cell}>{p.state === 'draft' && p.to >= day ? 'running' : p.state}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
          {statement.periods.some((p) => p.causes.length > 0) && (
            <section className="mt-6">
              <h2 className="mb-2 text-14 font-strong">What caused the true-ups</h2>
              <ul>
                {statement.periods.flatMap((p) =>
                  p.causes.map((c) => (
                    <li key={c.id} className="grid grid-cols-[6rem_1fr_auto] gap-4 border-line border-b py-1">
                      <span>{p.period}</span>
                      <span>
                        earned on {c.date}, booked on {c.booked}
                      </span>
                      <span>{money(c.amount)}</span>
                    </li>
                  )),
                )}
              </ul>
            </section>
          )}
          <section className="mt-6 text-12 text-ink-2">
            <p>
              Rates: {a.terms.map((t) => `${formatPercent(t.rate, { digits: 2 })} from ${t.from}`).join('; ')}. Mode: {a.mode}. Rounding:{' '}
              {a.rounding}, of the cumulative amount, so that postings never drift and never pass the cap. Settlement: each {a.settlement}.{' '}
              {a.cap === null ? 'No cap is agreed.' : `Cap: ${moneyText(a.cap, a.currency)}.`}
            </p>
          </section>
        </>
      ) : 'tranches' in statement ? (
        <ScrollFrame label="Tranches" className="print:overflow-visible">
          <table className="w-full border-collapse">
            <thead>
              <tr>
                {['Tranche', 'Committed', 'Consumed', 'Remaining', 'Even pace', 'Needed a day', 'Expected', 'Shortfall'].map((h, i) => (
                  <th key={h} scope="col" className={`${head} ${i > 0 ? 'text-right' : ''}`}>
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {statement.tranches.map((t) => (
                <tr key={t.from}>
                  <td className={cell}>
                    {t.from} to {t.to}
                  </td>
                  {[t.amount, t.consumed, t.remaining, t.ideal, t.requiredPerDay ?? '0', t.forecast?.point, t.forecast?.shortfall].map(
                    (amount, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns of a fixed table
                      <td key={i} className={`${cell} text-right`}>
                        {amount === undefined ? '–' : money(amount)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      ) : 'lots' in statement ? (
        <ScrollFrame label="Lots" className="print:overflow-visible">
          <table className="w-full border-collapse">
            <thead>
              <tr>
                {['Lot', 'Expires', 'Granted', 'Drawn', 'Left', 'Expired unused'].map((h, i) => (
                  <th key={h} scope="col" className={`${head} ${i > 1 ? 'text-right' : ''}`}>
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {statement.lots.map((l) => (
                <tr key={l.name}>
                  <td className={cell}>{l.name}</td>
                  <td className={cell}>{l.expires ?? 'never'}</td>
                  {[l.amount, l.drawn, l.balance, l.expired].map((amount, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns of a fixed table
                    <td key={i} className={`${cell} text-right`}>
                      {money(amount)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      ) : (
        <p>A licence has no statement.</p>
      )}
    </article>
  );
}
