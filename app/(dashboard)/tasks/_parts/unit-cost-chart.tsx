'use client';

import { ChartFrame } from '@/components/charts/chart-frame';
import { MarkList } from '@/components/charts/mark-list';
import { VolumeLine } from '@/components/charts/marks/later';
import { type ChartMark, placeMarks } from '@/components/charts/prepare/chart-marks';
import { daysBetween } from '@/components/charts/prepare/days';
import { EmptyState } from '@/components/ui/panel-states';
import { unitFigure } from '@/lib/core/money/unit-figure';
import { addDays } from '@/lib/core/time/days';
import { type UnitDay, unitDayText } from './unit-day';

interface UnitCostChartProps {
  from: string;
  to: string;
  currency: string;
  /** "task", "ticket". */
  unit: string;
  units: string;
  days: readonly UnitDay[];
  summary: string;
  note?: string;
  target: string | null;
  /** What may have moved it, on its day. */
  marks?: readonly ChartMark[];
}

const atLeast = (d: UnitDay | undefined, key: 'unit' | 'cost') => (d?.[key] == null ? '' : `${d.isAtLeast ? '≥ ' : ''}${d[key]}`);

/** What one cost day by day, with how many there were behind it. */
export function UnitCostChart({ from, to, currency, unit, units, days, summary, note, target, marks = [] }: UnitCostChartProps) {
  const at = new Map(days.map((d) => [d.day, d]));
  const drawn = daysBetween(from, to).map((day) => {
    const d = at.get(day);
    return {
      day,
      unit: d?.unit == null ? null : Number(d.unit),
      volume: Number(d?.volume ?? 0),
      unitText: unitDayText(d, currency),
      volumeText: Number(d?.volume ?? 0).toLocaleString('en'),
    };
  });
  const title = `Cost per ${unit} over time`;
  const placed = placeMarks(
    drawn.map(({ day }) => ({ day, to: addDays(day, 1) })),
    marks,
  );
  const said = (day: string) => marks.flatMap((m) => (m.from === day ? [m.label] : [])).join(' ');
  return (
    <ChartFrame
      title={title}
      summary={summary}
      note={note ?? `Bars: ${units} of a day, on a scale of their own. A day without is a gap.`}
      table={{
        columns: [
          { key: 'day', header: 'Day' },
          { key: 'unit', header: `Cost per ${unit}, ${currency}`, numeric: true },
          { key: 'cost', header: `Cost, ${currency}`, numeric: true },
          { key: 'volume', header: units, numeric: true },
          ...(marks.length > 0 ? [{ key: 'note', header: 'Note' }] : []),
        ],
        rows: drawn.map(({ day }) => ({
          day,
          unit: atLeast(at.get(day), 'unit'),
          cost: atLeast(at.get(day), 'cost'),
          volume: at.get(day)?.volume ?? '0',
          note: said(day),
        })),
      }}
    >
      {drawn.some((d) => d.unit !== null) ? (
        <VolumeLine
          days={drawn}
          marks={placed}
          currency={currency}
          label={title}
          unitLabel={`Cost per ${unit}`}
          volumeLabel={units}
          {...(target !== null && { target: { amount: Number(target), text: `Target ${unitFigure(target, currency)} ${currency}` } })}
        />
      ) : (
        <div className="flex h-60 items-center border-line border-b">
          <EmptyState title="Nothing to draw" reason={`No day of this period has a cost per ${unit}.`} />
        </div>
      )}
      {placed.length > 0 && <MarkList marks={placed} title="What changed" />}
    </ChartFrame>
  );
}
