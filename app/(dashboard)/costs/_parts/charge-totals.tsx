import { Money } from '@/components/figures/money';
import { ConvertedMark, RatesUsed } from '@/components/figures/rates-used';
import type { CostView } from '@/components/filters/cost-view';
import { buttonClass } from '@/components/ui/button';
import { type ChargePage, chargeFileHref } from '@/lib/client/costs';
import { chargeFileLimit } from '@/lib/core/costs/cost-query';
import { figureUnit } from '@/lib/core/explore/figure-unit';
import { partlyOf } from '@/lib/core/explore/group-file';
import { formatExact } from '@/lib/core/money/format';

export const chargeCount = (totals: ChargePage['totals']): number => totals.reduce((n, t) => n + t.charges, 0);

/** "1,204". */
export const countText = (n: number): string => formatExact(String(n), 'JPY').figure;

/** All charges that pass the filters, not only those of this page, exact to the last digit: what a figure elsewhere is proved against. */
export function ChargeTotals({
  view,
  totals,
  unpriced,
  conversion,
}: { view: CostView } & Pick<ChargePage, 'totals' | 'unpriced' | 'conversion'>) {
  const missingOf = (t: ChargePage['totals'][number]) => partlyOf(view.measure, t, unpriced);
  return (
    <>
      <ul aria-label="Sum of all charges" className="mb-3 flex flex-wrap gap-x-8 gap-y-1 text-13 text-ink-2">
        {totals.map((t) => (
          <li key={`${t.currency} ${t.unit}`}>
            {countText(t.charges)} {t.charges === 1 ? 'charge' : 'charges'}:{' '}
            {t.amount === null ? (
              `none in ${figureUnit(view.measure, t)}`
            ) : (
              <>
                <Money
                  amount={t.amount}
                  currency={figureUnit(view.measure, t)}
                  form="exact"
                  className="whitespace-normal! break-all font-strong text-ink"
                />
                {conversion && (t.currency === conversion.to ? <ConvertedMark conversion={conversion} /> : ', no rate')}
              </>
            )}
            {missingOf(t) && <span className="block text-12">{missingOf(t)}</span>}
          </li>
        ))}
      </ul>
      <RatesUsed conversion={conversion} apart={[]} />
    </>
  );
}

/** The same charges as a file. What is too long for one says so before anybody waits for it. */
export function ChargeFile({ view, totals }: { view: CostView; totals: ChargePage['totals'] }) {
  const count = chargeCount(totals);
  if (count > chargeFileLimit)
    return (
      <p className="max-w-72 text-12 text-ink-3 print:hidden">
        A file holds at most {countText(chargeFileLimit)} charges. Narrow the period or the filters to save these.
      </p>
    );
  return (
    <span className="flex gap-2 print:hidden">
      <a href={chargeFileHref(view)} download className={buttonClass('plain', 'small')}>
        Save as CSV
      </a>
      <a href={chargeFileHref(view, 'parquet')} download aria-label="Save as Parquet" className={buttonClass('plain', 'small')}>
        Parquet
      </a>
    </span>
  );
}
