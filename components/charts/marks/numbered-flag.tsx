import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { flagId } from '../mark-list';
import type { PlacedMark } from '../prepare/chart-marks';
import { spread } from '../prepare/spread';

/** The width of a flag, with a hairline of room beside it. */
const ROOM = 18;

/** The flags of a chart above its highest line, `top` of the axis. Those of neighbouring days stand beside each other. */
export function NumberedFlags({ marks, top, axis }: { marks: readonly PlacedMark[]; top: number; axis?: string }) {
  const x = useXAxisScale();
  const y = useYAxisScale(axis);
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const days = marks.flatMap((mark) => {
    const day = x(mark.day, { position: 'middle' });
    return day === undefined ? [] : [{ mark, day }];
  });
  const places = spread(
    days.map(({ day }) => day),
    ROOM,
    [plot.x, plot.x + plot.width],
  );
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      {days.map(({ mark, day }, i) => (
        <NumberedFlag key={mark.day} day={day} x={places[i] ?? day} bottom={y(top) ?? plot.y} mark={mark} />
      ))}
    </ZIndexLayer>
  );
}

/** A number above a bar: a disc for what stood out, filled for more than usual, hollow for less; a square for what was noted. Its words also stand in the list below the chart, where Tab finds them. */
function NumberedFlag({ day, x, bottom, mark }: { day: number; x: number; bottom: number; mark: PlacedMark }) {
  const { number, marks } = mark;
  const [first, another] = marks;
  if (!first) return null;
  const y = bottom - 12;
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
      <line x1={x} x2={day} y1={y + 8} y2={bottom} stroke="var(--color-ink-2)" />
      {first.direction === null ? (
        <rect x={x - 8} y={y - 8} width={16} height={16} rx={2} {...look} />
      ) : (
        <circle cx={x} cy={y} r={8} {...look} />
      )}
      <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={550} fill={isUp ? 'var(--color-surface)' : 'var(--color-ink)'}>
        {number}
      </text>
    </a>
  );
}
