import { useRouter } from 'next/navigation';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { NONE } from '@/lib/core/costs/cost-query';
import { valueName } from '@/lib/core/explore/value-name';
import { useAnomalyMarks } from './anomaly-marks';
import { useNoteMarks } from './note-marks';
import type { PanelProps } from './panel-props';
import { prepareTrend } from './prepare-trend';

export function CostPerDay({ data, currency, links, dimmed }: PanelProps) {
  const router = useRouter();
  const marks = useAnomalyMarks([], data.measure).filter((m) => m.currency === currency);
  const trend = prepareTrend(data, currency, (provider) => valueName('provider', provider));
  const notes = useNoteMarks(trend);
  if (!trend) return null;
  const names = Object.fromEntries(trend.points.map((p) => [p.group, valueName('provider', p.group)]));
  const valueIn = (key: string) => (key === NONE ? null : key);
  return (
    <CostOverTime
      {...trend}
      currency={currency}
      names={names}
      marks={[...notes.marks, ...marks]}
      markActions={notes.actions}
      legendTotals={trend.flags.length === 0}
      bandHref={(key, shown) => links.rows('provider', key === null ? { allBut: shown.map(valueIn) } : { value: valueIn(key) }, currency)}
      dimmed={dimmed}
      height={345}
      onDays={(days) => router.push(links.days(currency, days))}
    />
  );
}
