import { CumulativeChart } from '@/components/charts/cumulative-chart';
import type { CumulativePoint } from '@/components/charts/marks/cumulative-area';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';

/** Where the sum is going: what was accrued, what is expected, when the cap comes. */
export function ProjectionPanel({ detail }: { detail: AgreementDetail }) {
  const { agreement: a, statement, fullProjection: p } = detail;
  if (a.kind !== 'revenue_share' || !('periods' in statement)) return null;
  if (!p)
    return (
      <Panel title="Projection">
        <EmptyState title="Too little to go by" reason="A projection needs 14 days of base, and days to come." />
      </Panel>
    );
  const none = { expected: null, low: null, high: null, pace: null };
  const past: CumulativePoint[] = statement.days
    .filter((d, i) => i === statement.days.length - 1 || d.date.slice(0, 7) !== statement.days[i + 1]?.date.slice(0, 7))
    .map((d) => ({ day: d.date, actual: d.accrued, ...none }));
  const last = past.at(-1);
  // the dashed line begins where the solid one ends
  if (last) past[past.length - 1] = { ...last, expected: last.actual, low: last.actual, high: last.actual };
  const points = [
    ...past,
    ...p.path.map((d): CumulativePoint => ({ day: d.day, actual: null, expected: d.p50, low: d.p10, high: d.p90, pace: null })),
  ];
  const chance = p.probability === null ? null : formatPercent(p.probability.toFixed(4), { digits: 0 });
  const summary =
    a.cap === null
      ? `${moneyText(p.liability, a.currency)} to come until ${p.horizonEnd}.`
      : p.median
        ? `The cap is expected on ${p.median}; the chance that it comes before the end is ${chance}.`
        : `The cap is not expected before ${p.horizonEnd}: ${moneyText(p.unusedCap ?? '0', a.currency)} of it would stay unused. Chance that it is reached: ${chance}.`;
  return (
    <>
      <CumulativeChart
        title="Projection"
        summary={summary}
        note="Dashed: the median of a thousand simulated paths; the band holds eight in ten. An estimate, posted nowhere."
        currency={a.currency}
        points={points}
        lines={a.cap === null ? [] : [{ label: `Cap ${moneyText(a.cap, a.currency)}`, amount: a.cap, tone: 'over' }]}
      />
      {a.cap !== null && (
        <Panel title="If things go otherwise" level={3}>
          <Table
            caption="Sensitivity"
            rows={[{ label: 'As it is', median: p.median, probability: p.probability }, ...p.sensitivity]}
            rowKey={(r) => r.label}
            columns={[
              { key: 'label', header: 'Base and growth', cell: (r) => r.label },
              { key: 'median', header: 'Cap expected', cell: (r) => r.median ?? 'not before the end' },
              {
                key: 'chance',
                header: 'Chance before the end',
                numeric: true,
                cell: (r) => (r.probability === null ? '–' : formatPercent(r.probability.toFixed(4), { digits: 0 })),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
