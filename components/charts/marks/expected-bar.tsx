import type { ExpectedBar } from '../prepare/stack-point';

interface ExpectedShape {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
  /** What this bar stands for: the bar less what is drawn of it already. */
  rest: number;
  /** What is drawn of it already. */
  known: number;
  expected: ExpectedBar;
}

/** What is still to come of a bar: lighter and dashed on top of what is known, with its interval as a line. */
export function ExpectedRest({ x, y: top, width, height: tall, colour, rest, known, expected }: ExpectedShape) {
  if (tall === 0 || width <= 0) return null;
  const perUnit = tall / Math.abs(rest);
  const at = (value: string) => top + tall - (Number(value) - known) * perUnit;
  const middle = x + width / 2;
  const half = Math.min(4, width / 4);
  return (
    <g>
      <rect
        x={x + 0.5}
        y={top}
        width={Math.max(0.5, width - 1)}
        height={tall}
        fill={colour}
        fillOpacity={0.2}
        stroke={colour}
        strokeDasharray="3 2"
      />
      {rest > 0 && expected.low !== null && expected.high !== null && (
        <path
          d={`M${middle - half} ${at(expected.high)}h${2 * half}M${middle} ${at(expected.high)}V${at(expected.low)}M${middle - half} ${at(expected.low)}h${2 * half}`}
          stroke="var(--color-ink-2)"
          fill="none"
        />
      )}
    </g>
  );
}
