import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { lastDayWithYear, momentText } from '@/components/filters/period-words';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import type { SourceFreshness } from '@/lib/core/costs/overview';
import { valueName } from '@/lib/core/explore/value-name';
import { daysBetween } from '@/lib/core/time/days';

/** Which source ends where: the table behind "Complete to". */
export function FreshnessPanel({ freshness, completeTo }: { freshness: readonly SourceFreshness[]; completeTo: string | null }) {
  const columns: Column<SourceFreshness>[] = [
    {
      key: 'source',
      header: 'Source',
      className: 'min-w-36 max-w-128 max-sm:max-w-44',
      cell: (f) => (
        <span className="grid py-1 leading-5">
          <Link href="/sources?tab=sources" prefetch={false} className="break-words hover:underline">
            <Name>{f.name}</Name>
          </Link>
          {f.accountName && !f.name.includes(f.accountName) && (
            <span className="break-words text-12 text-ink-3">
              <Name>{f.accountName}</Name>
            </span>
          )}
        </span>
      ),
    },
    { key: 'provider', header: 'Provider', className: 'whitespace-nowrap max-wide:hidden', cell: (f) => valueName('provider', f.provider) },
    {
      key: 'day',
      header: 'Last complete day',
      numeric: true,
      cell: (f) => (f.completeTo ? lastDayWithYear(f.completeTo) : <span className="text-ink-3">no day counts</span>),
    },
    { key: 'load', header: 'Last load', numeric: true, cell: (f) => (f.lastLoadAt ? momentText(f.lastLoadAt) : '–') },
    { key: 'state', header: 'State', className: 'whitespace-nowrap', cell: (f) => <State source={f} completeTo={completeTo} /> },
  ];
  return (
    <section id="freshness" aria-label="Data freshness" className="min-w-0">
      <Panel title="Data freshness" note="A period ends with the newest complete day of all sources.">
        <Table caption="Sources with their last day" columns={columns} rows={freshness} rowKey={(f) => String(f.sourceId)} />
      </Panel>
    </section>
  );
}

/** Silent for longer than any export takes, a source has ended; nobody waits for it. */
const ENDED_DAYS = 45;

function State({ source, completeTo }: { source: SourceFreshness; completeTo: string | null }) {
  if (source.isLate) return <Badge tone="warn">Late</Badge>;
  const behind = source.completeTo && completeTo ? daysBetween(source.completeTo, completeTo) : 0;
  if (behind > ENDED_DAYS) return <span className="text-ink-3">Ended</span>;
  if (behind > 0)
    return (
      <span className="text-ink-2">
        {behind} {behind === 1 ? 'day' : 'days'} behind
      </span>
    );
  return <span className="text-ink-2">{source.completeTo ? 'Complete' : '–'}</span>;
}
