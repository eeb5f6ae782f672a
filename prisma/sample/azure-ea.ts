import { base, columns, meterCells, placeOf, type Row } from './azure-ea-cells';
import { agreedPrice, type Charged, enterprise, meters, models, quantityOf } from './azure-meters';
import { type Day, daysBetween, type Month } from './calendar';
import { unitsOn, work } from './company';
import { csvText } from './csv';
import { decimal, type Exact, exact, times } from './money';
import { guid } from './random';
import { billedIn, type SampleContent } from './sample-file';
import type { Story } from './story';

const discount = '0.95';
const reserved = { units: 30n, hourly: exact('0.31'), name: 'ptu-global-30' };

export function* azureEnterpriseFiles(months: Month[], story: Story): Generator<SampleContent> {
  for (const month of months) {
    const usage = month.days.flatMap((day) => enterprise.flatMap((series) => usageRow(series, day, month, story) ?? []));
    const payment = paymentRow(month, story);
    const actual = [payment, ...usage, ...month.days.map((day) => reservedRow(day, month, story, 'actual'))];
    const billed = [payment, ...usage].reduce((sum, { cost }) => sum + cost, 0n);
    yield file(month, 'actual', actual, billed);
    const unused = month.days.map((day) => unusedRow(day, month, story));
    // What the reservation covers has its price here, and its payments are left out: nothing of it is billed a second time.
    yield file(month, 'amortized', [...usage, ...month.days.map((day) => reservedRow(day, month, story, 'amortized')), ...unused], 0n);
  }
}

interface Line {
  row: Row;
  cost: Exact;
}

function file(month: Month, dataset: 'actual' | 'amortized', lines: Line[], billed: Exact): SampleContent {
  return {
    path: `azure/enterprise/${dataset}-${month.name}.csv`,
    provider: 'azure',
    format: `azure-ea-${dataset}`,
    month: month.name,
    rows: lines.length,
    billed: billedIn('EUR', billed),
    content: csvText(
      columns,
      lines.map(({ row }) => row),
      { mark: true },
    ),
  };
}

function usageRow(series: Charged, day: Day, month: Month, story: Story): Line | null {
  const { billShock } = story;
  const isShock =
    day.date >= billShock.from && day.date < billShock.to && series.meter === meters.gpt5Output && series.workload.team === 'tutoring';
  const units = unitsOn(series, day) * BigInt(isShock ? billShock.factor : 1);
  if (units === 0n) return null;
  const { meter } = series;
  const [quantity, price] = [quantityOf(meter, units), agreedPrice(meter, discount)];
  const cost = times(quantity, price);
  const row: Row = {
    ...base(month, day.date),
    ...placeOf(series),
    ...meterCells(meter, day.date < story.meterCategoryRenamed && meter.category === models),
    Quantity: decimal(quantity),
    EffectivePrice: decimal(price),
    UnitPrice: decimal(price),
    PayGPrice: meter.list,
    CostInBillingCurrency: decimal(cost),
    ChargeType: 'Usage',
    Frequency: 'UsageBased',
    PricingModel: 'OnDemand',
    IsAzureCreditEligible: 'True',
  };
  return { row, cost };
}

/** A year of reserved units in twelve equal payments. */
function paymentRow(month: Month, story: Story): Line {
  const from = reservationFrom(month.first, story);
  const year = daysBetween(from, `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`);
  const cost = (reserved.units * reserved.hourly * BigInt(year * 24)) / 12n;
  const unit = cost / reserved.units;
  const row: Row = {
    ...base(month, month.first),
    ...meterCells(meters.ptu, month.first < story.meterCategoryRenamed),
    ...reservationCells(from),
    ProductName: 'Azure AI Foundry Provisioned Throughput Reservation',
    ConsumedService: 'Microsoft.Capacity',
    Quantity: String(reserved.units),
    EffectivePrice: decimal(unit),
    UnitPrice: decimal(unit),
    CostInBillingCurrency: decimal(cost),
    ResourceId: reservationId(from),
    ChargeType: 'Purchase',
    Frequency: 'Recurring',
    IsAzureCreditEligible: 'False',
  };
  return { row, cost };
}

/** Hours used of the reservation: without a price in the actual export, at the price of the reservation in the amortized one. */
function reservedRow(day: Day, month: Month, story: Story, dataset: 'actual' | 'amortized'): Line {
  const price = dataset === 'actual' ? 0n : reserved.hourly;
  const series = { workload: work('tutoring'), meter: meters.ptu, type: 'accounts', resource: 'nw-tutor-chat-prod-ai' };
  return covered(day, month, story, price, unitsUsed(day), { ...placeOf(series), ChargeType: 'Usage' });
}

function unusedRow(day: Day, month: Month, story: Story): Line {
  const id = reservationId(reservationFrom(day.date, story));
  return covered(day, month, story, reserved.hourly, reserved.units - unitsUsed(day), { ResourceId: id, ChargeType: 'UnusedReservation' });
}

/** Fewer deployments at weekends; never all of what is reserved. */
function unitsUsed({ weekday, month }: Day): bigint {
  return weekday > 4 ? 15n : BigInt(Math.min(29, 22 + month));
}

function covered(day: Day, month: Month, story: Story, price: Exact, units: bigint, cells: Row): Line {
  const hours = units * 24n;
  const cost = price * hours;
  const row: Row = {
    ...base(month, day.date),
    ...meterCells(meters.ptu, day.date < story.meterCategoryRenamed),
    ...reservationCells(reservationFrom(day.date, story)),
    Quantity: String(hours),
    EffectivePrice: decimal(price),
    UnitPrice: decimal(price),
    PayGPrice: meters.ptu.list,
    CostInBillingCurrency: decimal(cost),
    Frequency: 'UsageBased',
    IsAzureCreditEligible: 'False',
    ...cells,
  };
  return { row, cost };
}

function reservationFrom(date: string, { reservationFrom: first, reservationRenewed: renewed }: Story): string {
  return date < renewed ? first : renewed;
}

function reservationId(from: string): string {
  return `/providers/Microsoft.Capacity/reservationOrders/${guid(`order ${from}`)}/reservations/${guid(`reservation ${from}`)}`;
}

function reservationCells(from: string): Row {
  return {
    ReservationId: guid(`reservation ${from}`),
    ReservationName: reserved.name,
    ProductOrderId: guid(`order ${from}`),
    ProductOrderName: 'Azure AI Foundry Provisioned Throughput Reservation, Global, 1 Year',
    Term: '12',
    PricingModel: 'Reservation',
    benefitId: reservationId(from),
    benefitName: reserved.name,
  };
}
