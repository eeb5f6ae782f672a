import { expect, test } from 'vitest';
import { AppError } from '../app-error';
import { readInvoices } from './read-invoices';

const plain = (...rows: string[]) => ['provider,account,invoice number,period,currency,amount,category', ...rows].join('\n');
const detailColumns =
  'BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,InvoiceDetailCreated,InvoiceDetailDescription,InvoiceDetailGrain,InvoiceDetailId,InvoiceDetailLastUpdated,InvoiceId,InvoiceIssueDate,InvoiceIssueStatus,InvoiceIssuerName,PaymentDueDate,PaymentTerms,ReferenceInvoiceId';
const detail = (
  cost: string,
  category: string,
  { number = 'E-1', status = 'Issued', month = '10', account = 'acc-1', currency = 'EUR' } = {},
) =>
  `${cost},${account},${currency},2026-${String(Number(month) + 1).padStart(2, '0')}-01T00:00:00Z,2026-${month}-01T00:00:00Z,${category},2026-11-03T00:00:00Z,Line,"{""SubAccountId"":""s""}",d-1,2026-11-03T00:00:00Z,${number},2026-11-03T00:00:00Z,${status},Microsoft Ireland Operations Limited,2026-12-03T00:00:00Z,Net 30,`;
const focus = (...rows: string[]) => [detailColumns, ...rows].join('\r\n');

const refusal = (text: string): string => {
  try {
    readInvoices(text, 'x.csv');
  } catch (e) {
    if (e instanceof AppError) return e.message;
    throw e;
  }
  throw new Error('it was read');
};

test('a plain list is read, lines of one invoice added by their category', () => {
  const { kind, invoices } = readInvoices(
    plain(
      'aws,123456789012,INV-7,2026-10,usd,100.10,Usage',
      'aws,123456789012,INV-7,2026-10,usd,19.02,tax',
      'openai,,A-1,2026-10-31,USD,12.3456,',
    ),
    'x.csv',
  );
  expect(kind).toBe('plain');
  expect(invoices).toEqual([
    {
      ...{ provider: 'aws', account: '123456789012', number: 'INV-7', period: '2026-10-01', currency: 'USD', amount: '119.12' },
      ...{ categories: { Usage: '100.1', Tax: '19.02' }, issued: null, lines: 2 },
    },
    {
      ...{ provider: 'openai', account: '', number: 'A-1', period: '2026-10-01', currency: 'USD', amount: '12.3456' },
      ...{ categories: {}, issued: null, lines: 1 },
    },
  ]);
});

test('the category may be left out, and the date of issue be there', () => {
  const { invoices } = readInvoices(
    'Provider,Account,Invoice number,Period,Currency,Amount,Issued\naws,1,N,2026-10,USD,-5,2026-11-03',
    'x.csv',
  );
  expect(invoices).toMatchObject([{ amount: '-5', issued: '2026-11-03', categories: {} }]);
});

test('a FOCUS Invoice Detail is read: issued lines by category, withdrawn ones named, open ones counted', () => {
  const file = readInvoices(
    focus(
      detail('100.10', 'Usage'),
      detail('35.2E-2', 'Tax'),
      detail('-10', 'Credit'),
      detail('5', 'Usage', { number: 'E-2', status: 'Voided' }),
      detail('7', 'Usage', { number: 'E-3', status: 'Open' }),
    ),
    'x.csv',
  );
  expect(file).toMatchObject({ kind: 'focus', open: 1, voided: [{ number: 'E-2', account: 'acc-1' }] });
  expect(file.invoices).toEqual([
    {
      ...{ provider: 'Microsoft Ireland Operations Limited', account: 'acc-1', number: 'E-1', period: '2026-10-01', currency: 'EUR' },
      ...{ amount: '90.452', categories: { Usage: '100.1', Tax: '0.352', Credit: '-10' }, issued: '2026-11-03', lines: 3 },
    },
  ]);
});

test('an invoice over several months and accounts becomes one for each, told apart by the month', () => {
  const { invoices } = readInvoices(
    focus(detail('1', 'Usage'), detail('2', 'Usage', { month: '09' }), detail('4', 'Usage', { account: 'acc-2' })),
    'x.csv',
  );
  expect(invoices.map((i) => [i.account, i.period, i.number, i.amount])).toEqual([
    ['acc-1', '2026-09-01', 'E-1 (2026-09)', '2'],
    ['acc-1', '2026-10-01', 'E-1', '1'],
    ['acc-2', '2026-10-01', 'E-1', '4'],
  ]);
});

test.each([
  ['', 'x.csv is empty.'],
  ['provider,account\n1,2', 'x.csv has no column "invoice number", "period", "currency", "amount". It needs'],
  [plain(), 'x.csv has a header and no rows.'],
  [plain('aws,1,N,2026-10,USD,NaN,'), 'x.csv, line 2: amount is no plain decimal number ("NaN").'],
  [plain('aws,1,N,2026-10,USD,"1,000.00",'), 'x.csv, line 2: amount is no plain decimal number ("1,000.00").'],
  [plain('aws,1,N,2026-10,USD,,'), 'x.csv, line 2: amount is no plain decimal number ("").'],
  [plain('aws,1,N,2026-13,USD,1,'), 'x.csv, line 2: period is no month like 2026-10 ("2026-13-01").'],
  [plain('aws,1,N,2026-10,dollars,1,'), 'x.csv, line 2: currency is no code like USD ("DOLLARS").'],
  [plain('aws,1,N,2026-10,USD,1,Fee'), 'x.csv, line 2: category is no charge category of FOCUS'],
  [plain('aws,1,,2026-10,USD,1,'), 'x.csv, line 2: number is empty'],
  [plain('aws,1,N,2026-10,USD,1'), 'x.csv, line 2: has 6 cells, the header has 7.'],
  [plain('aws,1,N,2026-10,USD,1,', 'aws,1,N,2026-10,EUR,1,'), 'x.csv, line 3: invoice N is in USD and in EUR, which cannot be added'],
  [
    plain('aws,1,N,2026-10,USD,1,Usage', 'aws,1,N,2026-10,USD,1,'),
    'x.csv, line 3: invoice N has lines with a charge category and lines without one.',
  ],
  [plain(`aws,1,N\u0000,2026-10,USD,1,`), 'x.csv, line 2: number holds the character NUL'],
  [plain(`aws,1,N,2026-10,USD,${'9'.repeat(40)},`), 'x.csv, line 2: amount has more digits than are kept'],
  [plain(`aws,1,${'N'.repeat(500)},2026-10,USD,1,`), 'x.csv, line 2: number is longer than 120 characters'],
  [focus(detail('1', 'Usage', { status: 'Paid' })), 'x.csv, line 2: invoiceissuestatus is none of Open, Issued, Voided'],
  ['InvoiceId,InvoiceIssuerName\n1,2', 'x.csv is no whole FOCUS Invoice Detail: it has no column'],
  ['"a\nb', 'x.csv'],
])('%j is refused in a sentence', (text, sentence) => {
  expect(refusal(text)).toContain(sentence);
});
