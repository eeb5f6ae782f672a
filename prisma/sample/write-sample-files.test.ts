import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Big from 'big.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { billedBy, dayOf, recordsOf, type SampleRecord, sum, textOf, tokenPrice } from './read-back';
import type { SampleFile } from './sample-file';
import { storyOf } from './story';
import { writeSampleFiles } from './write-sample-files';

const today = '2026-11-21';
const story = storyOf(today);
const folder = mkdtempSync(join(tmpdir(), 'headroom-sample-'));
let sample: { file: SampleFile; records: SampleRecord[] }[] = [];

beforeAll(async () => {
  const files = await writeSampleFiles(join(folder, 'one'), { today });
  sample = files.map((file) => ({ file, records: recordsOf(file) }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const records = (name: RegExp) => sample.filter(({ file }) => name.test(file.path)).flatMap((one) => one.records);

describe('the sample company', () => {
  it('is the same to the last byte when it is written for the same day again', { timeout: 60_000 }, async () => {
    const again = await writeSampleFiles(join(folder, 'two'), { today });
    const print = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    expect(again.map(({ path }) => [relative(two, path), print(path)])).toEqual(
      sample.map(({ file }) => [relative(one, file.path), print(file.path)]),
    );
  });

  it('bills exactly the sum of the cells it wrote', () => {
    for (const { file, records: all } of sample) {
      expect(all.length, file.path).toBe(file.rows);
      const total = file.billed[0]?.amount ?? '0';
      expect(sum(all.map((record) => billedBy(file, record))), file.path).toBe(total);
    }
  });

  it('has price × quantity = cost for every metered token', () => {
    let checked = 0;
    for (const { file, records: all } of sample) {
      for (const price of all.map((record) => tokenPrice(file, record)).filter((found) => found !== null)) {
        checked++;
        const product = new Big(price.quantity).times(price.price);
        if (!product.eq(price.cost)) expect.fail(`${file.path}: ${price.quantity} × ${price.price} is not ${price.cost}`);
      }
    }
    expect(checked).toBeGreaterThan(20_000);
  });

  it('speaks of the twelve months before and of this one up to yesterday', () => {
    const days = sample.flatMap(({ file, records: all }) => all.map((record) => dayOf(file, record))).sort();
    expect([days[0], days.at(-1)]).toEqual(['2025-11-01', '2026-11-20']);
  });

  it('names no address of a real person', () => {
    for (const { file } of sample) {
      const addresses = textOf(file).match(/[\w.+-]+@[\w.-]+/g) ?? [];
      expect(
        addresses.filter((address) => !address.endsWith('.example')),
        file.path,
      ).toEqual([]);
    }
  });

  it('is small enough to load while someone waits', () => {
    const rows = sample.reduce((total, { file }) => total + file.rows, 0);
    const bytes = sample.reduce((total, { file }) => total + statSync(file.path).size, 0);
    expect(rows).toBeGreaterThan(40_000);
    expect(rows).toBeLessThan(90_000);
    expect(bytes).toBeLessThan(40_000_000);
  });

  it('bills in euros, dollars and pounds', () => {
    const currencies = sample.flatMap(({ file }) => file.billed.map(({ currency }) => currency));
    expect([...new Set(currencies)].sort()).toEqual(['EUR', 'GBP', 'USD']);
  });
});

describe('its story', () => {
  it('has a bill shock of four days in the output of one model', () => {
    const output = records(/enterprise.actual-2026-08/).filter(({ MeterName }) => MeterName === 'GPT 5 outpt Glbl 1M Tokens');
    const quantity = (day: string) => Number(output.find(({ Date: date }) => date === `08/${day}/2026`)?.Quantity);
    expect(story.billShock).toMatchObject({ from: '2026-08-11', to: '2026-08-15' });
    for (const [before, shock] of [
      ['04', '11'],
      ['05', '12'],
      ['06', '13'],
      ['07', '14'],
    ] as const) {
      expect(quantity(shock) / quantity(before)).toBeGreaterThan(6.5);
      expect(quantity(shock) / quantity(before)).toBeLessThan(9.5);
    }
    expect(quantity('18') / quantity('04')).toBeLessThan(1.3);
  });

  it('restates one month of AWS: first lower and without an invoice, then final', () => {
    const files = sample.map(({ file }) => file);
    const first = files.findIndex(({ supersededBy }) => supersededBy !== undefined);
    const final = files.findIndex(({ path }) => path === files[first]?.supersededBy);
    expect(final).toBeGreaterThan(first);
    expect(new Big(files[first]?.billed[0]?.amount ?? 0).lt(files[final]?.billed[0]?.amount ?? 0)).toBe(true);
    const invoices = (nth: number) => new Set(sample[nth]?.records.map(({ bill_invoice_id }) => bill_invoice_id));
    expect(invoices(first)).toEqual(new Set(['']));
    expect(invoices(final)).toEqual(new Set(['NW2026091001']));
  });

  it('shows in every amortized file of Azure what of the reservation was used and what was not', () => {
    for (const { file, records: all } of sample.filter(({ file: { format } }) => format === 'azure-ea-amortized')) {
      const reserved = all.filter(({ PricingModel }) => PricingModel === 'Reservation');
      expect(new Set(reserved.map(({ ChargeType }) => ChargeType)), file.path).toEqual(new Set(['Usage', 'UnusedReservation']));
    }
  });

  it('pays the reservation in full: a year of hours in twelve payments', () => {
    const payments = records(/enterprise.actual/).filter(({ ChargeType }) => ChargeType === 'Purchase');
    const year = payments.slice(0, 12).map(({ CostInBillingCurrency }) => CostInBillingCurrency ?? '');
    expect(sum(year)).toBe(new Big('0.31').times(30).times(365).times(24).toFixed());
  });

  it('takes back with a negation exactly what the savings plan covers, and uses no more than it commits to', () => {
    const lines = records(/cur2-2026-10/);
    const of = (type: string, column: string) =>
      sum(lines.filter((line) => line.line_item_line_item_type === type).map((line) => line[column] ?? ''));
    expect(of('SavingsPlanCoveredUsage', 'line_item_unblended_cost')).toBe(
      new Big(of('SavingsPlanNegation', 'line_item_unblended_cost')).neg().toFixed(),
    );
    const used = of('SavingsPlanCoveredUsage', 'savings_plan_savings_plan_effective_cost');
    expect(of('SavingsPlanRecurringFee', 'savings_plan_used_commitment')).toBe(used);
    expect(new Big(used).lt(of('SavingsPlanRecurringFee', 'savings_plan_total_commitment_to_date'))).toBe(true);
  });

  it('has a model that no rule knows, and resources that nobody tagged', () => {
    const azure = records(/enterprise.actual/);
    expect(azure.filter(({ MeterName }) => MeterName === 'Zeta 9 omni Inp Glbl Tokens').length).toBeGreaterThan(20);
    expect(azure.filter(({ Tags, ChargeType }) => Tags === '' && ChargeType === 'Usage').length).toBeGreaterThan(300);
  });

  it('holds on the first of a month that follows a leap day', { timeout: 60_000 }, async () => {
    const files = await writeSampleFiles(join(folder, 'leap'), { today: '2028-03-01' });
    expect(files.filter(({ format }) => format === 'azure-ea-actual')).toHaveLength(12);
  });
});
