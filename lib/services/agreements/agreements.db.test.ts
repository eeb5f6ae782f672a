import { expect, test } from 'vitest';
import { prisma } from '../../db/client';
import { actorIn, makeActor, makeOrganization } from '../../runtime/test-database';
import { importSeries } from '../series/import-series';
import { applyAgreements } from './apply-agreements';
import { exportStatement } from './export-statement';
import { getStatement } from './get-statement';
import { getAgreement, listAgreements } from './list-agreements';
import { postStatement } from './post-statement';

const yaml = `
agreements:
  - {name: share, kind: revenue_share, direction: pay, currency: USD, start: 2026-05-01, end: 2030-12-31, terms: [{from: 2026-05-01, rate: "0.20"}], cap: "1000.00", base: {series: revenue}}
  - {name: licence, kind: term, direction: receive, currency: USD, start: 2026-04-27, end: 2032-12-31, exclusive: false}
`;
const worked = ['2475.3333', '2474.6667', '80.00', '50', '-100', '30'];
const csv = `date,amount,currency\n${worked.map((x, i) => `2026-05-0${i + 1},${x},USD\n`).join('')}`;
const apply = (actor: Awaited<ReturnType<typeof makeActor>>, text = yaml) => applyAgreements(actor, { name: 'a.yaml', text });

test('the worked agreement, posted, corrected and exported', async () => {
  const actor = await makeActor();
  expect((await apply(actor)).map((p) => p.action)).toEqual(['create', 'create']);
  expect((await apply(actor)).map((p) => p.action)).toEqual(['unchanged', 'unchanged']);
  expect(await getStatement(actor, { name: 'share' })).toMatchObject({ missing: 'There is no series "revenue" yet. Upload it.' });
  expect(await importSeries(actor, 'revenue', { name: 'r.csv', text: csv })).toMatchObject({ outcome: 'imported', rows: 6, added: 6 });
  expect(await importSeries(actor, 'revenue', { name: 'again.csv', text: csv })).toMatchObject({ outcome: 'unchanged', added: 0 });
  expect(await getStatement(actor, { name: 'share' })).toMatchObject({
    posted: '1000.00',
    remaining: '0.00',
    capDate: '2026-05-03',
    unconverted: [],
  });

  const [row] = (await listAgreements(actor, '2026-06-15')).filter((r) => r.agreement.name === 'share');
  const id = row?.id ?? 0;
  expect(row).toMatchObject({ state: 'capped', used: '1000.00', left: '0.00' });
  await expect(postStatement(actor, id, '2026-06', '2026-06-15')).rejects.toThrow('The next statement to post is that of 2026-05.');
  await postStatement(actor, id, '2026-05', '2026-06-15');
  await expect(postStatement(actor, id, '2026-06', '2026-06-15')).rejects.toThrow('can be posted from the day after');

  await importSeries(actor, 'revenue', { name: 'c.csv', text: 'date,amount,currency,booked\n2026-05-02,-500,USD,2026-06-10\n' });
  const corrected = await getStatement(actor, { name: 'share' });
  expect('periods' in corrected && corrected.periods.map((p) => [p.period, p.state, p.accrual, p.trueUp, p.closing])).toEqual([
    ['2026-05', 'posted', '1000.00', '0.00', '1000.00'],
    ['2026-06', 'draft', '0.00', '-98.00', '902.00'],
  ]);
  expect(await getStatement(actor, { name: 'share' }, { asOf: '2026-06-09' })).toMatchObject({ posted: '1000.00' });
  await expect(prisma().agreementStatement.updateMany({ where: { agreementId: id }, data: { statement: {} } })).rejects.toThrow(
    'never changed',
  );

  const file = await exportStatement(actor, id, 'csv', {});
  expect(file.bytes.toString('utf8')).toContain('2026-06,2026-06-01,2026-06-30,1000.00,0.00,-98.00,-98.00,902.00,draft');
  expect((await exportStatement(actor, id, 'xlsx', {})).bytes.subarray(0, 2).toString()).toBe('PK');
});

test('amending keeps the versions, and what a file does not name goes only when asked', async () => {
  const actor = await makeActor();
  await apply(actor);
  const amended = yaml.replace(
    '[{from: 2026-05-01, rate: "0.20"}]',
    '[{from: 2026-05-01, rate: "0.20"}, {from: 2026-06-01, rate: "0.15"}]',
  );
  expect(await apply(actor, amended)).toMatchObject([{ action: 'change', fields: ['terms'] }, { action: 'unchanged' }]);
  const [row] = (await listAgreements(actor, '2026-06-15')).filter((r) => r.agreement.kind === 'revenue_share');
  expect((await getAgreement(actor, row?.id ?? 0, '2026-06-15')).versions.map((v) => v.version)).toEqual([2, 1]);
  const one = {
    name: 'a.yaml',
    text: yaml
      .split('\n')
      .filter((l) => !l.includes('licence'))
      .join('\n'),
  };
  expect(await applyAgreements(actor, one, { prune: true, dryRun: true })).toContainEqual({
    action: 'delete',
    name: 'licence',
    fields: [],
  });
  expect(await listAgreements(actor, '2026-06-15')).toHaveLength(2);
});

test('agreements and series stay in their organisation, and readers change nothing', async () => {
  const [a, b] = [actorIn(await makeOrganization()), actorIn(await makeOrganization())];
  await apply(a);
  await importSeries(a, 'revenue', { name: 'r.csv', text: csv });
  await apply(b);
  const [mine] = await listAgreements(a, '2026-06-15');
  await expect(getAgreement(b, mine?.id ?? 0, '2026-06-15')).rejects.toThrow('There is no such agreement.');
  expect(await getStatement(b, { name: 'share' })).toMatchObject({ missing: 'There is no series "revenue" yet. Upload it.' });
  const viewer = { ...a, role: 'viewer' as const };
  await expect(apply(viewer)).rejects.toThrow('This needs the role editor');
  await expect(importSeries(viewer, 'revenue', { name: 'r.csv', text: csv })).rejects.toThrow('This needs the role editor');
});
