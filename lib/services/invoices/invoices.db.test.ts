import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { query, sql } from '../../db/sql';
import { actorIn, makeActor, makeOrganization, writeFile } from '../../runtime/test-database';
import { getAudit } from '../audit/get-audit';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { listLoads } from '../loads/list-loads';
import { undoLoad } from '../loads/undo-load';
import { exportReconciliation, getReconciliation } from './get-reconciliation';
import { acceptDifference, addInvoice, importInvoices, listInvoices, removeInvoice, withdrawExplanation } from './manage-invoices';

type Cells = NonNullable<Parameters<typeof focusRow>[0]>;
const bill = async (actor: Actor, ...rows: Cells[]) => {
  const result = await importPath(actor, writeFile('bill.csv', focusFile(rows.map((r) => focusRow(r)))), {});
  expect(result.outcome, result.reason ?? '').toBe('imported');
};
const csv = (...rows: string[]) => ({
  name: 'invoices.csv',
  text: ['provider,account,invoice number,period,currency,amount,category,issued', ...rows].join('\n'),
});
const standing = async (actor: Actor, asked = {}) =>
  (await getReconciliation(actor, asked)).map((r) =>
    [r.provider, r.account, r.period.slice(0, 7), r.currency, r.ledger, r.invoice, r.difference, r.unexplained, r.state]
      .map((c) => c ?? '–')
      .join(' '),
  );
const typed = { provider: 'contoso-cloud', account: 'account-1', number: 'N-1', period: '2026-08', currency: 'USD', amount: '100' };

test('the ledger is set against invoices by issuer, account and month, and nobody else sees it', async () => {
  const actor = await makeActor();
  const stranger = await makeActor();
  await bill(
    actor,
    { BilledCost: '60.5' },
    { BilledCost: '40.25', ChargePeriodStart: '2026-08-20T00:00:00Z', ChargePeriodEnd: '2026-08-21T00:00:00Z' },
    { BilledCost: '7', BillingAccountId: 'account-2' },
    { BilledCost: '3', BillingAccountId: 'account-3', BillingCurrency: 'EUR' },
    {
      BilledCost: '5',
      BillingPeriodStart: '2026-09-01T00:00:00Z',
      ChargePeriodStart: '2026-09-03T00:00:00Z',
      ChargePeriodEnd: '2026-09-04T00:00:00Z',
    },
  );
  const result = await importInvoices(
    actor,
    csv(
      'Contoso Cloud,account-1,N-1,2026-08,USD,100.75,Usage,2026-09-02',
      'Contoso Cloud,account-1,N-1,2026-08,USD,19.14,Tax,2026-09-02',
      'A Reseller,account-2,R-1,2026-08,USD,9,,',
      'Contoso Cloud,account-3,N-3,2026-08,USD,3,,',
      'Nobody,x,N-4,2026-07,USD,1,,',
    ),
  );
  expect(result).toEqual({
    file: 'invoices.csv',
    kind: 'plain',
    outcome: 'imported',
    invoices: 4,
    added: 4,
    changed: 0,
    voided: 0,
    open: 0,
  });
  expect(await standing(actor)).toEqual([
    'contoso-cloud account-1 2026-09 USD 5 – – – no-invoice',
    'contoso-cloud account-2 2026-08 USD 7 9 2 2 open', // the reseller's account is one that only Contoso has
    'contoso-cloud account-3 2026-08 EUR 3 – – – open',
    'contoso-cloud account-3 2026-08 USD – 3 – – open',
    'contoso-cloud account-1 2026-08 USD 100.75 119.89 19.14 0 explained',
    'nobody x 2026-07 USD – 1 – – no-charges',
  ]);
  expect(await standing(actor, { from: '2026-09', to: '2026-09' })).toHaveLength(1);
  expect(await standing(stranger)).toEqual([]);
  expect(await listInvoices(stranger)).toEqual([]);
  const [first] = await listInvoices(actor);
  await expect(removeInvoice(stranger, first?.id ?? 0)).rejects.toThrow('There is no invoice');
  await expect(acceptDifference(stranger, first?.id ?? 0, { explanation: 'mine' })).rejects.toThrow('There is no invoice');
});

test('the same file again changes nothing, a corrected one replaces by number, an issuer withdraws by number', async () => {
  const actor = await makeActor();
  const detail = (cost: string, status: string) => ({
    name: 'detail.csv',
    text: `BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,InvoiceDetailId,InvoiceId,InvoiceIssueDate,InvoiceIssueStatus,InvoiceIssuerName
${cost},sub-1,USD,2026-08-01T00:00:00Z,2026-09-01T00:00:00Z,Usage,d-1,E-9,2026-09-03T00:00:00Z,${status},Microsoft Ireland Operations Limited`,
  });
  expect(await importInvoices(actor, detail('12.5', 'Open'))).toMatchObject({ outcome: 'unchanged', open: 1 });
  expect(await importInvoices(actor, detail('12.5', 'Issued'))).toMatchObject({ kind: 'focus', outcome: 'imported', added: 1 });
  expect(await importInvoices(actor, detail('12.50', 'Issued'))).toMatchObject({ outcome: 'unchanged', added: 0, changed: 0 });
  expect(await importInvoices(actor, detail('13', 'Issued'))).toMatchObject({ outcome: 'imported', changed: 1 });
  expect(await listInvoices(actor)).toMatchObject([
    { provider: 'azure', account: 'sub-1', amount: '13', issued: '2026-09-03', categories: { Usage: '13' }, origin: 'detail.csv' },
  ]);
  expect(await importInvoices(actor, detail('13', 'Voided'))).toMatchObject({ outcome: 'imported', voided: 1 });
  expect(await listInvoices(actor)).toEqual([]);
});

test('a refused file leaves nothing behind', async () => {
  const actor = await makeActor();
  const file = csv('aws,1,N-1,2026-08,USD,1,,', 'aws,1,N-2,2026-08,USD,-,,');
  await expect(importInvoices(actor, file)).rejects.toThrow('invoices.csv, line 3: amount is no plain decimal number ("-").');
  expect(await listInvoices(actor)).toEqual([]);
});

test('an accepted difference stays explained until the ledger says another one', async () => {
  const actor = await makeActor();
  await bill(actor, { BilledCost: '110' });
  const invoice = await addInvoice(actor, typed);
  expect(await standing(actor)).toEqual(['contoso-cloud account-1 2026-08 USD 110 100 -10 -10 open']);
  await expect(acceptDifference(actor, invoice.id, { explanation: 'Discount', difference: '-9' })).rejects.toThrow('-10 USD by now');
  await expect(acceptDifference(actor, invoice.id, { explanation: ' ' })).rejects.toThrow();
  const accepted = await acceptDifference(actor, invoice.id, { explanation: 'Discount of 4 Sep, by mail', difference: '-10' });
  expect(accepted).toMatchObject({ explanation: 'Discount of 4 Sep, by mail', acceptedBy: 'Tester', acceptedDifference: '-10' });
  expect((await standing(actor))[0]).toMatch(/-10 explained$/);
  await bill(actor, { BilledCost: '111' });
  expect((await standing(actor))[0]).toMatch(/111 100 -11 -11 open$/);
  await acceptDifference(actor, invoice.id, { explanation: 'And one more' });
  expect((await standing(actor))[0]).toMatch(/explained$/);
  expect(await withdrawExplanation(actor, invoice.id)).toMatchObject({ explanation: null, acceptedBy: null, acceptedDifference: null });
  expect((await standing(actor))[0]).toMatch(/open$/);
  await removeInvoice(actor, invoice.id);
  expect((await standing(actor))[0]).toMatch(/111 – – – no-invoice$/);
  const audit = await getAudit({ ...actor, role: 'admin' }, { before: null });
  const actions = audit.rows.map((e) => e.action).filter((a) => a.startsWith('invoice'));
  expect(actions).toEqual(['invoice.deleted', 'invoice.reopened', 'invoice.explained', 'invoice.explained', 'invoice.added']);
});

test('what was billed after the invoice is told from what was never there', async () => {
  const actor = await makeActor();
  await bill(actor, { BilledCost: '100' });
  // the first load is as old as a load of 1 September would be by now
  const age = sql`update load set activated_at = '2026-09-01T12:00:00Z' where organization_id = ${actor.organizationId}`;
  await query(actor.organizationId, age);
  await bill(
    actor,
    { BilledCost: '100' },
    { BilledCost: '12', ChargePeriodStart: '2026-08-31T00:00:00Z', ChargePeriodEnd: '2026-09-01T00:00:00Z' },
  );
  await addInvoice(actor, { ...typed, issued: '2026-09-02' });
  const [line] = await getReconciliation(actor, {});
  expect(line).toMatchObject({ difference: '-12', unexplained: '0', state: 'explained', parts: [{ kind: 'late', amount: '-12' }] });
  // once it is taken back the ledger is what it was, and agrees
  const [newest] = await listLoads(actor);
  await undoLoad(actor, newest?.id ?? 0);
  expect((await getReconciliation(actor, {}))[0]).toMatchObject({ difference: '0', state: 'agrees', parts: [] });
});

test('a ledger that knew nothing when the invoice was issued says nothing of late charges', async () => {
  const actor = await makeActor();
  await bill(actor, { BilledCost: '112' });
  await addInvoice(actor, { ...typed, issued: '2026-09-02' });
  expect((await getReconciliation(actor, {}))[0]).toMatchObject({ parts: [], unexplained: '-12', state: 'open' });
});

test('a restated bill is compared, the one it replaced is not', async () => {
  const actor = await makeActor();
  await bill(actor, { BilledCost: '50', EffectiveCost: '45' });
  await bill(actor, { BilledCost: '70', EffectiveCost: '65' });
  expect(await standing(actor)).toEqual(['contoso-cloud account-1 2026-08 USD 70 – – – no-invoice']);
});

test('viewers look and editors write; a number is taken once; categories add up', async () => {
  const organization = await makeOrganization();
  const [viewer, editor] = [actorIn(organization, 'viewer'), actorIn(organization, 'editor')];
  await expect(addInvoice(viewer, typed)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(importInvoices(viewer, csv('aws,1,N,2026-08,USD,1,,'))).rejects.toMatchObject({ code: 'forbidden' });
  const { id } = await addInvoice(editor, typed);
  await expect(acceptDifference(viewer, id, { explanation: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(withdrawExplanation(viewer, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeInvoice(viewer, id)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await listInvoices(viewer)).toHaveLength(1);
  await expect(addInvoice(editor, typed)).rejects.toMatchObject({ code: 'conflict' });
  await expect(acceptDifference(editor, id, { explanation: 'x' })).rejects.toThrow('no charges of this account and month in USD');
  const byCategory = { ...typed, number: 'N-2', categories: { Usage: '90', Tax: '9' } };
  await expect(addInvoice(editor, byCategory)).rejects.toThrow('The categories add up to 99, the invoice says 100.');
  expect(await prisma().invoice.count({ where: { organizationId: organization.id } })).toBe(1);
});

test('the table leaves as CSV, in which no name becomes a formula', async () => {
  const actor = await makeActor();
  await bill(actor, { BilledCost: '100', BillingAccountId: '=cmd|A0' });
  const invoice = await addInvoice(actor, { ...typed, account: '=cmd|A0', amount: '119', categories: { Usage: '100', Tax: '19' } });
  await acceptDifference(actor, invoice.id, { explanation: '+1' });
  const lines = (await exportReconciliation(actor, {})).slice(1).trim().split('\r\n');
  expect(lines[1]).toMatch(/^contoso-cloud,'=cmd\|A0,2026-08,USD,,100,119,19,0,explained,tax 19,N-1,'\+1,Tester,/);
  expect(lines.slice(2)).toEqual([
    "contoso-cloud,'=cmd|A0,2026-08,USD,Usage,100,100,0,,,,,,,",
    "contoso-cloud,'=cmd|A0,2026-08,USD,Tax,0,19,19,,,,,,,",
  ]);
});

test.each([{ from: '2026-13' }, { from: '2026-10', to: '2026-09' }, { to: 'x' }])('%j is refused', async (asked) => {
  await expect(getReconciliation(await makeActor(), asked)).rejects.toThrow();
});
