import { expect, test } from 'vitest';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { importPath } from '../imports/import-path';
import { getCapacity } from './get-capacity';

const head =
  'BilledCost,EffectiveCost,BillingCurrency,BillingAccountId,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,PublisherName,ServiceName,ServiceCategory,SkuMeter,SubAccountId,ResourceId';
const capacity = (currency: string) =>
  `${head}\n24,24,${currency},acc,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,Usage,Microsoft,Microsoft,Azure OpenAI,AI and Machine Learning,Provisioned Managed Global Unit,sub-1,/subscriptions/sub-1/accounts/chat\n`;
const calls = `time,event_id,model,channel,account,tier,input_tokens,output_tokens
2026-10-05T10:00:00Z,e1,gpt-4o,azure,sub-1,provisioned,4000000,0
2026-10-05T11:00:00Z,e2,gpt-4o,azure,sub-1,provisioned,0,1000000
`;
const october = { from: '2026-10-01', to: '2026-11-01' };

test('capacity: used hours, idle hours, and the tokens from which on it pays against buying by the token', async () => {
  const actor = await makeActor('editor');
  expect(await getCapacity(actor, october)).toEqual([]);
  const loaded = await importPath(actor, writeFile('bill.csv', capacity('USD')), {});
  expect(loaded.outcome, loaded.reason ?? '').toBe('imported');
  const [silent] = await getCapacity(actor, october);
  expect(silent).toMatchObject({ provider: 'azure', invoice: '24', tokens: '0', utilisation: null, breakEven: null });
  expect(silent?.why).toContain('log its calls');

  await importEvents(actor, writeFile('calls.csv', calls));
  const [line] = await getCapacity(actor, october);
  // 4 M in at 2.50 and 1 M out at 10.00 cost 20.00 by the token: 5 M × 24 ÷ 20 pay the capacity
  expect(line).toMatchObject({
    invoice: '24',
    attributed: '2',
    idle: '22',
    tokens: '5000000',
    payAsYouGo: '20',
    perMillion: '4.8',
    why: null,
  });
  expect(line?.breakEven).toMatchObject({ tokens: '6000000' });
  expect(Number(line?.breakEven?.reached)).toBeCloseTo(20 / 24, 9);
  expect(Number(line?.utilisation)).toBeCloseTo(2 / 24, 9);
});

test('a bill in another currency than the list is compared with nothing', async () => {
  const actor = await makeActor('editor');
  await importPath(actor, writeFile('bill.csv', capacity('EUR')), {});
  await importEvents(actor, writeFile('calls.csv', calls));
  const [line] = await getCapacity(actor, october);
  expect(line).toMatchObject({ currency: 'EUR', payAsYouGo: null, breakEven: null });
  expect(line?.why).toContain('USD');
  expect(await getCapacity(await makeActor('viewer'), october)).toEqual([]);
});
