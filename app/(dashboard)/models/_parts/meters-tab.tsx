import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { taughtText } from '@/lib/core/meters/taught';
import type { MetersView, RecognisedShare, TaughtMeterView, UnrecognisedMeter } from '@/lib/core/meters/view';
import { ForgetMeter } from './forget-meter';
import { TeachDialog } from './teach-dialog';

/** Which meters of AI spend nobody recognises, how much that is, and what was taught. */
export function MetersTab({ data: { shares, unrecognised, taught, mayTeach } }: { data: MetersView }) {
  if (shares.length === 0 && taught.length === 0)
    return <EmptyState title="No AI spend in this period" reason="Meters whose meaning is not known would stand here, with why." />;
  return (
    <>
      <Panel
        title="How much is recognised"
        note="AI spend, effective cost, whose meter is understood: its model and kind of token, or that it has none."
      >
        <Shares shares={shares} />
      </Panel>
      <Panel
        title="Meters that are not recognised"
        note="As they stand on the bill. What you say of one holds from now on and for all that is loaded; no amount changes."
      >
        <Unrecognised meters={unrecognised} mayTeach={mayTeach} />
      </Panel>
      <Panel title="Taught meters" note="They stand before everything Headroom reads by itself. A forgotten one is read as before.">
        <Taught meters={taught} mayTeach={mayTeach} />
      </Panel>
    </>
  );
}

const Shares = ({ shares }: { shares: readonly RecognisedShare[] }) => (
  <Table<RecognisedShare>
    caption="Recognised AI spend by provider"
    rows={shares}
    rowKey={(s) => `${s.provider} ${s.currency}`}
    empty="No AI spend in this period."
    columns={[
      { key: 'provider', header: 'Provider', className: 'min-w-36', cell: (s) => s.providerName },
      { key: 'share', header: 'Recognised', numeric: true, cell: (s) => shareText(s.share) },
      { key: 'rest', header: 'Not recognised', numeric: true, cell: (s) => <Money amount={s.unrecognised} currency={s.currency} /> },
      { key: 'spend', header: 'AI spend', numeric: true, cell: (s) => <Money amount={s.effective} currency={s.currency} /> },
    ]}
  />
);

const shareText = (share: string | null) => (share === null ? '–' : `${(Number(share) * 100).toFixed(share === '1' ? 0 : 2)} %`);

const keyOf = (m: UnrecognisedMeter) => `${m.provider} ${m.text ?? ''}`;

const Costs = ({ meter }: { meter: UnrecognisedMeter }) => (
  <span className="grid justify-items-end">
    {meter.costs.map((c) => (
      <Money key={c.currency} {...c} />
    ))}
  </span>
);

const Said = ({ meter: m }: { meter: UnrecognisedMeter }) => (
  <span className="grid py-1">
    {m.text === null ? <span className="text-ink-2">No name on the bill</span> : <Name>{m.text}</Name>}
    <span className="text-12 text-ink-3">{[m.providerName, m.services.join(', '), m.column].filter(Boolean).join(' · ')}</span>
  </span>
);

/** Why it is not known, and what it may be. */
const Why = ({ meter: m }: { meter: UnrecognisedMeter }) => (
  <span className="grid py-1 text-ink-2">
    <span>{m.why}</span>
    {m.suggestion && (
      <span className="text-12">
        Perhaps <span className="text-ink">{taughtText(m.suggestion.meaning)}</span>: {m.suggestion.reason}
      </span>
    )}
  </span>
);

const teach = (m: UnrecognisedMeter, mayTeach: boolean) =>
  mayTeach &&
  m.text !== null && (
    <TeachDialog provider={m.provider} providerName={m.providerName} meter={m.text} meaning={m.suggestion?.meaning ?? null} words="Teach" />
  );

const Unrecognised = ({ meters, mayTeach }: { meters: readonly UnrecognisedMeter[]; mayTeach: boolean }) => (
  <Table<UnrecognisedMeter>
    caption="Meters that are not recognised"
    rows={meters.slice(0, 500)}
    rowKey={keyOf}
    empty="Every meter of this period's AI spend is recognised."
    columns={[
      { key: 'meter', header: 'Meter', className: 'min-w-56', cell: (m) => <Said meter={m} /> },
      { key: 'why', header: 'Why not', className: 'min-w-72', cell: (m) => <Why meter={m} /> },
      { key: 'rows', header: 'Rows', numeric: true, cell: (m) => <Quantity amount={m.charges} /> },
      {
        key: 'quantity',
        header: 'Quantity',
        numeric: true,
        cell: (m) => (
          <span className="grid justify-items-end">
            {m.quantities.map((q) => (
              <Quantity key={q.unit ?? ''} amount={q.amount} unit={q.unit} />
            ))}
          </span>
        ),
      },
      { key: 'cost', header: 'Cost', numeric: true, cell: (m) => <Costs meter={m} /> },
      { key: 'do', header: <span className="sr-only">Actions</span>, className: 'text-right', cell: (m) => teach(m, mayTeach) },
    ]}
    narrow={(m) => (
      <div className="grid gap-1">
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0 break-words">
            <Said meter={m} />
          </span>
          <Costs meter={m} />
        </span>
        <span className="text-12 text-ink-2">
          <Quantity amount={m.charges} /> {m.charges === '1' ? 'row' : 'rows'}
          {m.quantities.map((q) => (
            <span key={q.unit ?? ''}>
              , <Quantity amount={q.amount} unit={q.unit} />
            </span>
          ))}
        </span>
        <Why meter={m} />
        <span>{teach(m, mayTeach)}</span>
      </div>
    )}
  />
);

const changes = (t: TaughtMeterView, mayTeach: boolean) =>
  mayTeach && (
    <span className="inline-flex gap-1">
      <TeachDialog provider={t.provider} providerName={t.providerName} meter={t.meter} meaning={t.meaning} words="Change" />
      <ForgetMeter id={t.id} meter={t.meter} />
    </span>
  );

const Taught = ({ meters, mayTeach }: { meters: readonly TaughtMeterView[]; mayTeach: boolean }) =>
  meters.length === 0 ? (
    <EmptyState title="Nothing was taught yet" reason="A meter from the list above stands here once you have said what it means." />
  ) : (
    <Table<TaughtMeterView>
      caption="Taught meters"
      rows={meters}
      rowKey={(t) => String(t.id)}
      columns={[
        {
          key: 'meter',
          header: 'Meter',
          className: 'min-w-56',
          cell: (t) => (
            <span className="grid py-1">
              <Name>{t.meter}</Name>
              <span className="text-12 text-ink-3">{t.providerName}</span>
            </span>
          ),
        },
        { key: 'means', header: 'Means', className: 'min-w-56', cell: (t) => taughtText(t.meaning) },
        {
          key: 'by',
          header: 'Taught',
          className: 'whitespace-nowrap text-ink-2',
          cell: (t) => `${t.taughtAt.slice(0, 10)}, ${t.taughtBy}`,
        },
        { key: 'do', header: <span className="sr-only">Actions</span>, className: 'text-right', cell: (t) => changes(t, mayTeach) },
      ]}
      narrow={(t) => (
        <div className="grid gap-1">
          <span className="break-words">
            <Name>{t.meter}</Name>
          </span>
          <span className="text-12 text-ink-2">
            {t.providerName}: {taughtText(t.meaning)}; {t.taughtAt.slice(0, 10)}, {t.taughtBy}
          </span>
          <span>{changes(t, mayTeach)}</span>
        </div>
      )}
    />
  );
