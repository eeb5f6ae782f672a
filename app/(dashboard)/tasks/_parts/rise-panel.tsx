'use client';

import { ChartFrame } from '@/components/charts/chart-frame';
import { rangeText } from '@/components/filters/period-words';
import { formatMoney, formatPercent } from '@/lib/core/money/format';
import { bySize } from '@/lib/core/money/order';
import { unitFigure } from '@/lib/core/money/unit-figure';
import { bridgeWords } from '@/lib/core/units/bridge';
import type { Rise } from '@/lib/services/tasks/explain-rise';

/** From what a task cost to what it costs: a bar a cause, to the left what made it cheaper. */
export function RisePanel({ rise, name, currency }: { rise: Rise; name: string; currency: string }) {
  const [was, is] = [Number(rise.before), Number(rise.after)];
  const steps = rise.steps.filter((s) => Number(s.amount) !== 0);
  const sizes = steps.map((s) => Number(s.amount));
  const [low, high] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const at = (n: number) => (high === low ? 0 : ((n - low) / (high - low)) * 100);
  // one digit more than the whole: what is smaller than that is no cause worth reading
  const digits = (unitFigure(rise.after, currency).split('.')[1]?.length ?? 2) + 1;
  const largest = [...steps].sort((a, b) => bySize(a.amount, b.amount))[0];
  const title = was < is ? 'Why did it rise?' : was > is ? 'Why did it fall?' : 'What moved?';
  const change = was > 0 ? formatPercent(((is - was) / was).toFixed(6), { signed: true }) : null;
  return (
    <ChartFrame
      title={`${title} ${name}`}
      summary={
        largest
          ? `${change ?? signed(String(is - was), currency, digits)} a task against ${rangeText(rise.comparedWith)}, most of it by ${words[largest.term].toLowerCase()} (${signed(largest.amount, currency, digits)} ${currency}).`
          : `A task costs what it did in ${rangeText(rise.comparedWith)}.`
      }
      note="Causes are applied in this order and add up exactly. Within a model the cost is split over kinds of tokens as list prices have it."
      png={false}
      table={{
        columns: [
          { key: 'word', header: 'Cause' },
          { key: 'amount', header: `Of a task, ${currency}`, numeric: true },
        ],
        rows: [
          { word: `Before: ${rangeText(rise.comparedWith, { year: true })}`, amount: rise.before },
          ...rise.steps.map((s) => ({ word: words[s.term], amount: s.amount })),
        ],
        total: { word: `Now: ${rangeText(rise.period, { year: true })}`, amount: rise.after },
      }}
    >
      <ul className="grid max-w-4xl gap-1 text-13" aria-label={title}>
        <Whole word={rangeText(rise.comparedWith)} amount={rise.before} currency={currency} />
        {steps.map((s) => (
          <li key={s.term} className={line}>
            <span className="text-ink-2">{words[s.term]}</span>
            <span className="relative h-5" aria-hidden="true">
              <span
                className={`absolute inset-y-0.5 ${Number(s.amount) > 0 ? 'bg-over' : 'bg-ok'}`}
                style={{ left: `${at(Math.min(0, Number(s.amount)))}%`, width: `${Math.abs(at(Number(s.amount)) - at(0))}%` }}
              />
              <span className="absolute inset-y-0 w-px bg-edge" style={{ left: `${at(0)}%` }} />
            </span>
            <span className="text-right tabular-nums">{signed(s.amount, currency, digits)}</span>
          </li>
        ))}
        <Whole word={rangeText(rise.period)} amount={rise.after} currency={currency} />
      </ul>
    </ChartFrame>
  );
}

const line = 'grid grid-cols-[6.5rem_minmax(2rem,1fr)_5rem] items-center gap-3 sm:grid-cols-[8.5rem_minmax(4rem,1fr)_7rem]';
const words = { ...bridgeWords, calls: 'Calls per task' };

const Whole = ({ word, amount, currency }: { word: string; amount: string; currency: string }) => (
  <li className={`${line} font-strong`}>
    <span>{word}</span>
    <span />
    <span className="text-right tabular-nums">{unitFigure(amount, currency)}</span>
  </li>
);

const signed = (amount: string, currency: string, digits: number): string => {
  const { figure, negative } = formatMoney(amount, currency, digits);
  return negative || figure.startsWith('<') ? figure : `+${figure}`;
};
