import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { applyAgreements } from '../agreements/apply-agreements';
import { importEvents } from '../events/import-events';
import { refreshUsage } from '../events/refresh-usage';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { setPrice } from '../prices/set-price';
import { exportWhatIf } from './export-what-if';
import { runWhatIf } from './run-what-if';

const today = '2026-11-20';
const october = { from: '2026-10-01', to: '2026-11-01' };
/** Ten calls of 200 million tokens: 4,000 dollars on Azure at 2 a million, and nowhere else so far. */
const events = [
  'time,event_id,model,channel,input_tokens,output_tokens',
  ...Array.from({ length: 10 }, (_, i) => `2026-10-0${i % 9 || 9}T10:00:00Z,e-${i},gpt-4o,azure,200000000,0`),
];
const agreements = `
agreements:
  - {name: Azure commitment, kind: committed_spend, direction: pay, currency: USD, start: 2026-10-01, end: 2026-12-31, tranches: [{from: 2026-10-01, to: 2026-10-31, amount: "10000"}, {from: 2026-11-01, to: 2026-11-30, amount: "10000"}], base: {filter: {provider: [azure]}, measure: billed}}
  - {name: One account, kind: committed_spend, direction: pay, currency: USD, start: 2026-10-01, end: 2026-10-31, tranches: [{from: 2026-10-01, to: 2026-10-31, amount: "500"}], base: {filter: {provider: [azure], account: [account-1]}, measure: billed}}
  - {name: By report, kind: committed_spend, direction: pay, currency: USD, start: 2026-10-01, end: 2026-10-31, tranches: [{from: 2026-10-01, to: 2026-10-31, amount: "500"}], base: {series: report}}
`;

async function loaded(): Promise<Actor> {
  const actor = await makeActor('admin');
  const bill = ['05', '15', '25', '31'].map((day) =>
    focusRow({
      ...{ ProviderName: 'Microsoft', ServiceProviderName: 'Microsoft', BilledCost: '2600', EffectiveCost: '2600' },
      ...{
        ChargePeriodStart: `2026-10-${day}T00:00:00Z`,
        ChargePeriodEnd: day === '31' ? '2026-11-01T00:00:00Z' : `2026-10-${Number(day) + 1}T00:00:00Z`,
      },
      ...{ BillingPeriodStart: '2026-10-01T00:00:00Z', BillingPeriodEnd: '2026-11-01T00:00:00Z' },
    }),
  );
  const result = await importPath(actor, writeFile('bill.csv', focusFile(bill)), {});
  expect(result.outcome, result.reason ?? '').toBe('imported');
  for (const [channel, input] of [
    ['azure', '2'],
    ['bedrock', '1'],
  ] as const)
    await setPrice(actor, {
      ...{ model: 'gpt-4o', channel, per: '1000000', currency: 'USD', valid_from: '2026-01-01' },
      bands: [{ prices: { input, output: '1' } }],
    });
  expect((await importEvents(actor, writeFile('events.csv', events.join('\n')))).outcome).toBe('imported');
  await refreshUsage(actor.organizationId);
  await applyAgreements(actor, { name: 'a.yaml', text: agreements });
  return actor;
}

test('moving 4,000 off a commitment of 10,000 a month shows what is missing of it, and the net difference is smaller by that', async () => {
  const actor = await loaded();
  const ask = { ...october, a: 'channel:azure~bedrock' };
  const { totals, sideEffects } = await runWhatIf(actor, ask, today);
  expect(totals).toMatchObject([{ currency: 'USD', actual: '4000', scenario: '2000', difference: '-2000' }]);
  const of = (name: string) => sideEffects.effects.filter((e) => e.agreement === name);
  // 10,400 were billed: 6,400 are left of them
  expect(of('Azure commitment')).toMatchObject([
    {
      what: 'shortfall',
      from: '2026-10-01',
      baseChange: '-4000',
      before: '0',
      after: '3600',
      money: '3600',
      isExpected: false,
      unknown: [],
    },
  ]);
  expect(of('One account')).toMatchObject([{ money: null, unknown: [{ events: 10, list: '4000' }] }]);
  expect(of('By report')).toMatchObject([{ money: null, unknown: [{ why: expect.stringContaining('the series "report"') }] }]);
  expect(sideEffects.net).toEqual([{ currency: 'USD', difference: '-2000', sideEffects: '3600', net: '1600' }]);
  expect(sideEffects.unknown).toBe(2);

  const lines = (await exportWhatIf(actor, ask, today)).trimEnd().split('\r\n');
  expect(lines).toContain(',USD,,0,3600,3600,"shortfall of an agreement, 2026-10-01 to 2026-10-31",Azure commitment');
  expect(lines.at(-1)).toBe(',USD,,,,1600,difference after what agreements make of it,');
});

test('without an assumption nothing moves, and nobody else is told', async () => {
  const actor = await loaded();
  const { totals, sideEffects } = await runWhatIf(actor, october, today);
  expect(sideEffects).toEqual({ effects: [], net: [{ currency: 'USD', difference: '0', sideEffects: '0', net: '0' }], unknown: 0 });
  expect(totals[0]?.difference).toBe('0');
  const stranger = await makeActor('admin');
  expect((await runWhatIf(stranger, { ...october, a: 'channel:azure~bedrock' }, today)).sideEffects.effects).toEqual([]);
});
