import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import type { Unattributed, UnattributedLine } from '@/lib/services/models/get-unattributed';
import { OwnerCell } from './owner-cell';
import { PolicyDialog } from './policy-dialog';
import { channelName, percent, placeName, shortResource } from './words';

interface UnattributedTabProps {
  data: Unattributed;
  currency: string | null;
  mayNote: boolean;
  mayApprove: boolean;
}

/** Spend that no event explains: where to look for AI that nobody has told anybody about. */
export function UnattributedTab({ data, currency, mayNote, mayApprove }: UnattributedTabProps) {
  const totals = data.totals.filter((t) => currency === null || t.currency === currency);
  const lines = data.lines.filter((l) => currency === null || l.currency === currency);
  if (totals.length === 0)
    return <EmptyState title="No AI spend in this period" reason="There is nothing on the bills that events could explain." />;
  return (
    <>
      {totals.map((t) => (
        <Coverage key={t.currency} {...t} />
      ))}
      <Panel
        title="What no event explains"
        note="By account, resource and model, the largest first. A line goes away when the calls behind it are logged."
      >
        <Table<UnattributedLine>
          caption="Unattributed AI spend"
          rows={lines.slice(0, 200)}
          rowKey={(l) => `${l.place} ${l.tier} ${l.currency}`}
          empty="Every line of the bills is explained."
          columns={[
            {
              key: 'where',
              header: 'Where',
              className: 'min-w-64',
              cell: (l) => (
                <span className="grid py-1">
                  <span>
                    {placeName(l.provider, l.model)} · <Name>{l.accountName ?? l.account ?? 'no account'}</Name>
                  </span>
                  {l.resource !== null && (
                    <span className="text-12 text-ink-3" title={l.resource}>
                      <Name>{shortResource(l.resource)}</Name>
                    </span>
                  )}
                </span>
              ),
            },
            {
              key: 'model',
              header: 'Model',
              className: 'min-w-40',
              cell: (l) => (
                <span className="grid py-1">
                  <span>{l.model ?? '–'}</span>
                  {l.tier !== null && <span className="text-12 text-ink-3">{l.tier.replaceAll('_', ' ')}</span>}
                </span>
              ),
            },
            { key: 'why', header: 'Why', className: 'min-w-56 text-ink-2', cell: (l) => l.why },
            {
              key: 'unattributed',
              header: 'Unattributed',
              numeric: true,
              cell: (l) => <Money amount={l.unattributed} currency={l.currency} />,
            },
            {
              key: 'idle',
              header: 'Idle capacity',
              numeric: true,
              cell: (l) => <Idle line={l} />,
            },
            { key: 'invoice', header: 'On the bill', numeric: true, cell: (l) => <Money amount={l.invoice} currency={l.currency} /> },
            { key: 'days', header: 'Last billed', className: 'whitespace-nowrap text-ink-2 tabular-nums', cell: (l) => l.lastDay },
            {
              key: 'owner',
              header: 'Owner',
              className: 'min-w-36',
              cell: (l) => <OwnerCell place={l.place} owner={l.owner} note={l.note} mayNote={mayNote} />,
            },
          ]}
          narrow={(l) => (
            <div className="grid gap-1">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate">{l.model ?? 'No model named'}</span>
                <Money amount={l.unattributed} currency={l.currency} />
              </span>
              <span className="text-12 text-ink-2">
                {placeName(l.provider, l.model)}, {l.accountName ?? l.account ?? 'no account'}
                {l.tier !== null && `, ${l.tier.replaceAll('_', ' ')}`}: {l.why}
              </span>
              <OwnerCell place={l.place} owner={l.owner} note={l.note} mayNote={mayNote} />
            </div>
          )}
        />
      </Panel>
      {data.withoutInvoice.length > 0 && (
        <Panel
          title="Events that no bill pays for"
          note="A bill that is not loaded yet, an account that is not yours, or calls that are free."
        >
          <Table
            caption="Events without an invoice"
            rows={data.withoutInvoice}
            rowKey={(w) => [w.channel, w.account, w.model, w.listCurrency].join(' ')}
            columns={[
              { key: 'channel', header: 'Channel', cell: (w) => (w.channel === null ? 'not said' : channelName(w.channel)) },
              { key: 'account', header: 'Account', className: 'text-ink-2', cell: (w) => w.account ?? '–' },
              { key: 'model', header: 'Model', cell: (w) => w.model ?? '–' },
              { key: 'events', header: 'Events', numeric: true, cell: (w) => <Quantity amount={w.events} /> },
              { key: 'tokens', header: 'Tokens', numeric: true, cell: (w) => <Quantity amount={w.tokens} form="compact" /> },
              {
                key: 'list',
                header: 'At list price (est.)',
                numeric: true,
                cell: (w) =>
                  w.listCost === null || w.listCurrency === null ? 'not priced' : <Money amount={w.listCost} currency={w.listCurrency} />,
              },
            ]}
          />
        </Panel>
      )}
      <Panel
        title="Not approved"
        note="Against the organisation's list of vendors, models, regions and channels."
        actions={mayApprove && <PolicyDialog key={JSON.stringify(data.policy)} policy={data.policy} />}
      >
        <Table
          caption="Spend that is not approved"
          rows={data.violations}
          rowKey={(v) => [v.provider, v.model, v.region, v.currency].join(' ')}
          empty={data.policy ? 'Everything on the bills is approved.' : 'Nothing is said about what is approved, so everything is.'}
          columns={[
            {
              key: 'what',
              header: 'What',
              cell: (v) => `${v.model ?? 'No model named'} on ${channelName(v.provider)}${v.region ? `, ${v.region}` : ''}`,
            },
            { key: 'why', header: 'Why', className: 'text-ink-2', cell: (v) => v.why.join('; ') },
            { key: 'cost', header: 'Cost', numeric: true, cell: (v) => <Money amount={v.effective} currency={v.currency} /> },
          ]}
        />
      </Panel>
    </>
  );
}

/** Hours of capacity in which nothing was called, and their share of the bill; where no event tells of any hour, they may be all of it. */
function Idle({ line: l }: { line: UnattributedLine }) {
  if (l.tier === 'provisioned' && l.attributed === '0' && l.idle === '0') return <span className="text-ink-2">up to 100 %</span>;
  if (l.idle === '0') return '–';
  return (
    <>
      <Money amount={l.idle} currency={l.currency} />
      {Number(l.invoice) > 0 && <span className="text-ink-3"> · {percent(Number(l.idle) / Number(l.invoice))}</span>}
    </>
  );
}

/** How much of the bills carries an event, as a bar and in words. */
function Coverage({ currency, invoice, attributed, idle, unattributed }: Unattributed['totals'][number]) {
  const share = Number(invoice) > 0 ? Number(attributed) / Number(invoice) : null;
  return (
    <section className="grid gap-2 pb-6" aria-label={`Coverage in ${currency}`}>
      <p className="text-14">
        Events explain <strong className="font-strong">{percent(share)}</strong> of <Money amount={invoice} currency={currency} />;{' '}
        <Money amount={unattributed} currency={currency} /> is explained by none
        {idle !== '0' && (
          <>
            , <Money amount={idle} currency={currency} /> was idle capacity
          </>
        )}
        .
      </p>
      {share !== null && (
        <div className="h-2 max-w-xl overflow-hidden rounded-1 bg-surface-2" aria-hidden="true">
          <div className="h-full bg-accent-fill" style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
        </div>
      )}
    </section>
  );
}
