'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CumulativeChart } from '@/components/charts/cumulative-chart';
import { Money } from '@/components/figures/money';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { StatementPeriod } from '@/lib/core/agreements/statement';
import { moneyText } from '@/lib/core/money/format';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';
import { burnPoints, burnSummary, drawnPoints } from './prepare-burn';

/** What was and is owed by period; for commitments and credits, how they burn down. */
export function StatementPanel({ detail, mayPost, today }: { detail: AgreementDetail; mayPost: boolean; today: string }) {
  const { statement, agreement: a } = detail;
  const unit = a.currency;
  if ('periods' in statement) return <Periods detail={detail} periods={statement.periods} mayPost={mayPost} today={today} />;
  if ('tranches' in statement)
    return statement.tranches.map((t) => (
      <CumulativeChart
        key={t.from}
        title={`Burn-down, ${t.from} to ${t.to}`}
        summary={burnSummary(t, unit)}
        note="The thin line is an even pace; dashed is what is expected by the end, an estimate."
        currency={unit}
        points={burnPoints(t)}
        lines={[{ label: 'Committed', amount: t.amount }]}
      />
    ));
  if ('lots' in statement)
    return (
      <>
        <CumulativeChart
          title="Drawn"
          summary={`${moneyText(statement.drawn, unit)} of ${moneyText(statement.granted, unit)} drawn; ${detail.state === 'used-up' ? 'used up' : `${moneyText(statement.balance, unit)} left`}.`}
          note="What was lost when a lot expired is not drawn."
          currency={unit}
          points={drawnPoints(statement)}
          lines={[{ label: 'Granted', amount: statement.granted }]}
        />
        <Panel title="Lots" note="Drawn first-expiring first. What is left at the end of a lot is lost.">
          <Table
            caption="Lots"
            rows={statement.lots}
            rowKey={(l) => l.name}
            columns={[
              { key: 'name', header: 'Lot', cell: (l) => l.name },
              { key: 'purchased', header: 'From', cell: (l) => l.purchased },
              { key: 'expires', header: 'Expires after', cell: (l) => l.expires ?? 'never' },
              ...(['amount', 'drawn', 'balance', 'expired'] as const).map((key) => ({
                key,
                header: { amount: 'Granted', drawn: 'Drawn', balance: 'Left', expired: 'Expired unused' }[key],
                numeric: true,
                cell: (l: (typeof statement.lots)[number]) => <Money amount={l[key]} currency={unit} />,
              })),
            ]}
          />
        </Panel>
      </>
    );
  return null;
}

function Periods({
  detail,
  periods,
  mayPost,
  today,
}: {
  detail: AgreementDetail;
  periods: readonly StatementPeriod[];
  mayPost: boolean;
  today: string;
}) {
  const { agreement: a } = detail;
  const next = periods.find((p) => p.state === 'draft');
  const money = (amount: string) => <Money amount={amount} currency={a.currency} hideCurrency />;
  const columns: Column<StatementPeriod>[] = [
    { key: 'period', header: 'Period', className: 'whitespace-nowrap', cell: (p) => p.period },
    { key: 'opening', header: `Opening ${a.currency}`, numeric: true, cell: (p) => money(p.opening) },
    { key: 'accrual', header: 'Accrual', numeric: true, cell: (p) => money(p.accrual) },
    {
      key: 'trueUp',
      header: 'True-up',
      numeric: true,
      cell: (p) => (p.causes.length ? <Causes period={p} currency={a.currency} /> : money(p.trueUp)),
    },
    { key: 'posted', header: 'Posted', numeric: true, className: 'font-strong', cell: (p) => money(p.posted) },
    { key: 'closing', header: 'Closing', numeric: true, cell: (p) => money(p.closing) },
    {
      key: 'state',
      header: 'State',
      cell: (p) => (p.state === 'posted' ? <Badge tone="ok">posted</Badge> : <Badge>{p.to >= today ? 'running' : 'draft'}</Badge>),
    },
    ...(mayPost
      ? [
          {
            key: 'post',
            header: <span className="sr-only">Post</span>,
            numeric: true,
            cell: (p: StatementPeriod) =>
              p.period === next?.period && p.to < today && <PostDialog id={detail.id} period={p} currency={a.currency} />,
          },
        ]
      : []),
  ];
  return (
    <Panel
      title="Statements"
      note="A posted statement never changes. What becomes known later is a true-up of the period in which it is booked."
    >
      {periods.length === 0 ? (
        <EmptyState title="No statement yet" />
      ) : (
        <Table
          caption="Statements"
          columns={columns}
          rows={[...periods].reverse()}
          rowKey={(p) => p.period}
          maxHeight="max-h-128"
          narrow={(p) => (
            <span className="grid gap-1">
              <span className="flex justify-between font-strong">
                <span>{p.period}</span>
                <Money amount={p.posted} currency={a.currency} />
              </span>
              <span className="flex justify-between text-12 text-ink-2">
                <span>
                  true-up <Money amount={p.trueUp} currency={a.currency} />
                </span>
                <span>
                  closing <Money amount={p.closing} currency={a.currency} />
                </span>
              </span>
            </span>
          )}
        />
      )}
    </Panel>
  );
}

const Causes = ({ period, currency }: { period: StatementPeriod; currency: string }) => (
  <Dialog
    trigger={
      <button type="button" className="underline underline-offset-3" title={`What caused the true-up of ${period.period}`}>
        <Money amount={period.trueUp} currency={currency} hideCurrency />
      </button>
    }
    title={`True-up of ${period.period}`}
    description="Rows of earlier periods that became known in this one."
  >
    <Table
      caption="Causes"
      rows={period.causes}
      rowKey={(c) => c.id}
      columns={[
        { key: 'date', header: 'Earned on', cell: (c) => c.date },
        { key: 'booked', header: 'Booked on', cell: (c) => c.booked },
        { key: 'amount', header: 'Base', numeric: true, cell: (c) => <Money amount={c.amount} currency={currency} /> },
      ]}
    />
  </Dialog>
);

function PostDialog({ id, period, currency }: { id: number; period: StatementPeriod; currency: string }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const post = async () => {
    setBusy(true);
    try {
      await api(`/api/v1/agreements/${id}/post`, { method: 'POST', body: { period: period.period } });
      setOpen(false);
      say(`${period.period} is posted`);
      router.refresh();
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Post</Button>}
      title={`Post ${period.period}?`}
      description="From then on this statement never changes; corrections become true-ups of later ones."
      actions={
        <Button tone="primary" onClick={post} busy={busy && 'Posting'}>
          Post statement
        </Button>
      }
    >
      <p className="text-14">
        Posted: <Money amount={period.posted} currency={currency} />, closing <Money amount={period.closing} currency={currency} />.
      </p>
    </Dialog>
  );
}
