import Big from 'big.js';
import { lastDay } from '@/components/filters/period-words';
import type { Attention, Overview } from '@/lib/core/costs/overview';
import { moneyText } from '@/lib/core/money/format';
import { visible } from '@/lib/core/text/visible';

export type AttentionLine = Attention & { key: string };

/** The lines in the service's order, their figures and days set as everywhere on the page, their links to the period shown. */
export function prepareAttention(
  o: Pick<Overview, 'attention' | 'totals' | 'freshness'>,
  unclassifiedHref: (currency: string) => string,
): AttentionLine[] {
  const totals = o.totals.filter((t) => new Big(t.unclassified).gt(0)).values();
  const late = o.freshness.filter((f) => f.isLate).values();
  return o.attention.map((line, index) => {
    const keyed = { ...line, text: visible(line.text), key: `${line.kind}-${index}` };
    const total = line.kind === 'unclassified' ? totals.next().value : undefined;
    const source = line.kind === 'late' ? late.next().value : undefined;
    if (total)
      return {
        ...keyed,
        text: `${moneyText(total.unclassified, total.currency)} of AI spend is on meters whose model is not known.`,
        href: unclassifiedHref(total.currency),
      };
    if (source?.completeTo)
      return { ...keyed, text: `${visible(source.name)} ends on ${lastDay(source.completeTo)}: a newer export is due.` };
    return keyed;
  });
}
