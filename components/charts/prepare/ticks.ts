import { formatCompact, formatPlain } from '../../../lib/core/money/format';

export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

/** Round steps (1, 2, 2.5 or 5 times a power of ten) around zero: bars are measured from it, so it is always there. */
export function roundScale(low: number, high: number, count = 4): Scale {
  const bottom = Math.min(0, low);
  const top = Math.max(0, high);
  if (top - bottom < 1e-18) return { min: 0, max: 1, ticks: [0] };
  const rough = (top - bottom) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((s) => s * power >= rough * 0.999) ?? 10) * power;
  // a hair over a step is the step; a hair over zero is not nothing
  const first = bottom < 0 ? Math.min(-1, Math.floor(bottom / step + 1e-9)) : 0;
  const last = top > 0 ? Math.max(1, Math.ceil(top / step - 1e-9)) : 0;
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks };
}

/** 0.30000000000000004 is 0.3. */
const tidy = (n: number) => Number(n.toPrecision(12));

/** "2k", "0.0025", and the unit once, at the top. Ticks are round, so all their digits are few. */
export function axisLabel(tick: number, currency: string): string {
  const short = Math.abs(tick) < 1000 ? formatPlain(String(tick)) : withoutIdleZeros(formatCompact(String(tick), 'USD').figure);
  return currency ? `${short} ${currency}` : short;
}

/** "2.00k" is "2k"; the zeros of "600k" stay: they stand before the point. */
const withoutIdleZeros = (figure: string) => figure.replace(/(\.\d*?)0+(?=\D?$)/, '$1').replace(/\.(?=\D?$)/, '');
