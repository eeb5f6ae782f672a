import path from 'node:path';
import { expect, test } from 'vitest';
import type { Actor } from '../../../core/access/actor';
import { query, sql } from '../../../db/sql';
import { makeActor, writeFile } from '../../../runtime/test-database';
import { importPath } from '../../../services/imports/import-path';

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name);
const profilesOf = ({ organizationId }: Actor) =>
  query<Record<string, string | null>>(
    organizationId,
    sql`select c.list_cost::text as list, c.charge_period_end::date::text as "end", p.billing_account_id as account, p.resource_id as repository, p.x_principal_id as person,
               p.x_cost_center as "costCenter", p.charge_frequency as frequency, p.service_category as category, p.x_is_ai as "isAi"
          from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
         where c.organization_id = ${organizationId} order by c.line`,
  );

test('gross is the list price, and people are told apart without their names', async () => {
  const actor = await makeActor();
  await importPath(actor, fixture('ai-usage.csv'), {});
  const rows = await profilesOf(actor);
  expect(rows[0]).toMatchObject({
    list: '0.4272621300000001',
    account: 'acme',
    repository: 'acme/shop',
    costCenter: 'Search',
    end: '2026-09-06',
  });
  expect(rows[0]?.person).toMatch(/^person-[0-9a-f]{16}$/);
  expect(rows[1]?.person).toBeNull();
  expect(JSON.stringify(rows)).not.toContain('octo');
});

test('seats are bought month by month, and minutes are no AI', async () => {
  const actor = await makeActor();
  await importPath(actor, fixture('metered.csv'), {});
  const [minutes, seat] = await profilesOf(actor);
  expect(minutes).toMatchObject({ frequency: 'Usage-Based', category: 'Developer Tools', isAi: false });
  expect(seat).toMatchObject({ frequency: 'Recurring', isAi: true });
});

test('an answer about a month covers the month', async () => {
  const actor = await makeActor();
  const result = await importPath(actor, fixture('premium-requests.json'), {});
  expect(result).toMatchObject({ from: '2026-09-01', to: '2026-10-01', billed: [{ currency: 'USD', amount: '3' }] });
});

test('a report replaces the days of its own organisation', async () => {
  const actor = await makeActor();
  const report = (organization: string, net: string) =>
    writeFile(
      'report.csv',
      `date,product,sku,quantity,gross_amount,net_amount,organization\n2026-09-05,copilot,copilot_ai_credit,1,1,${net},${organization}\n`,
    );
  const acme = await importPath(actor, report('acme', '1'), {});
  expect((await importPath(actor, report('other', '2'), {})).replaced).toEqual([]);
  expect((await importPath(actor, report('acme', '3'), {})).replaced).toEqual(acme.loads);
});
