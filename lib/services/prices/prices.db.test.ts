import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor } from '../../runtime/test-database';
import { getAudit } from '../audit/get-audit';
import { importPrices } from './import-prices';
import { listPrices } from './list-prices';
import { loadPriceBook } from './price-book';
import { setPrice } from './set-price';
import { withdrawPrice } from './withdraw-price';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor();
});

const key = { model: 'gpt-4o', channel: 'azure', region: null, deployment: 'global', tier: 'standard' } as const;
const inputOf = async (who = actor) => (await loadPriceBook(who.organizationId)).find(key, '2026-03-01')?.card.bands[0]?.rates.input;
const own = { model: 'azure/gpt-4o', channel: 'azure', per: '1000', currency: 'USD' };
const file = (price: string, more = '') => ({
  name: 'prices.csv',
  text: `model,channel,kind,price,per,currency\ngpt-4o,azure,input,${price},1000000,USD\n${more}`,
});

test('an own price counts at once, in this organisation alone, and is gone when it is withdrawn', async () => {
  const stranger = await makeActor();
  expect(await inputOf()).toBe('2.5');
  const { id, action, card } = await setPrice(actor, {
    ...own,
    bands: [{ prices: { input: '0.002', output: '0.008' } }],
    note: 'contract 7',
  });
  expect([action, card.model, card.vendor]).toEqual(['create', 'gpt-4o', 'openai']);
  expect(await inputOf()).toBe('2');
  expect(await inputOf(stranger)).toBe('2.5');
  await expect(withdrawPrice(stranger, id ?? 0)).rejects.toMatchObject({ code: 'not_found' });
  await withdrawPrice(actor, id ?? 0);
  expect(await inputOf()).toBe('2.5');
  await expect(withdrawPrice(actor, id ?? 0)).rejects.toMatchObject({ code: 'not_found' });
});

test('a file is planned, applied once, and changes nothing the second time; each change is in the audit with both prices', async () => {
  const more = 'gpt-4o,azure,output,8,1000000,USD\n';
  expect(await importPrices(actor, file('2', more), { dryRun: true })).toEqual([{ action: 'create', name: 'gpt-4o on Azure', fields: [] }]);
  expect(await inputOf()).toBe('2.5');
  await importPrices(actor, file('2', more));
  expect((await importPrices(actor, file('2', more)))[0]?.action).toBe('unchanged');
  expect(await importPrices(actor, file('1.9', more))).toEqual([{ action: 'change', name: 'gpt-4o on Azure', fields: ['bands'] }]);
  expect(await inputOf()).toBe('1.9');
  const audit = await getAudit({ ...actor, role: 'admin' }, { before: null });
  expect(audit.rows.filter((e) => e.action.startsWith('price.')).map((e) => [e.action, e.details])).toEqual([
    ['price.changed', { before: 'input 2, output 8 USD per 1M', after: 'input 1.9, output 8 USD per 1M', note: 'from prices.csv' }],
    ['price.set', { after: 'input 2, output 8 USD per 1M', note: 'from prices.csv' }],
  ]);
  const other = { name: 'other.csv', text: 'model,channel,kind,price,per,currency\ngpt-4.1,azure,input,1,1000000,USD\n' };
  expect((await importPrices(actor, other, { prune: true })).map((p) => [p.action, p.name])).toEqual([
    ['create', 'gpt-4.1 on Azure'],
    ['delete', 'gpt-4o on Azure'],
  ]);
  expect(await inputOf()).toBe('2.5');
});

test('a mistaken unit is asked about before anything is set', async () => {
  await expect(importPrices(actor, file('0.0000025'))).rejects.toThrow('--confirm-scale');
  expect((await listPrices(actor, { own: 'true' })).total).toBe(0);
  await importPrices(actor, file('0.0000025'), { confirmScale: true });
  expect(await inputOf()).toBe('0.0000025');
  const form = { ...own, per: '1', bands: [{ prices: { input: '2.5' } }] };
  await expect(setPrice(actor, form)).rejects.toThrow('2500000 USD per 1M');
});

test('two at the same time set one price, not two', async () => {
  await Promise.all(['1', '2', '3', '4'].map((price) => importPrices(actor, file(price))));
  expect((await listPrices(actor, { own: 'true' })).total).toBe(1);
});

test('prices are listed by model, channel and day, own ones first; viewers read and do not write', async () => {
  await setPrice(actor, { ...own, valid_from: '2026-01-01', valid_to: '2026-07-01', bands: [{ prices: { input: '0.002' } }] });
  const { prices } = await listPrices(actor, { model: 'gpt-4o', channel: 'azure', day: '2026-06-30' });
  expect(prices[0]).toMatchObject({ isOwn: true, source: 'own', setBy: actor.name });
  expect(prices.slice(1).every((p) => !p.isOwn && p.channel === 'azure' && p.model.includes('gpt-4o'))).toBe(true);
  expect((await listPrices(actor, { own: 'true', day: '2026-07-01' })).total).toBe(0);
  const viewer = await makeActor('viewer');
  expect((await listPrices(viewer)).total).toBeGreaterThan(1000);
  await expect(importPrices(viewer, file('2'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(setPrice(viewer, {})).rejects.toMatchObject({ code: 'forbidden' });
});
