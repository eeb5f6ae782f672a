import { unitFigure } from '@/lib/core/money/unit-figure';

/** A day's figures as exact decimals; `unit` null where there was nothing to divide by. */
export interface UnitDay {
  day: string;
  unit: string | null;
  cost: string | null;
  volume: string;
  /** Some of the cost is not known: what is said is a lower bound. */
  isAtLeast?: boolean;
}

/** "≥ 0.0210 USD". */
export const unitDayText = (d: UnitDay | undefined, currency: string): string =>
  d?.unit == null ? '–' : `${d.isAtLeast ? '≥ ' : ''}${unitFigure(d.unit, currency)} ${currency}`;
