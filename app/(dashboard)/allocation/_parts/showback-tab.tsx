import { Panel } from '@/components/ui/panel';
import type { AllocationRule } from '@/lib/core/allocation/types';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { Showback } from '@/lib/services/allocation/showback';
import { ShowbackTable } from './showback-table';
import { type AllocationView, allocationHref } from './view';

/** Whose the period's cost is: direct, what is carried of shared costs, and what nobody owns. */
export function ShowbackTab({
  showback,
  rules,
  view,
  currency,
}: {
  showback: Showback;
  rules: readonly AllocationRule[];
  view: AllocationView;
  currency: string;
}) {
  const lines = showback.lines.filter((l) => l.currency === currency);
  return (
    <Panel
      className="border-t-0 pt-0"
      title={`Cost by ${inSentence(showback.dimension.title)}`}
      note="Direct is what its own charges cost; shared is what it carries of others; a pool passes on what others carry."
      actions={
        <span className="flex gap-3 text-13 print:hidden">
          <a
            className="link"
            href={allocationHref({ ...view, tab: 'showback', ccy: null }, '/api/v1/allocation/showback')
              .replace(/(\?|$)/, '?format=csv&')
              .replace(/[&?]$/, '')}
            download
          >
            CSV
          </a>
          <a className="link" href={splitChargesHref(showback, view)} title={splitWords} download>
            Charges, split
          </a>
        </span>
      }
    >
      <ShowbackTable {...{ lines, rules, currency, view }} period={showback.period} dimension={showback.dimension} />
    </Panel>
  );
}

const splitWords = 'Every charge with whom it belongs to, shared ones as their parts: FOCUS 1.4, Parquet';

/** The charges behind the table, what is shared as its parts. */
const splitChargesHref = ({ period, dimension }: Showback, { basis }: AllocationView): string =>
  `/api/v1/charges/export?${new URLSearchParams({ ...period, measure: basis, split: dimension.key, version: '1.4', format: 'parquet' })}`;
