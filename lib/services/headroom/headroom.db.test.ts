import { expect, test } from 'vitest';
import { actorOfToken } from '../../auth/token';
import { actorIn, makeOrganization, writeFile } from '../../runtime/test-database';
import { applyBudgets } from '../budgets/apply-budgets';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { createToken, listTokens, revokeToken } from '../tokens/manage-tokens';
import { answerQuickly } from './answer-quickly';
import { checkHeadroom } from './check-headroom';

const now = new Date('2026-08-20T12:00:00Z');
const yaml = `
budgets:
  - {name: "all / of it", currency: USD, measure: billed, amount: 100}
  - {name: teams, currency: USD, measure: billed, amount: 40, per: team}
`;

test('a gateway is told what is left, anew after every load; a token opens its own organisation and no other', async () => {
  const actor = actorIn(await makeOrganization(), 'admin');
  const other = actorIn(await makeOrganization(), 'admin');
  await applyBudgets(actor, { name: 'b.yaml', text: yaml });
  const { token, id } = await createToken(actor, { name: 'gateway', role: 'viewer' }, new Date());
  const stranger = await createToken(other, { name: 'gateway' }, new Date());
  expect(JSON.stringify(await listTokens(actor))).not.toContain(token);
  const ask = async (query = 'all%20%2F%20of%20it', bearer = token) => {
    const json = await answerQuickly(`/api/v1/headroom/${query}`, `Bearer ${bearer}`, now);
    return json && JSON.parse(json);
  };
  expect(await ask()).toMatchObject({ allowed: true, remaining: '100', currency: 'USD', window_end: '2026-09-01T00:00:00Z' });

  await importPath(
    actor,
    writeFile('bill.csv', focusFile([focusRow({ BilledCost: '70.25', Tags: '{"team":"a"}' }), focusRow({ BilledCost: '29.75' })])),
    {},
  );
  await expect.poll(async () => (await ask())?.remaining).toBe('0');
  expect(await ask()).toMatchObject({ allowed: false, as_of: '2026-08-04T00:00:00Z' });
  expect(await ask('teams?value=a')).toMatchObject({ allowed: false, remaining: '-30.25' });
  expect(await ask('teams?value=new')).toMatchObject({ allowed: true, remaining: '40' });
  await expect(checkHeadroom(actor, 'teams', null, now)).rejects.toThrow('say which, ?value=');
  await expect(checkHeadroom(actor, 'nix', null, now)).rejects.toThrow('There is no budget "nix".');

  // two minutes later nobody waits: the answer at hand is given, and the next one is newer
  const later = new Date(now.getTime() + 120_000);
  const first = await checkHeadroom(actor, 'teams', 'a', later);
  expect(new Date(first.checked_at).getTime()).toBeLessThan(later.getTime() - 20_000);
  await expect.poll(async () => (await checkHeadroom(actor, 'teams', 'a', later)).checked_at >= later.toISOString()).toBe(true);
  // but none that is older than ten minutes
  const muchLater = new Date(now.getTime() + 20 * 60_000);
  expect((await checkHeadroom(actor, 'teams', 'a', muchLater)).checked_at >= muchLater.toISOString()).toBe(true);
  expect(await checkHeadroom(actor, 'all / of it', null, new Date('2026-09-01T00:00:10Z'))).toMatchObject({
    allowed: true,
    remaining: '100',
  });

  expect(await ask('nix')).toBeNull();
  expect(await ask(undefined, stranger.token)).toBeNull();
  expect(await ask(undefined, 'hr_wrong')).toBeNull();
  await expect(createToken(actorIn({ id: actor.organizationId, name: '', slug: '' }, 'editor'), { name: 'x' }, now)).rejects.toThrow(
    'needs the role admin',
  );
  await revokeToken(actor, id);
  expect(await actorOfToken(token, new Date(Date.now() + 6_000))).toBeNull();
});
