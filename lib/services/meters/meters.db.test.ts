import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { bringUpToDate } from '../../db/columnar/sync';
import { holdMeanings } from '../../db/loading/re-enrich';
import { inTransaction, query, sql } from '../../db/sql';
import { actorIn, makeActor, makeOrganization, writeFile } from '../../runtime/test-database';
import { saveRules } from '../allocation/save';
import { getAudit } from '../audit/get-audit';
import { explore } from '../explore/explore';
import { importPath } from '../imports/import-path';
import { getModels } from '../models/get-models';
import { type BilledMeter, meterBill } from './bill.fixture';
import { derived, sumsOf } from './derived.fixture';
import { listMeters } from './list-meters';
import { forgetMeter, type MeterToTeach, teachMeter } from './teach-meter';

const year = { from: '2026-01-01', to: '2027-01-01' };
const mystery = 'ZZ Quasar Tkns';
const other = 'ZZ Pulsar Meter';
const known = 'gpt 4o 1120 Inp glbl Tokens';

const load = async (actor: Actor, month: string, charges: readonly BilledMeter[]) => {
  const result = await importPath(actor, writeFile(`${month}.csv`, meterBill(month, charges)), {});
  expect(result.outcome, result.reason ?? '').toBe('imported');
};

const quasar: MeterToTeach = {
  provider: 'azure',
  meter: 'zz QUASAR tkns',
  meaning: { isAi: true, model: 'Quasar 2', vendor: 'acme', tokenType: 'output' },
};

const october: BilledMeter[] = [
  { meter: mystery, cost: '7.10', quantity: '3000' },
  { meter: mystery, cost: '0.0000000000000000012', day: '06', account: 'acc', currency: 'USD' },
  { meter: known, cost: '5.00', quantity: '2000' },
  { meter: other, cost: '-0.40', quantity: '3', unit: 'Units' },
];
const restated: BilledMeter[] = [...october, { meter: mystery, cost: '1.90', quantity: '10', day: '07' }];
const november: BilledMeter[] = [
  { meter: mystery, cost: '3', quantity: '1000', currency: 'EUR', account: 'acc-eu' },
  { meter: known, cost: '2', currency: 'EUR', account: 'acc-eu' },
  { meter: mystery, cost: '0.5', currency: 'EUR', account: 'acc-eu', category: 'Tax' },
];

async function loaded(): Promise<Actor> {
  const actor = await makeActor();
  await load(actor, '2026-10', october);
  await load(actor, '2026-10', restated); // the first one is replaced, and could come back
  await load(actor, '2026-11', november);
  return actor;
}

test('a meter that is mapped to a model leaves the list, and its cost stands under the model without a new import', async () => {
  const actor = await loaded();
  const before = await listMeters(actor, year);
  expect(before.unrecognised.map((m) => [m.text, m.column, m.charges, m.costs])).toEqual([
    [
      mystery,
      'SkuMeter',
      '4',
      [
        { currency: 'EUR', amount: '3' },
        { currency: 'USD', amount: '9.0000000000000000012' },
      ],
    ],
    [other, 'SkuMeter', '1', [{ currency: 'USD', amount: '-0.4' }]],
  ]);
  expect(before.shares.find((s) => s.currency === 'USD')).toMatchObject({ provider: 'azure', share: '0.3676' });
  const sums = await sumsOf(actor);

  const done = await teachMeter(actor, quasar);
  expect(done).toMatchObject({ outcome: 'taught', meter: 'zz quasar tkns', loads: 3 });
  expect(await sumsOf(actor)).toEqual(sums);
  const after = await listMeters(actor, year);
  expect(after.unrecognised.map((m) => m.text)).toEqual([other]);
  expect(after.taught).toMatchObject([{ id: done.id, meter: 'zz quasar tkns', meaning: { model: 'quasar-2' }, taughtBy: 'Tester' }]);
  const lines = (await getModels(actor, year)).flatMap((b) =>
    b.models.filter((m) => m.model === 'quasar-2').map((m) => [b.currency, m.vendor]),
  );
  expect(lines.sort()).toEqual([
    ['EUR', 'acme'],
    ['USD', 'acme'],
  ]);
  expect(await teachMeter(actor, quasar)).toMatchObject({ outcome: 'unchanged', id: done.id, profiles: 0 });
  expect((await getAudit({ ...actor, role: 'admin' }, { before: null })).rows.slice(0, 1)).toMatchObject([
    { action: 'meter.taught', subject: 'zz quasar tkns', details: { provider: 'azure', means: 'quasar-2, output', loads: 3 } },
  ]);
});

test('taught before the import or after it is one and the same, and so is never having been taught', async () => {
  const [first, then] = await Promise.all([loaded(), makeActor()]);
  const untaught = await derived(first);
  await teachMeter(then, quasar);
  await load(then, '2026-10', october);
  await load(then, '2026-10', restated);
  await load(then, '2026-11', november);
  const { id } = await teachMeter(first, quasar);
  expect(await derived(first)).toEqual(await derived(then));
  expect(await derived(first)).not.toEqual(untaught);
  await forgetMeter(first, id);
  expect(await derived(first)).toEqual(untaught);
});

test('whatever is taught and forgotten in whatever order, no sum of a load changes, and forgetting all brings everything back', {
  timeout: 240_000,
}, async () => {
  const actor = await loaded();
  const [untaught, sums] = [await derived(actor), (await sumsOf(actor)).filter((t) => !t.startsWith('(models'))];
  const optional = <T>(...values: T[]) => fc.constantFrom(undefined, null, ...values);
  const meaning = fc.oneof(
    fc.constant({ isAi: false, model: null }),
    fc
      .record({
        model: fc.constantFrom(null, 'quasar-2', 'gpt-4o-2024-11-20', 'GPT 5 Mini'),
        tokenType: optional('input' as const, 'cached_input' as const, 'output' as const),
        modality: optional('audio' as const),
        serviceTier: optional('batch' as const),
        deploymentType: optional('global' as const),
        tokensPerUnit: optional('1' as const, '1000' as const, '1000000' as const),
      })
      .map((m) => ({ isAi: true, ...m })),
  );
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ meter: fc.constantFrom(mystery, other, known), meaning }) },
    { weight: 1, arbitrary: fc.constantFrom('forget the first', 'load again') },
  );
  let month = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const s of steps) {
        const taught = (await listMeters(actor, year)).taught;
        if (s === 'forget the first') {
          if (taught[0]) await forgetMeter(actor, taught[0].id);
        } else if (s === 'load again') {
          month += 1; // another account each time: nothing that is there is replaced
          await load(
            actor,
            '2026-11',
            november.map((c) => ({ ...c, account: `again-${month}` })),
          );
        } else await teachMeter(actor, { provider: 'azure', ...s } as MeterToTeach);
        const now = await sumsOf(actor);
        expect(now.filter((t) => sums.includes(t))).toEqual(sums);
        const [charges, slices] = ['(charges,', '(slices,'].map((kind) =>
          now.filter((t) => t.startsWith(kind)).map((t) => t.slice(kind.length)),
        );
        expect(slices).toEqual(charges);
      }
      for (const t of (await listMeters(actor, year)).taught) await forgetMeter(actor, t.id);
      const now = await derived(actor);
      const firstLoads = (list: string[]) => list.filter((t) => /^\([123],/.test(t));
      expect(firstLoads(now.daily)).toEqual(untaught.daily);
      expect(firstLoads(now.dimensions)).toEqual(untaught.dimensions);
      expect(firstLoads(now.models)).toEqual(untaught.models);
      expect(now.profiles).toEqual(expect.arrayContaining(untaught.profiles));
    }),
    { numRuns: 12 },
  );
});

test('the columnar copy follows: models and tokens, without a new load', async () => {
  const actor = await loaded();
  const ask = async () => {
    await bringUpToDate(actor.organizationId);
    const asked = ExploreQuery.parse({ from: '2026-10-01', to: '2026-12-01', by: 'model', by2: 'token-type' });
    return explore(actor, asked, '2026-12-01');
  };
  const store = await bringUpToDate(actor.organizationId);
  const inCopy = async (statement: string) => {
    const connection = await store.instance.connect();
    try {
      return (await connection.runAndReadAll(statement)).getRowsJson();
    } finally {
      connection.closeSync();
    }
  };
  const tokens = `select p.x_model, p.x_token_type, sum(f.tokens_hi)::varchar, (select sum(m.tokens_hi)::varchar from fact_month m join profile q on q.ordinal = m.profile where q.x_model is not distinct from p.x_model
     and q.x_token_type is not distinct from p.x_token_type) from fact f join profile p on p.ordinal = f.profile group by all order by all`;
  const untaught = await inCopy(tokens);
  const { id } = await teachMeter(actor, { ...quasar, meaning: { ...quasar.meaning, tokensPerUnit: '1' } });
  const told = await ask();
  expect(JSON.stringify(told)).toContain('quasar-2');
  const counted = (await inCopy(tokens)).find((r) => r[0] === 'quasar-2');
  // 3000 + 500 + 10 in USD, 1000 in EUR, one token each; of the tax none. Thousandths.
  expect(counted).toEqual(['quasar-2', 'output', '4510000', '4510000']);
  await forgetMeter(actor, id);
  expect(JSON.stringify(await ask())).not.toContain('quasar-2');
  expect(await inCopy(tokens)).toEqual(untaught);
});

test('rules of allocation that ask for the model are asked again', async () => {
  const actor = await loaded();
  await saveRules(actor, {
    key: 'team',
    title: 'Team',
    rules: [{ when: [{ field: 'x_Model', op: 'equals', values: ['quasar-2'] }], value: 'astronomers' }],
  });
  const owned = async () =>
    (
      await query<{ n: string }>(
        actor.organizationId,
        sql`select count(*)::text as n from profile_allocation where organization_id = ${actor.organizationId}`,
      )
    )[0]?.n;
  expect(await owned()).toBe('0');
  const { id } = await teachMeter(actor, quasar);
  expect(Number(await owned())).toBeGreaterThan(0);
  await forgetMeter(actor, id);
  expect(await owned()).toBe('0');
});

test('teaching waits for an import that is being written', async () => {
  const actor = await loaded();
  const order: string[] = [];
  let [release, begun] = [() => {}, () => {}];
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const isHeld = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const writing = inTransaction(actor.organizationId, async (client) => {
    await holdMeanings(client, actor.organizationId, 'shared'); // as an import does while it writes
    begun();
    await held;
    order.push('import');
  });
  await isHeld;
  const teaching = teachMeter(actor, quasar).then(() => order.push('taught'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  order.push('still waiting');
  release();
  await Promise.all([writing, teaching]);
  expect(order).toEqual(['still waiting', 'import', 'taught']);
});

test('an import and a teaching at once: what is loaded means what was taught, whichever was first', async () => {
  const actor = await loaded();
  const december = november.map((c) => ({ ...c, account: 'acc-new' }));
  await Promise.all([load(actor, '2026-12', december), teachMeter(actor, quasar)]);
  expect((await listMeters(actor, year)).unrecognised.map((m) => m.text)).toEqual([other]);
  const sums = await sumsOf(actor);
  const of = (kind: string) => sums.filter((t) => t.startsWith(kind)).map((t) => t.slice(kind.length));
  expect(of('(slices,')).toEqual(of('(charges,'));
});

test('nobody teaches another organisation’s meters, and a viewer none', async () => {
  const [a, b] = [await loaded(), await makeActor()];
  const before = await derived(a);
  expect(await teachMeter(b, quasar)).toMatchObject({ outcome: 'taught', profiles: 0 });
  expect(await derived(a)).toEqual(before);
  const { id } = await teachMeter(a, quasar);
  await expect(forgetMeter(b, id)).rejects.toThrow('There is no taught meter');
  expect((await listMeters(b, year)).unrecognised).toEqual([]);
  await expect(teachMeter({ ...a, role: 'analyst' }, quasar)).rejects.toThrow('This needs the role editor');
  const viewer = actorIn(await makeOrganization(), 'viewer');
  expect((await listMeters(viewer, year)).mayTeach).toBe(false);
});

test('words that could be no meter, and a model for what is no AI, are refused', async () => {
  const actor = await makeActor();
  const refused = (input: unknown) => expect(teachMeter(actor, input as MeterToTeach)).rejects.toThrow();
  await refused({ ...quasar, meter: ' ' });
  await refused({ ...quasar, meter: 'x'.repeat(501) });
  await refused({ ...quasar, meaning: { isAi: false, model: 'gpt-4o' } });
  await refused({ ...quasar, meaning: { model: 'gpt-4o', tokenType: 'sideways' } });
  await refused({ ...quasar, meaning: { model: 'gpt-4o', colour: 'green' } });
});
