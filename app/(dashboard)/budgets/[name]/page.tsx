import Big from 'big.js';
import type { Metadata } from 'next';
import Link from 'next/link';
import { CumulativeChart } from '@/components/charts/cumulative-chart';
import type { CumulativePoint } from '@/components/charts/marks/cumulative-area';
import { lastDayWithYear } from '@/components/filters/period-words';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { addDays, daysBetween } from '@/lib/core/time/days';
import { orNotFound } from '@/lib/http/or-not-found';
import { type BudgetDetail, getBudget } from '@/lib/services/budgets/edit-budget';
import { Bar } from '../_parts/budget-list';
import { amountWords, statusWords } from '../_parts/words';
import { DeleteBudget } from './_parts/delete-budget';
import { PartsPanel } from './_parts/parts-panel';
import { BudgetTables } from './_parts/tables';

export const metadata: Metadata = { title: 'Budget' };

export default async function BudgetPage({ params, searchParams }: PageProps<'/budgets/[name]'>) {
  const name = decodeURIComponent((await params).name);
  const { value } = await searchParams;
  const actor = await requireActorOrRedirect(`/budgets/${encodeURIComponent(name)}`);
  const b = await orNotFound(() => getBudget(actor, name, typeof value === 'string' ? value : null, new Date()));
  const unit = b.currency ?? 'tokens';
  const mayWrite = can(actor.role, 'budgets:write');
  const costs = new URLSearchParams([['from', b.window.from], ['to', b.window.to], ...b.filter.map((f): [string, string] => ['f', f])]);
  return (
    <>
      <PageHeader
        title={b.value ?? b.budget}
        note={`${b.value === null ? '' : `${b.budget} · `}${b.window.name}, ${b.window.from} to ${addDays(b.window.to, -1)}`}
        actions={
          <>
            <LinkButton href={`/costs?${costs}`}>Its charges</LinkButton>
            {mayWrite && <LinkButton href={`/budgets/${encodeURIComponent(name)}/edit`}>Change</LinkButton>}
            {mayWrite && <DeleteBudget name={name} />}
          </>
        }
      />
      <PageBody>
        <section className="grid gap-4 pb-6">
          <p className="flex flex-wrap items-center gap-3 text-13 text-ink-2">
            <Link href="/budgets" className="hover:underline">
              Budgets
            </Link>
            <Badge tone={statusWords[b.status][1]}>{statusWords[b.status][0]}</Badge>
            <span>bills complete to {lastDayWithYear(b.completeTo)}</span>
            {b.unpriced > 0 && (
              <span className="text-warn">
                {b.unpriced} of {b.charges} charges have no price: what is used is a lower bound
              </span>
            )}
          </p>
          <Bar line={b} size={24} />
          <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 wide:grid-cols-6">
            {factsOf(b).map(([word, text, note]) => (
              <div key={word}>
                <dt className="text-12 text-ink-3">{word}</dt>
                <dd className="text-16 font-strong tabular-nums">{text}</dd>
                {note && <dd className="text-12 text-ink-3">{note}</dd>}
              </div>
            ))}
          </dl>
        </section>
        <CumulativeChart
          title="Burn-up"
          summary={summaryOf(b)}
          note="The thin line is an even pace; dashed is what is expected by the end, an estimate."
          currency={unit}
          points={pointsOf(b)}
          lines={[
            ...b.thresholds.flatMap((t) =>
              t.line === null || t.key.startsWith('forecast') || t.key === '100%' ? [] : [{ label: t.key, amount: t.line }],
            ),
            ...(b.limit === null ? [] : [{ label: 'Limit', amount: b.limit, tone: 'over' as const }]),
          ]}
        />
        <div className="grid gap-x-8 desk:grid-cols-2">
          <BudgetTables detail={b} />
        </div>
        {b.children.length > 0 && <PartsPanel detail={b} />}
      </PageBody>
    </>
  );
}

function factsOf(b: BudgetDetail): [string, string, string?][] {
  const amount = (text: string | null) => (text === null ? '–' : amountWords(text, b.currency));
  return [
    ['Used', amountWords(b.used, b.currency, b.unpriced)],
    ['Limit', amount(b.limit)],
    ['Left', amount(b.remaining)],
    ['A day', amount(b.burnPerDay), 'mean of the complete days'],
    [
      'Expected at the end',
      amount(b.forecast?.point ?? null),
      b.forecast?.low && b.forecast.high
        ? `${amount(b.forecast.low)} to ${amount(b.forecast.high)}`
        : b.forecast
          ? 'too few days for an interval'
          : undefined,
    ],
    [
      'Limit reached',
      b.exhaustedOn ?? 'not in this period',
      b.exhaustedOn && b.exhaustedOn >= b.completeTo ? 'where the dashed line crosses it' : undefined,
    ],
  ];
}

function summaryOf(b: BudgetDetail): string {
  if (!b.forecast || b.limit === null) return `${amountWords(b.used, b.currency, b.unpriced)} used.`;
  const error = b.forecast.error === null ? '' : `, usually wrong by ${(b.forecast.error * 100).toFixed(0)} % a day`;
  return `${amountWords(b.used, b.currency, b.unpriced)} used; ${amountWords(b.forecast.point, b.currency)} expected by the end (${b.forecast.method.replaceAll('-', ' ')}${error}).`;
}

function pointsOf(b: BudgetDetail): CumulativePoint[] {
  const length = daysBetween(b.window.from, b.window.to);
  const used = new Map(b.days.map((d) => [d.day, d.used]));
  const last = b.days.at(-1);
  const ahead = new Map(b.ahead.map((d) => [d.day, d]));
  // what is expected begins where what is known ends
  if (last && b.ahead.length) ahead.set(last.day, { day: last.day, expected: last.used, low: last.used, high: last.used });
  return Array.from({ length }, (_, i): CumulativePoint => {
    const day = addDays(b.window.from, i);
    return {
      day,
      actual: used.get(day) ?? null,
      expected: ahead.get(day)?.expected ?? null,
      low: ahead.get(day)?.low ?? null,
      high: ahead.get(day)?.high ?? null,
      pace:
        b.limit === null
          ? null
          : new Big(b.limit)
              .times(i + 1)
              .div(length)
              .toFixed(2),
    };
  });
}
