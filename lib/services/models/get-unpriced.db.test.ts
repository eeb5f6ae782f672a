import { expect, test } from 'vitest';
import { makeActor } from '../../runtime/test-database';
import { pushEvents } from '../events/push-events';
import { refreshUsage } from '../events/refresh-usage';
import { repricePast } from '../prices/reprice-past';
import { setPrice } from '../prices/set-price';
import { getUnpriced } from './get-unpriced';

const november = { from: '2026-11-01', to: '2026-12-01' };
const price = { model: 'house-model', channel: 'self', per: '1000000', currency: 'USD' };

test('a price that begins later than the events is named with its day, and kinds that have one are not said to have none', async () => {
  const actor = await makeActor('editor');
  const event = { time: '2026-11-02T10:00:00Z', channel: 'self', model: 'house-model', input_tokens: 1000, output_tokens: 100 };
  await pushEvents(actor, [
    { ...event, event_id: 'e1' },
    { ...event, event_id: 'e2', time: '2026-11-20T10:00:00Z' },
  ]);
  await refreshUsage(actor.organizationId);
  const why = async () => (await getUnpriced(actor, november)).map((l) => [l.unpriced, l.partly, l.why]);
  expect(await why()).toEqual([['2', '0', 'There is no price for house-model on Self-hosted.']]);

  await setPrice(actor, { ...price, bands: [{ prices: { input: '1', output: '4' } }], valid_from: '2026-11-10' });
  await repricePast(actor, { ...november, apply: true });
  expect(await why()).toEqual([['1', '0', 'It has a price only from 2026-11-10 on; the first of the events are of 2026-11-02.']]);
  await setPrice(actor, { ...price, bands: [{ prices: { input: '1' } }], valid_from: '2026-11-01' });
  await repricePast(actor, { ...november, apply: true });
  expect(await why()).toEqual([['0', '1', 'Output: a price only from 2026-11-10 on; the first of the events are of 2026-11-02.']]);
});
