import { ExpectedDays } from '@/components/charts/expected-days';
import { Panel } from '@/components/ui/panel';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';
import { prepareHistory } from './prepare-history';

/** When the cap was expected, by the day on which that was known: whether the estimate can be trusted. */
export function HistoryPanel({ detail }: { detail: AgreementDetail }) {
  const { agreement: a, history } = detail;
  if (a.kind !== 'revenue_share' || a.cap === null || history.length === 0) return null;
  const { points, summary, table } = prepareHistory(detail);
  if (points.filter((p) => p.expected !== null).length < 2)
    return (
      <Panel title="How the expected date moved" level={3}>
        <p className="text-13 text-ink-2">{summary}</p>
      </Panel>
    );
  return (
    <ExpectedDays
      title="How the expected date moved"
      summary={summary}
      note="Across: the day on which it was known. The band holds eight in ten."
      points={points}
      table={table}
    />
  );
}
