import { useRouter } from 'next/navigation';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { valueName } from '@/components/filters/value-names';
import type { PanelProps } from './panel-props';
import { prepareTrend } from './prepare-trend';

export function CostPerDay({ data, currency, links, dimmed }: PanelProps) {
  const router = useRouter();
  const trend = prepareTrend(data, currency, (provider) => valueName('provider', provider));
  if (!trend) return null;
  const names = Object.fromEntries(trend.points.map((p) => [p.group, valueName('provider', p.group)]));
  return (
    <CostOverTime
      title="Cost per day"
      {...trend}
      currency={currency}
      names={names}
      legendTotals={trend.flags.length === 0}
      dimmed={dimmed}
      height={345}
      onDay={(day) => router.push(links.day(currency, day))}
    />
  );
}
