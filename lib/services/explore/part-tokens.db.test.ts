import { expect, test } from 'vitest';
import { ExploreQuery } from '../../core/explore/explore-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { meterBill } from '../meters/bill.fixture';
import { explore } from './explore';

const meter = 'gpt 4o 1120 Inp glbl Tokens';
const tokensOf = async (actor: Awaited<ReturnType<typeof makeActor>>, bin: 'day' | 'month') => {
  const asked = { from: '2026-08-01', to: '2026-10-01', by: 'model', bin, ccy: 'billing', compare: 'none' };
  const [costs, tokens] = await Promise.all(
    ['effective', 'tokens'].map((measure) => explore(actor, ExploreQuery.parse({ ...asked, measure }), '2026-10-02')),
  );
  expect(tokens?.totals[0]?.amount).toBe(costs?.totals[0]?.tokens);
  return tokens?.totals[0]?.amount;
};

test('tokens are whole as a rule, and a bill that counts in parts of one is told to its last digit from then on', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('8.csv', meterBill('2026-08', [{ meter, quantity: '2.5' }])), {});
  for (const bin of ['day', 'month'] as const) expect(await tokensOf(actor, bin)).toBe('2500');
  await importPath(actor, writeFile('9.csv', meterBill('2026-09', [{ meter, quantity: '0.0000012345' }])), {});
  for (const bin of ['day', 'month'] as const) expect(await tokensOf(actor, bin)).toBe('2500.0012345');
});
