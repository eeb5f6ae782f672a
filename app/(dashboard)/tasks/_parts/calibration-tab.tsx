import { Money } from '@/components/figures/money';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { formatPercent } from '@/lib/core/money/format';
import { channels, isChannel } from '@/lib/core/usage/channels';
import type { Calibrated, Calibration } from '@/lib/services/tasks/get-calibration';
import { type OnBill, onBill, withoutEvents } from './calibration-words';
import { count } from './figures';

const names: Readonly<Record<string, string>> = { aws: 'AWS', gcp: 'Google Cloud', azure: 'Azure' };
const nameOf = (provider: string | null) =>
  provider === null
    ? 'Channel not said'
    : (Object.hasOwn(names, provider) && names[provider]) || (isChannel(provider) ? channels[provider] : provider);
const drift = (ratio: string | null) => (ratio === null ? '–' : formatPercent(ratio, { signed: true }));

/** Estimates and list prices against the bills: how far one may trust a figure before the bill is there. */
export function CalibrationTab({ data }: { data: Calibration }) {
  const { currency, total } = data;
  if (!total || currency === null)
    return (
      <EmptyState
        title="Nothing to compare"
        reason="Events and a bill of the same days, channel and model are needed; then each stands beside the other here."
      />
    );
  const money = (amount: string | null) => (amount === null ? '–' : <Money amount={amount} currency={currency} hideCurrency />);
  const billed = (bill: OnBill) => ('words' in bill ? bill.words : money('amount' in bill ? bill.amount : null));
  const unexplained = (rest: ReturnType<typeof withoutEvents>) => ('words' in rest ? rest.words : money(rest.amount));
  const figures = (sum: Calibrated | null): Column<Calibrated>[] =>
    (
      [
        ['events', 'Events', (c) => count(c.events)],
        ['estimate', 'Estimate of the source', (c) => money(c.estimate)],
        ['estimate-drift', 'Bill against it', (c) => drift(c.estimateDrift)],
        ['list', 'At list prices', (c) => money(c.list)],
        ['list-drift', 'Bill against them', (c) => drift(c.listDrift)],
        ['invoice', `On the bill, ${currency}`, (c) => billed(onBill(c))],
        ['without', 'Events without a bill', (c) => (c.withoutInvoice === 0 ? '0' : count(c.withoutInvoice))],
        ['unexplained', 'Bill without events', (c) => unexplained(withoutEvents(c))],
      ] as [string, string, (c: Calibrated) => React.ReactNode][]
    ).map(([key, header, cell]) => ({ key, header, numeric: true, cell, ...(sum && { total: cell(sum) }) }));
  const narrow = (c: Calibrated, title: string) => (
    <div className="grid gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-strong">{title}</span>
        <NarrowBill bill={onBill(c)} currency={currency} />
      </span>
      <span className="text-12 text-ink-2">
        {count(c.events)} events · estimate {drift(c.estimateDrift)} · list prices {drift(c.listDrift)}
        {c.withoutInvoice > 0 && ` · ${count(c.withoutInvoice)} without a bill`}
        {c.invoice !== null && c.unexplained !== null && (
          <>
            {' '}
            · <Money amount={c.unexplained} currency={currency} /> of the bill without events
          </>
        )}
      </span>
    </div>
  );
  return (
    <>
      <p className="max-w-prose pb-5 text-14">
        {total.listDrift === null
          ? 'No event of this period is on a bill yet: every figure is an estimate.'
          : `The bills say ${drift(total.listDrift)} against list prices of the same events${total.estimateDrift === null ? '' : `, and ${drift(total.estimateDrift)} against what their sources estimated`}.`}
        {total.withoutInvoice > 0 && ` ${count(total.withoutInvoice)} events are on no bill.`}
      </p>
      <Panel
        title="By provider"
        note="Events and bills are joined by day, channel, account and model. Drift compares the same events only: bill less estimate, of the estimate."
      >
        <Table
          caption="Calibration by provider"
          columns={[
            { key: 'provider', header: 'Bill of', className: 'min-w-32', cell: (c) => nameOf(c.provider), total: 'All' },
            ...figures(total),
          ]}
          rows={data.providers}
          rowKey={(c) => c.provider ?? '\u0000'}
          narrow={(c) => narrow(c, nameOf(c.provider))}
        />
      </Panel>
      <Panel title="By day" note="A day without a bill, or without events, shows where a log or an export is missing.">
        <Table
          caption="Calibration by day"
          maxHeight="max-h-[32rem]"
          columns={[
            { key: 'day', header: 'Day', className: 'whitespace-nowrap tabular-nums', cell: (c) => c.day ?? '' },
            { key: 'provider', header: 'Bill of', className: 'min-w-32', cell: (c) => nameOf(c.provider) },
            ...figures(null),
          ]}
          rows={data.days}
          rowKey={(c) => `${c.day} ${c.provider}`}
          narrow={(c) => narrow(c, `${c.day} · ${nameOf(c.provider)}`)}
        />
      </Panel>
    </>
  );
}

function NarrowBill({ bill, currency }: { bill: OnBill; currency: string }) {
  if ('words' in bill) return <span>{bill.words}</span>;
  if ('amount' in bill) return <Money amount={bill.amount} currency={currency} />;
  return (
    <span>
      <Money amount={bill.withoutEvents} currency={currency} /> without events
    </span>
  );
}
