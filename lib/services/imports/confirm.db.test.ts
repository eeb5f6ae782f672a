import { runMigrations } from 'graphile-worker';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { createImport, findImport, updateImport } from '../../db/records/imports';
import { env } from '../../env';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusColumns, focusFile, focusHeader, focusRow } from './focus.fixture';
import { importPath } from './import-path';
import { inspectImport } from './inspect-import';
import { getImport } from './list-imports';
import { runImport } from './run-import';
import { startImport } from './start-import';

// A server makes the queue's tables when it starts; here none does, and nobody works through them.
beforeAll(() => runMigrations({ connectionString: env().DATABASE_URL }));

async function upload(actor: Actor, name: string, content: string): Promise<number> {
  const filePath = writeFile(name, content);
  return createImport(actor.organizationId, { fileName: name, filePath, bytes: content.length, createdByName: actor.name, choices: {} });
}
const without = (column: (typeof focusColumns)[number], lines: readonly string[]) => {
  const at = focusColumns.indexOf(column);
  return [focusHeader, ...lines].map((l) => `${l.split(',').toSpliced(at, 1).join(',')}\n`).join('');
};

test('a choice stays with its file: confirming, reloading and trying again do not lose it', async () => {
  const actor = await makeActor();
  const id = await upload(actor, 'no-currency.csv', without('BillingCurrency', [focusRow()]));
  expect(await inspectImport(actor, id, {})).toMatchObject({ choice: 'currency' });
  expect(await inspectImport(actor, id, { currency: 'eur' })).toMatchObject({ currencies: ['EUR'] });
  expect((await getImport(actor, id)).choices).toEqual({ currency: 'EUR' });
  await startImport(actor, id, {});
  expect((await getImport(actor, id)).choices).toEqual({ currency: 'EUR' });
  await runImport({ organizationId: actor.organizationId, importId: id });
  expect(await getImport(actor, id)).toMatchObject({ status: 'done', result: { billed: [{ currency: 'EUR', amount: '1.5' }] } });
});

test('one choice does not take away another; null takes one back', async () => {
  const actor = await makeActor();
  const id = await upload(actor, 'no-currency.csv', without('BillingCurrency', [focusRow()]));
  await inspectImport(actor, id, { currency: 'EUR' });
  await inspectImport(actor, id, { source: 'By hand' });
  expect((await getImport(actor, id)).choices).toEqual({ currency: 'EUR', source: 'By hand' });
  expect(await inspectImport(actor, id, { currency: null })).toMatchObject({ choice: 'currency' });
  expect((await getImport(actor, id)).choices).toEqual({ source: 'By hand' });
});

test('a refusal is gone once another look found the file loadable', async () => {
  const actor = await makeActor();
  const id = await upload(actor, 'no-currency.csv', without('BillingCurrency', [focusRow()]));
  await startImport(actor, id, {});
  await runImport({ organizationId: actor.organizationId, importId: id });
  expect(await getImport(actor, id)).toMatchObject({ status: 'refused', result: { choice: 'currency' } });
  await inspectImport(actor, id, { currency: 'EUR' });
  expect(await getImport(actor, id)).toMatchObject({ status: 'uploaded', reason: null, result: null, finding: { currencies: ['EUR'] } });
});

test('what has been started is not looked at again', async () => {
  const actor = await makeActor();
  const id = await upload(actor, 'a.csv', focusFile([focusRow()]));
  await updateImport(id, { status: 'running' });
  await expect(inspectImport(actor, id, {})).rejects.toThrow('running');
  expect((await findImport(actor.organizationId, id))?.status).toBe('running');
});

test('before the confirmation stands what stands after it: rows, sums, rejects and days', async () => {
  const actor = await makeActor();
  const file = focusFile([
    focusRow({ BilledCost: '0.1', EffectiveCost: '0.1000000000000000000001' }),
    focusRow({ BilledCost: '0.2', EffectiveCost: '' }),
    focusRow({ BilledCost: '7', BillingCurrency: 'EUR', ChargePeriodEnd: '2026-09-01T00:00:00Z' }),
    focusRow({ BilledCost: 'twelve' }),
    focusRow({ BilledCost: '1', ChargePeriodStart: '2026-08-30T00:00:00Z', ChargePeriodEnd: 'soon' }),
    'torn,row',
  ]);
  const id = await upload(actor, 'mixed.csv', file);
  const finding = await inspectImport(actor, id, {});
  expect(finding).toMatchObject({ rows: 6, accepted: 3, rejected: 3, skipped: 0, from: '2026-08-03', to: '2026-09-01' });
  await startImport(actor, id, {});
  await runImport({ organizationId: actor.organizationId, importId: id });
  const { result } = await getImport(actor, id);
  expect(result).toMatchObject({
    rows: finding.rows,
    accepted: finding.accepted,
    rejected: finding.rejected,
    skipped: finding.skipped,
    billed: finding.billed,
    effective: finding.effective,
    from: finding.from,
    to: finding.to,
  });
  expect(finding.billed).toEqual([
    { currency: 'EUR', amount: '7' },
    { currency: 'USD', amount: '0.3' },
  ]);
  expect(finding.effective).toContainEqual({ currency: 'USD', amount: '0.3000000000000000000001' });
});

test('what will be replaced stands beside what takes its place', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('august.csv', focusFile([focusRow({ BilledCost: '200' }), focusRow({ BilledCost: '1' })])), {});
  const id = await upload(
    actor,
    'august-final.csv',
    focusFile([focusRow({ BilledCost: '250' }), focusRow({ BilledCost: '9', BillingAccountId: 'account-2' })]),
  );
  const { replaces } = await inspectImport(actor, id, {});
  expect(replaces).toHaveLength(1);
  expect(replaces[0]).toMatchObject({
    billingPeriod: '2026-08-01',
    rows: '2',
    totals: [{ currency: 'USD', billed: '201' }],
    after: { rows: '1', totals: [{ currency: 'USD', billed: '250' }] },
  });
});
