import Big from 'big.js';
import { AppError } from '../app-error';
import type { SeriesLine } from './read';

type Row = Pick<SeriesLine, 'date' | 'booked' | 'amount' | 'currency' | 'labels'>;

/** What makes two rows speak of the same thing: everything but the amount. */
const keyOf = (r: Row) => JSON.stringify([r.date, r.booked, r.currency, Object.entries(r.labels).sort(([a], [b]) => (a < b ? -1 : 1))]);

const sums = (rows: readonly Row[]) => {
  const all = new Map<string, Big>();
  for (const r of rows) all.set(keyOf(r), (all.get(keyOf(r)) ?? new Big(0)).plus(r.amount));
  return all;
};

/**
 * The rows of a file that a series does not have yet. Rows are only added: what is there with the same amount is left out, and another amount
 * for the same day, booking day, currency and labels is refused, since it would rewrite what was known. A correction is a row with its own
 * booking day. Throws `conflict` naming file and line.
 */
export function newRows(stored: readonly Row[], file: readonly SeriesLine[], fileName: string): SeriesLine[] {
  const before = sums(stored);
  const now = sums(file);
  return file.filter((r) => {
    const known = before.get(keyOf(r));
    if (!known) return true;
    const said = now.get(keyOf(r)) ?? new Big(0);
    if (known.eq(said)) return false;
    throw new AppError(
      'conflict',
      `${fileName}, line ${r.line}: ${r.date}, booked ${r.booked}, is ${known.toFixed()} ${r.currency} in the series and ${said.toFixed()} in this file. ` +
        'What was known is not rewritten: give the difference as a row of its own, with the day on which it was booked.',
    );
  });
}
