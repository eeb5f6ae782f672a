import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { query, sql } from '../../db/sql';
import { makeActor } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { repricePast } from './reprice-past';
import { setPrice } from './set-price';

const at = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-reprice-')), 'a.csv');
fs.writeFileSync(
  at,
  [
    'time,event_id,model,channel,input_tokens',
    '2026-11-02T10:00:00Z,e1,house-model-1,self,1000000',
    '2026-11-02T10:00:00Z,e2,gpt-4o,openai,1000000',
  ].join('\n'),
);

test('a price set later reaches old use: first the difference, then on request the change, with both sums in the audit log', async () => {
  const actor = await makeActor('editor');
  expect(await importEvents(actor, at)).toMatchObject({ events: 2, unpriced: 1 });
  await setPrice(actor, {
    model: 'house-model-1',
    channel: 'self',
    per: '1000000',
    currency: 'USD',
    bands: [{ prices: { input: '0.5' } }],
  });
  const ask = { from: '2026-11-01', to: '2026-12-01' };
  const list = () =>
    query<{ cost: string }>(
      actor.organizationId,
      sql`select trim_scale(sum(list_cost))::text as cost from usage_hourly where organization_id = ${actor.organizationId}`,
    );
  const seen = await repricePast(actor, ask);
  expect(seen).toMatchObject({
    applied: false,
    changed: 1,
    rows: [{ model: 'house-model-1', before: null, after: '0.5', difference: null, unpricedBefore: 1, unpricedAfter: 0 }],
  });
  expect(await list()).toEqual([{ cost: '2.5' }]);
  expect(await repricePast(actor, { ...ask, apply: true })).toMatchObject({ applied: true, changed: 1 });
  expect(await list()).toEqual([{ cost: '3' }]);
  expect(await repricePast(actor, { ...ask, apply: true })).toMatchObject({ applied: false, changed: 0 });
});

test('a viewer may not, and days have to be days', async () => {
  await expect(repricePast(await makeActor('analyst'), { from: '2026-11-01', to: '2026-12-01' })).rejects.toThrow(/editor/);
  await expect(repricePast(await makeActor('editor'), { from: '2026-13-01', to: 'x' })).rejects.toThrow(/days like/);
});
