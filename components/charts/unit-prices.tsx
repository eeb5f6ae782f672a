'use client';

import { moneyText } from '@/lib/core/money/format';
import { ChartFrame } from './chart-frame';
import { nameIn, seriesLooks } from './colour';
import { DayLines } from './marks/later';
import { daysBetween } from './prepare/days';

interface UnitPricesProps {
  title: string;
  summary?: string;
  from: string;
  to: string;
  currency: string;
  /** Decimal strings, at most one for a day and series. */
  points: readonly { day: string; series: string; amount: string }[];
  names: Readonly<Record<string, string>>;
  height?: number;
}

/** What a unit cost day by day, a line for each series; one currency. */
export function UnitPrices({ title, summary, from, to, currency, points, names, height }: UnitPricesProps) {
  const keys = [...new Set(points.map((p) => p.series))].sort();
  const looks = seriesLooks(keys);
  const lines = keys.map((key) => ({ key, label: nameIn(names, key), colour: looks.get(key)?.colour ?? 'var(--color-others)' }));
  const at = new Map(points.map((p) => [`${p.day} ${p.series}`, p.amount]));
  const days = daysBetween(from, to).map((day) => ({
    day,
    values: Object.fromEntries(keys.map((k) => [k, at.has(`${day} ${k}`) ? Number(at.get(`${day} ${k}`)) : null])),
    texts: Object.fromEntries(keys.flatMap((k) => (at.has(`${day} ${k}`) ? [[k, moneyText(at.get(`${day} ${k}`) ?? '0', currency)]] : []))),
  }));
  return (
    <ChartFrame
      title={title}
      summary={summary ?? `${lines.length === 1 ? 'One line' : `${lines.length} lines`}, in ${currency}; a day without use is a gap.`}
      legend={lines}
      table={{
        columns: [{ key: 'day', header: 'Day' }, ...lines.map((l) => ({ key: l.key, header: `${l.label}, ${currency}`, numeric: true }))],
        rows: days.map(({ day }) => ({ day, ...Object.fromEntries(keys.map((k) => [k, at.get(`${day} ${k}`) ?? ''])) })),
      }}
    >
      <DayLines days={days} lines={lines} label={title} height={height ?? 200} />
    </ChartFrame>
  );
}
