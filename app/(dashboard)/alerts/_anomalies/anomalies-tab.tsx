import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import { listExpected } from '@/lib/services/anomalies/expect';
import { AnomalyQuery, listAnomalies } from '@/lib/services/anomalies/list-anomalies';
import { AnomalyCalendar } from './anomaly-calendar';
import { AnomalyTable } from './anomaly-table';
import { ExpectedPanel } from './expected-panel';
import { periodNames, summaryOf, tabHref } from './words';

/** What stood out, by day and provider; the largest first; and what was said to be expected. */
export async function AnomaliesTab({ actor, params }: { actor: Actor; params: Record<string, string | string[] | undefined> }) {
  const query = AnomalyQuery.parse(params);
  const [list, expected] = await Promise.all([listAnomalies(actor, query, new Date()), listExpected(actor)]);
  const mayWrite = can(actor.role, 'alerts:write');
  const choice = (
    <ul aria-label="Period" className="inline-flex h-8 rounded-2 border border-edge bg-surface text-13">
      {(['30d', '90d'] as const).map((period) => (
        <li key={period} className="flex border-edge not-first:border-l">
          <Link
            href={tabHref(period, query.f)}
            aria-current={period === query.period ? 'true' : undefined}
            className={`flex items-center px-2.5 first:rounded-2 ${period === query.period ? 'bg-accent-soft font-strong text-accent' : 'text-ink-2 hover:bg-surface-2 hover:text-ink'}`}
          >
            {periodNames[period]}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Panel
        className="border-t-0!"
        title={summaryOf(list)}
        note="Usage only, on complete days: far from what the same weekday usually costs, and by 20 or more of its currency."
        actions={choice}
      >
        {query.f.length > 0 && (
          <p className="mb-3 text-13 text-ink-2">
            Only among some of the costs.{' '}
            <Link href={tabHref(query.period, [])} className="link">
              Show all
            </Link>
          </p>
        )}
        {list.period === null ? (
          <EmptyState title="Nothing to look at" reason="No bill reaches into the last 45 days. What is older is history and not judged." />
        ) : (
          <AnomalyCalendar list={list} />
        )}
      </Panel>
      {list.items.length > 0 && (
        <Panel title="By impact" note="Against the median of the same weekdays before. Amounts of two currencies are not compared.">
          <AnomalyTable items={list.items} mayWrite={mayWrite} />
        </Panel>
      )}
      {expected.length > 0 && <ExpectedPanel rows={expected} mayWrite={mayWrite} />}
    </>
  );
}
