import clsx from 'clsx';
import type { ReactNode } from 'react';
import { formatMoney } from '@/lib/core/money/format';
import { Money } from '../figures/money';
import { type HeadroomInput, headroomGeometry, leftOf } from './headroom-geometry';

interface HeadroomBarProps extends HeadroomInput {
  currency: string;
  /** What is limited, for those who hear the page: "Budget Engineering". */
  label: string;
  /** 8 px in table rows, 12 px in panels, 24 px on a page of its own. */
  size?: 8 | 12 | 24;
  /** Follows what is left: "enough until 27 Nov". */
  until?: string;
  /** Replaces the words at the right; `null` leaves them out. */
  words?: ReactNode;
  className?: string;
}

const heights = { 8: 'h-2', 12: 'h-3', 24: 'h-6' } as const;

/** One mark wherever there is a limit. Solid is used, hatched is forecast, the tick is today's even pace, notches are thresholds, the end is the cap. */
export function HeadroomBar({ currency, label, size = 12, until, words, className, ...input }: HeadroomBarProps) {
  const g = headroomGeometry(input);
  const left = leftOf(input.cap, input.used);
  const isOver = left.startsWith('-');
  const amount = formatMoney(left.replace('-', ''), currency).figure;
  const sentence = `${label}: ${amount} ${currency} ${isOver ? 'over the limit' : 'left'}${until ? `, ${until}` : ''}`;
  const x = (percent: number) => ({ left: `${percent}%` });
  return (
    <div className={clsx('flex min-w-0 items-center gap-3', size === 24 && 'flex-wrap', className)}>
      <div
        role="img"
        aria-label={sentence}
        className={clsx('relative flex-1', size === 24 ? 'min-w-[min(100%,20rem)]' : 'min-w-16', heights[size])}
      >
        {/* the track: closed at the left, its cap at the right */}
        <div className="absolute inset-y-0 left-0 border-edge border-y border-l bg-surface-2" style={{ width: `${g.cap}%` }} />
        <div className="absolute inset-y-0 left-0 bg-accent-fill" style={{ width: `${g.used}%` }} />
        {g.forecast && (
          <div
            className={clsx('hatched absolute inset-y-0', g.forecast.to > g.cap ? 'text-over' : 'text-accent-fill')}
            style={{ ...x(g.forecast.from), width: `${g.forecast.to - g.forecast.from}%` }}
          />
        )}
        {g.over > 0 && <div className="absolute inset-y-0 bg-over" style={{ ...x(g.cap), width: `${g.over}%` }} />}
        {g.thresholds.map((t) => (
          <div key={t} className={clsx('absolute -bottom-1 w-px bg-ink-2', t > g.used ? 'h-1/2' : 'h-1')} style={x(t)} />
        ))}
        {g.pace !== null && <div className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink outline outline-surface" style={x(g.pace)} />}
        <div className="absolute -inset-y-0.5 w-0.5 -translate-x-full bg-ink" style={x(g.cap)} />
        {g.isCut && <div className="absolute -inset-y-1 right-1 w-1 -skew-x-12 bg-surface" />}
      </div>
      {words !== null && (
        <span className={clsx('text-13 whitespace-nowrap', isOver ? 'text-over' : 'text-ink-2')} aria-hidden={words === undefined}>
          {words ?? (
            <>
              <Money amount={left.replace('-', '')} currency={currency} /> {isOver ? 'over' : 'left'}
              {until && ` · ${until}`}
            </>
          )}
        </span>
      )}
    </div>
  );
}
