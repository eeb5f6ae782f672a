import { shortDay } from '@/components/charts/prepare/days';
import { CutName } from '@/components/figures/cut-name';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { ViewLink } from '@/components/filters/view-link';
import type { Column } from '@/components/ui/table';
import type { CostMeasure } from '@/lib/core/costs/dimensions';
import type { ChargeRow } from '@/lib/core/explore/charge-row';
import { valueName } from '@/lib/core/explore/value-name';

const None = () => <span className="text-ink-3">–</span>;

/** Cut where there is no room; the whole name is on hover, and what stands below is of less weight. */
const Two = ({ main, below }: { main: string | null; below?: string | null }) => (
  <span className="grid py-1 leading-4">
    {main === null ? <None /> : <CutName>{main}</CutName>}
    {below && <CutName className="text-12 text-ink-3">{below}</CutName>}
  </span>
);

export function chargeColumns(hrefOf: (row: ChargeRow) => string, measure: CostMeasure): Column<ChargeRow>[] {
  const money = (amount: string | null, currency: string) => (amount === null ? <None /> : <Money amount={amount} currency={currency} />);
  const cost = (key: CostMeasure, header: string): Column<ChargeRow> => ({
    key,
    header,
    numeric: true,
    className: key === measure ? 'font-strong' : undefined,
    cell: (c) => money(c[key], c.currency),
  });
  return [
    {
      key: 'day',
      header: 'Day',
      className: 'whitespace-nowrap',
      cell: (c) => (
        <ViewLink
          href={hrefOf(c)}
          title={c.day}
          aria-label={`${shortDay(c.day)}, ${c.description ?? c.service ?? 'charge'}`}
          className="hover:underline"
        >
          {shortDay(c.day)}
        </ViewLink>
      ),
    },
    {
      key: 'service',
      header: 'Service',
      className: 'min-w-36 max-w-48',
      cell: (c) => <Two main={c.service ?? valueName('service', null)} below={valueName('provider', c.provider)} />,
    },
    {
      key: 'what',
      header: 'Description, resource',
      className: 'min-w-56 max-w-72',
      cell: (c) => <Two main={c.description} below={c.resource} />,
    },
    { key: 'account', header: 'Sub account', className: 'min-w-36 max-w-48', cell: (c) => <Two main={c.subAccount} below={c.region} /> },
    {
      key: 'model',
      header: 'Model',
      className: 'min-w-32 max-w-44',
      cell: (c) => <Two main={c.model} below={c.tokenType && valueName('token-type', c.tokenType)} />,
    },
    { key: 'team', header: 'Team', className: 'max-w-32 truncate', cell: (c) => (c.team === null ? <None /> : <Name>{c.team}</Name>) },
    {
      key: 'quantity',
      header: 'Quantity',
      numeric: true,
      cell: (c) => (c.quantity === null ? <None /> : <Quantity amount={c.quantity} unit={c.unit} />),
    },
    cost('billed', 'Billed'),
    cost('effective', 'Effective'),
  ];
}
