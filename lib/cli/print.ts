import type { CurrencyAmount, ImportResult } from '../core/imports/result';
import { visible } from '../core/text/visible';

const money = (list: readonly CurrencyAmount[]) =>
  list.map((a) => `${a.amount} ${a.currency ?? '(no currency)'}`).join(' + ') || 'no money';

/** One line, or two when there is something to say. */
export function printResult(r: ImportResult): string {
  const what = r.format ? `${r.format}, ` : '';
  const days = r.from ? `, ${r.from} to before ${r.to}` : '';
  const rejected = r.rejected ? `, ${r.rejected} rejected` : '';
  const head = `${visible(r.file)}: ${r.outcome} (${what}${r.accepted} of ${r.rows} rows${rejected}, billed ${money(r.billed)}${days})`;
  const hint = r.isMappable
    ? '\n  Drop it on the page Sources to say what its columns mean; the next one like it is then known here as well.'
    : '';
  return r.reason ? `${head}\n  ${r.reason}${hint}` : head;
}

/** Columns as wide as their widest cell; numbers to the right. */
export function printTable(rows: readonly Record<string, unknown>[]): string {
  const first = rows[0];
  if (!first) return 'Nothing.';
  const columns = Object.keys(first);
  const text = (v: unknown) => (v === null || v === undefined ? '' : String(v));
  const width = (c: string) => Math.max(c.length, ...rows.map((r) => text(r[c]).length));
  const isNumber = (c: string) => rows.every((r) => /^(?:≥ )?-?[\d.]*$/.test(text(r[c])));
  const line = (cells: (c: string) => string) =>
    columns
      .map((c) => (isNumber(c) ? cells(c).padStart(width(c)) : cells(c).padEnd(width(c))))
      .join('  ')
      .trimEnd();
  return [line((c) => c), ...rows.map((r) => line((c) => text(r[c])))].join('\n');
}
