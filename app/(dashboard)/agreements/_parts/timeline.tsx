import clsx from 'clsx';
import Link from 'next/link';
import { shortDay } from '@/components/charts/prepare/days';
import type { AgreementRow } from '@/lib/services/agreements/list-agreements';

interface Span {
  from: number;
  to: number;
}

/** All agreements over the years: bars, caps that are expected as ranges, dated milestones; today is a line. The list below holds the same. */
export function Timeline({ rows, today }: { rows: readonly AgreementRow[]; today: string }) {
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const first = Math.min(yearOf(today), ...rows.map((r) => Math.max(yearOf(r.agreement.start), yearOf(today) - 4)));
  const last = Math.max(yearOf(today) + 1, ...rows.map((r) => yearOf(r.agreement.end ?? today))) + 1;
  const at = (day: string): number => {
    const [start, end] = [Date.UTC(first, 0, 1), Date.UTC(last, 0, 1)];
    return Math.min(100, Math.max(0, ((Date.parse(`${day}T00:00:00Z`) - start) / (end - start)) * 100));
  };
  const years = Array.from({ length: last - first }, (_, i) => first + i);
  const step = years.length > 9 ? 2 : 1;
  const style = ({ from, to }: Span) => ({ left: `${from}%`, width: `${Math.max(0.4, to - from)}%` });
  return (
    <div className="overflow-x-auto">
      <div className="grid min-w-170 grid-cols-[12rem_1fr] text-13">
        <div />
        <div className="relative h-6 border-line border-b text-12 text-ink-3">
          {years.map((y, i) =>
            i % step === 0 ? (
              <span key={y} className="absolute -translate-x-px" style={{ left: `${at(`${y}-01-01`)}%` }}>
                {y}
              </span>
            ) : null,
          )}
        </div>
        {rows.map((r) => {
          const a = r.agreement;
          const isOver = r.state === 'ended';
          return (
            <div key={r.id} className="contents">
              <Link
                href={`/agreements/${r.id}`}
                className="flex h-9 items-center truncate border-line border-b pr-3 hover:underline"
                title={a.name}
              >
                <span className={clsx('truncate', isOver && 'text-ink-3')}>{a.name}</span>
              </Link>
              <div className="relative h-9 border-line border-b">
                {years.map((y) => (
                  <span key={y} className="absolute inset-y-0 w-px bg-line/60" style={{ left: `${at(`${y}-01-01`)}%` }} />
                ))}
                <span
                  className={clsx(
                    'absolute inset-y-3 rounded-1',
                    isOver ? 'bg-surface-3' : a.kind === 'term' ? 'border border-accent-fill bg-accent-soft' : 'bg-accent-fill',
                  )}
                  style={style({ from: at(a.start), to: at(a.end ?? `${last}-01-01`) })}
                  title={`${a.name}: ${a.start} to ${a.end ?? 'open'}`}
                />
                {r.projection?.median && (
                  <span
                    className="hatched absolute inset-y-2 border-over border-x text-over"
                    style={style({
                      from: at(r.projection.p10 ?? r.projection.median),
                      to: at(r.projection.p90 ?? a.end ?? r.projection.median),
                    })}
                    title={`Cap expected ${r.projection.median}`}
                  />
                )}
                {a.milestones.map((m) =>
                  m.date === null ? null : (
                    <span
                      key={m.name}
                      className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rotate-45 border border-ink bg-surface"
                      style={{ left: `${at(m.date)}%` }}
                      title={`${m.name}: ${m.date}`}
                    />
                  ),
                )}
                <span className="absolute inset-y-0 w-px bg-ink" style={{ left: `${at(today)}%` }} />
              </div>
            </div>
          );
        })}
        <div />
        <div className="relative h-6 text-12 text-ink-2">
          <span className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${at(today)}%` }}>
            today, {shortDay(today)}
          </span>
        </div>
      </div>
      <p className="mt-1 text-12 text-ink-3">Filled: money. Outlined: rights. Hatched: when the cap is expected. Diamonds: milestones.</p>
    </div>
  );
}
