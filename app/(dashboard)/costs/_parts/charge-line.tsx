import { shortDay } from '@/components/charts/prepare/days';
import { Money } from '@/components/figures/money';
import { ViewLink } from '@/components/filters/view-link';
import type { CostMeasure } from '@/lib/core/costs/dimensions';
import type { ChargeRow } from '@/lib/core/explore/charge-row';
import { valueName } from '@/lib/core/explore/value-name';
import { visible } from '@/lib/core/text/visible';

/** A charge where there is no room for columns: what it costs, and what it is. */
export const ChargeLine = ({ charge: c, href, measure }: { charge: ChargeRow; href: string; measure: CostMeasure }) => {
  const amount = c[measure];
  const what = visible(c.description ?? c.model ?? c.resource ?? '');
  const service = c.service === null ? valueName('service', null) : visible(c.service);
  return (
    <ViewLink href={href} className="grid gap-0.5 rounded-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-strong">{amount === null ? 'no cost' : <Money amount={amount} currency={c.currency} />}</span>
        <span className="text-ink-2">{shortDay(c.day)}</span>
      </span>
      <bdi className="truncate text-ink-2">{service}</bdi>
      {what && <bdi className="truncate text-12 text-ink-3">{what}</bdi>}
    </ViewLink>
  );
};
