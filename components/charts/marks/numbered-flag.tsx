import type { PlacedMark } from '../prepare/chart-marks';

/** A number above a bar: filled for more than usual, hollow for less. Its words also stand in the list below the chart, where Tab finds them. */
export function NumberedFlag({ cx = 0, cy = 0, mark: { number, marks } }: { cx?: number; cy?: number; mark: PlacedMark }) {
  const y = cy - 12;
  const isUp = marks[0]?.direction !== 'drop';
  const words = marks.map((m) => m.label).join(' ');
  return (
    <a href={marks[0]?.href} aria-label={`${number}: ${words}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
      <title>{words}</title>
      <line x1={cx} x2={cx} y1={y + 8} y2={cy} stroke="var(--color-ink-2)" />
      <circle cx={cx} cy={y} r={8} fill={isUp ? 'var(--color-ink)' : 'var(--color-surface)'} stroke="var(--color-ink)" />
      <text x={cx} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={550} fill={isUp ? 'var(--color-surface)' : 'var(--color-ink)'}>
        {number}
      </text>
    </a>
  );
}
