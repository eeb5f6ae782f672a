/** A small FOCUS file, cell by cell, for tests that break it. */
export const focusColumns = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'BillingAccountId',
  'BillingPeriodStart',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ProviderName',
  'ServiceName',
  'Tags',
] as const;

export const focusHeader = focusColumns.join(',');

export interface FocusCells extends Partial<Record<(typeof focusColumns)[number], string>> {}

const usual: Required<FocusCells> = {
  BilledCost: '1.5',
  EffectiveCost: '1.25',
  BillingCurrency: 'USD',
  BillingAccountId: 'account-1',
  BillingPeriodStart: '2026-08-01T00:00:00Z',
  ChargePeriodStart: '2026-08-03T00:00:00Z',
  ChargePeriodEnd: '2026-08-04T00:00:00Z',
  ChargeCategory: 'Usage',
  ProviderName: 'Contoso Cloud',
  ServiceName: 'Virtual Machines',
  Tags: '',
};

const written = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A row with the usual cells but for these. */
export const focusRow = (cells: FocusCells = {}, delimiter = ','): string =>
  focusColumns.map((c) => written(cells[c] ?? usual[c], delimiter)).join(delimiter);

/** Lines under the header, each ended. */
export const focusFile = (lines: readonly string[], end = '\n'): string => [focusHeader, ...lines].map((l) => l + end).join('');
