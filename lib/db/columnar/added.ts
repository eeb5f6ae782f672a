import type { ExploreMeasure } from '../../core/explore/measures';
import { amountsOf, sumsOf } from './explore-parts';
import type { Sums } from './group-rows';
import { decimalPlaces, measureSums } from './sums';
import type { Telling, Told } from './told';

/** Adds up rows that are told in one currency, and says the figure of a measure. */
export class Added {
  private readonly sums: (bigint | null)[] = [];
  charges = 0;

  constructor(
    private readonly measure: ExploreMeasure,
    private readonly telling: Pick<Telling, 'one' | 'digits'>,
    private readonly tokensAt = amountsOf(measure).indexOf('tokens'),
  ) {}

  add(row: Sums, { factor }: Told): void {
    for (const [i, sum] of row.sums.entries()) {
      if (sum === null) continue;
      // tokens are no money: they only move to the same scale
      const by = i === this.tokensAt ? this.telling.one : factor;
      this.sums[i] = (this.sums[i] ?? 0n) + (by === 1n ? sum : sum * by);
    }
    this.charges += row.charges;
  }

  amount(): string | null {
    const { sums, figure } = sumsOf(this.measure);
    if (this.measure === 'charges') return String(this.charges);
    return figure(
      sums.map((_, i) => this.sums[i] ?? null),
      decimalPlaces + this.telling.digits,
    );
  }

  tokens(): string | null {
    const sum = this.sums[this.tokensAt] ?? null;
    return sum === null ? null : measureSums.tokens.figure([sum], decimalPlaces + this.telling.digits);
  }

  /** By which groups are put in order. */
  size(): bigint {
    if (this.measure === 'charges') return BigInt(this.charges);
    const [first, second] = this.sums;
    const size = (first ?? 0n) - (this.measure === 'savings' ? (second ?? 0n) : 0n);
    return size < 0n ? -size : size;
  }
}
