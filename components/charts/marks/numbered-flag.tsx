import { ReferenceDot } from 'recharts';
import { flagId } from '../mark-list';
import type { PlacedMark } from '../prepare/chart-marks';

/** The flags of a chart above its highest line, `top`. A function and no component: a chart knows its dots by their kind. */
export const numberedFlags = (marks: readonly PlacedMark[], top: number, axis?: string) =>
  marks.map((mark) => (
    <ReferenceDot
      key={mark.day}
      {...(axis !== undefined && { yAxisId: axis })}
      x={mark.day}
      y={top}
      r={8}
      ifOverflow="visible"
      shape={({ cx, cy }: { cx?: number; cy?: number }) => <NumberedFlag cx={cx} cy={cy} mark={mark} />}
    />
  ));

/** A number above a bar: a disc for what stood out, filled for more than usual, hollow for less; a square for what was noted. Its words also stand in the list below the chart, where Tab finds them. */
function NumberedFlag({ cx = 0, cy = 0, mark }: { cx?: number; cy?: number; mark: PlacedMark }) {
  const { number, marks } = mark;
  const [first, another] = marks;
  if (!first) return null;
  const y = cy - 12;
  const isUp = first.direction === 'up';
  const words = marks.map((m) => m.label).join('\n');
  const look = { fill: isUp ? 'var(--color-ink)' : 'var(--color-surface)', stroke: 'var(--color-ink)' };
  return (
    <a
      href={another || first.href === null ? `#${flagId(mark)}` : first.href}
      aria-label={`${number}: ${words}`}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      <title>{words}</title>
      <line x1={cx} x2={cx} y1={y + 8} y2={cy} stroke="var(--color-ink-2)" />
      {first.direction === null ? (
        <rect x={cx - 8} y={y - 8} width={16} height={16} rx={2} {...look} />
      ) : (
        <circle cx={cx} cy={y} r={8} {...look} />
      )}
      <text x={cx} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={550} fill={isUp ? 'var(--color-surface)' : 'var(--color-ink)'}>
        {number}
      </text>
    </a>
  );
}
