interface TrendProps {
  /** A figure a day; null is a gap. */
  values: readonly (number | null)[];
  /** Said to those who cannot see it. */
  label: string;
}

const [width, height] = [64, 20];

/** A line without scales, from zero: only its course is meant. */
export function Trend({ values, label }: TrendProps) {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return <span className="text-ink-3">–</span>;
  const top = Math.max(...known, 1e-12);
  const at = (v: number, i: number) =>
    `${((i / Math.max(1, values.length - 1)) * (width - 2) + 1).toFixed(1)} ${(height - 2 - (v / top) * (height - 4)).toFixed(1)}`;
  const path = values.reduce((d, v, i) => (v === null ? d : `${d}${i === 0 || values[i - 1] == null ? 'M' : 'L'}${at(v, i)}`), '');
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block align-middle"
    >
      <path d={path} fill="none" stroke="var(--color-accent-fill)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
