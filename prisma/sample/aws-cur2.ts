import { gzipSync } from 'node:zlib';
import { common, feeCells, negation, period, planCells, planFee, seriesCells } from './aws-cur2-cells';
import { type Cur2Row, cur2Columns } from './aws-cur2-columns';
import { type AwsSeries, awsSeries } from './aws-workloads';
import { addDays, type Day, type Month } from './calendar';
import { unitsOn } from './company';
import { csvText } from './csv';
import { type Exact, exact, scaled, times } from './money';
import { letters } from './random';
import { billedIn, type SampleContent } from './sample-file';
import type { Story } from './story';

/** What the savings plan commits to per hour. */
const planHourly = exact('2.25');
const discountRate = exact('0.06');
const taxRate = exact('0.08');
/** Months in which AWS grants something. */
const credits: Record<number, string> = { 2: '1500', 5: '1500', 8: '2500', 11: '2500' };
/** Share of a day's use in each hour, UTC: lessons begin in the morning. */
const hours = [1, 1, 1, 1, 2, 3, 6, 10, 14, 16, 16, 15, 13, 14, 16, 15, 13, 11, 9, 7, 5, 3, 2, 2];

export function* awsReportFiles(months: Month[], story: Story): Generator<SampleContent> {
  for (const month of months) {
    const path = `aws/northwind-cur2-${month.name}.csv.gz`;
    if (month.name === story.restatedMonth) {
      yield { ...report(month, story, true, path.replace('.csv', '-preliminary.csv')), supersededBy: path };
    }
    yield report(month, story, false, path);
  }
}

interface Slot {
  start: string;
  end: string;
  hoursLong: bigint;
  /** The part of a day's units that falls into the slot. */
  part(units: bigint, isFlat: boolean): bigint;
}

/** A preliminary report has no invoice yet, no tax, and misses the marketplace of its last days. */
function report(month: Month, story: Story, isPreliminary: boolean, path: string): SampleContent {
  const isFinal = month.closed && !isPreliminary;
  const rows: Cur2Row[] = [];
  let billed: Exact = 0n;
  const add = (cost: Exact, cells: Cur2Row) => {
    rows.push({ ...common(month, isFinal), ...cells, identity_line_item_id: letters(`${path} ${rows.length}`, 40) });
    billed += cost;
  };
  for (const day of month.days) {
    const isLate = isPreliminary && day.date > addDays(month.last, -3);
    const series = isLate ? awsSeries.filter((s) => !s.seller) : awsSeries;
    for (const slot of slotsOf(day, story)) addSlot(series, day, slot, month, story, add);
  }
  const credit = credits[month.index];
  const from = { start: `${month.first}T00:00:00Z`, end: `${month.next}T00:00:00Z` };
  if (credit) add(-exact(credit), { ...feeCells('Credit', 'AmazonEC2', 'EDU_PROGRAM_CREDIT', -exact(credit)), ...period(from) });
  if (isFinal) {
    // Cents, as an invoice has them.
    const tax = (times(billed, taxRate) / scaled(1n, 2)) * scaled(1n, 2);
    add(tax, { ...feeCells('Tax', 'AmazonEC2', 'Tax for product code AmazonEC2', tax), ...period(from), line_item_tax_type: 'USSalesTax' });
  }
  const content = gzipSync(csvText(cur2Columns, rows));
  return { path, provider: 'aws', format: 'aws-cur-2', month: month.name, rows: rows.length, billed: billedIn('USD', billed), content };
}

type Add = (cost: Exact, cells: Cur2Row) => void;

function addSlot(series: AwsSeries[], day: Day, slot: Slot, month: Month, story: Story, add: Add) {
  let [used, machines] = [0n, 0n];
  for (const one of series) {
    const isRunaway = day.date === story.runawayDay && one.product.startsWith('Claude Opus');
    const units = slot.part(unitsOn(one, day) * BigInt(isRunaway ? 9 : 1), one.always === true);
    if (units === 0n) continue;
    const amount = scaled(units, one.decimals);
    const cost = times(amount, exact(one.rate));
    const cells = { ...seriesCells(one, amount, cost), ...period(slot) };
    if (one.planRate === undefined) {
      add(cost, cells);
      if (one.code === 'AmazonEC2') machines += cost;
      continue;
    }
    const covered = times(amount, exact(one.planRate));
    used += covered;
    // The plan's fee is what is billed; the covered line and its negation cancel out.
    add(0n, { ...cells, ...planCells(covered, one.planRate), line_item_line_item_type: 'SavingsPlanCoveredUsage' });
    add(0n, { ...negation(cells, cost), ...period(slot) });
  }
  const commitment = planHourly * slot.hoursLong;
  add(commitment, { ...planFee(planHourly, slot.hoursLong, used, month), ...period(slot) });
  const discount = -times(machines, discountRate);
  add(discount, { ...feeCells('EdpDiscount', 'AmazonEC2', 'Enterprise Program Discount', discount), ...period(slot) });
}

function slotsOf({ date, next }: Day, { hourlyFrom }: Story): Slot[] {
  if (date < hourlyFrom) return [{ start: `${date}T00:00:00Z`, end: `${next}T00:00:00Z`, hoursLong: 24n, part: (units) => units }];
  const whole = BigInt(hours.reduce((sum, share) => sum + share, 0));
  const until = (hour: number) => BigInt(hours.slice(0, hour).reduce((sum, share) => sum + share, 0));
  return hours.map((_, hour) => ({
    start: `${date}T${two(hour)}:00:00Z`,
    end: hour === 23 ? `${next}T00:00:00Z` : `${date}T${two(hour + 1)}:00:00Z`,
    hoursLong: 1n,
    // Differences of running totals: the hours add up to the day.
    part: (units, isFlat) =>
      isFlat
        ? (units * BigInt(hour + 1)) / 24n - (units * BigInt(hour)) / 24n
        : (units * until(hour + 1)) / whole - (units * until(hour)) / whole,
  }));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
