import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { actorIn, makeActor, makeOrganization } from '../../runtime/test-database';
import { evaluateAgreements } from '../alerts/evaluate-agreements';
import { importSeries } from '../series/import-series';
import { applyAgreements } from './apply-agreements';
import { exportAgreements, exportCalendar } from './export-agreements';
import { getAgreement, listAgreements } from './list-agreements';

const yaml = (cap: string) => `
agreements:
  - {name: share, kind: revenue_share, direction: pay, currency: USD, start: 2026-05-01, end: 2027-12-31, terms: [{from: 2026-05-01, rate: "0.20"}], cap: "${cap}", base: {series: revenue}}
  - {name: "Licence, exclusive; 1st", kind: term, direction: receive, currency: USD, start: 2026-04-27, end: 2026-12-31, notice_days: "60", renewal_months: "12", counterparty: Partner}
`;
const at = (day: string) => new Date(`${day}T12:00:00Z`);
/** 100 a day, 20 of them owed. */
const revenue = (from: string, days: number) =>
  `date,amount,currency\n${Array.from({ length: days }, (_, i) => `${addDays(from, i)},100,USD\n`).join('')}`;
const apply = (actor: Actor, cap = '2000.00') => applyAgreements(actor, { name: 'a.yaml', text: yaml(cap) });
const share = async (actor: Actor, day: string, asOf?: string) => {
  const id = (await listAgreements(actor, day)).find((r) => r.agreement.name === 'share')?.id ?? 0;
  return getAgreement(actor, id, day, asOf);
};
const titles = async (actor: Actor) =>
  (await prisma().alert.findMany({ where: { organizationId: actor.organizationId, kind: 'agreement' }, orderBy: { id: 'asc' } })).map(
    (a) => a.title,
  );

test('where the cap is expected is kept once a day, and what is known later that day takes its place', async () => {
  const actor = await makeActor();
  await apply(actor);
  await importSeries(actor, 'revenue', { name: 'r.csv', text: revenue('2026-05-01', 40) });
  await evaluateAgreements(actor.organizationId, at('2026-06-10'));
  await evaluateAgreements(actor.organizationId, at('2026-06-10'));
  await evaluateAgreements(actor.organizationId, at('2026-06-11'));
  const before = (await share(actor, '2026-06-11')).history;
  expect(before.map((h) => [h.knownOn, h.accrued, h.reachedOn])).toEqual([
    ['2026-06-10', '800.00', null],
    ['2026-06-11', '800.00', null],
  ]);
  expect(before[0]?.median).toMatch(/^2026-0[78]-/);
  await apply(actor, '1000.00');
  await evaluateAgreements(actor.organizationId, at('2026-06-11'));
  const after = (await share(actor, '2026-06-11')).history;
  expect(after).toHaveLength(2);
  expect(after[1]?.cap).toBe('1000.00');
  expect((await share(actor, '2026-06-11', '2026-06-10')).history.map((h) => h.knownOn)).toEqual(['2026-06-10']);
});

test('once it is reached one row says so; another organisation sees nothing of it', async () => {
  const actor = await makeActor();
  await apply(actor, '600.00');
  await importSeries(actor, 'revenue', { name: 'r.csv', text: revenue('2026-05-01', 40) });
  for (const day of ['2026-06-10', '2026-06-11', '2026-06-12']) await evaluateAgreements(actor.organizationId, at(day));
  const { history, id } = await share(actor, '2026-06-12');
  expect(history).toEqual([
    {
      knownOn: '2026-06-10',
      accrued: '600.00',
      cap: '600.00',
      median: null,
      p10: null,
      p90: null,
      probability: 1,
      reachedOn: '2026-05-30',
    },
  ]);
  await expect(getAgreement(actorIn(await makeOrganization()), id, '2026-06-12')).rejects.toThrow('no such agreement');
});

test('notice, end and a cap that comes near are told before, 30 and 7 days, once each', async () => {
  const actor = await makeActor();
  await apply(actor);
  await importSeries(actor, 'revenue', { name: 'r.csv', text: revenue('2026-05-01', 75) });
  await evaluateAgreements(actor.organizationId, at('2026-07-15'));
  await evaluateAgreements(actor.organizationId, at('2026-07-16'));
  expect((await titles(actor)).map((t) => t.replace(/2026-0[78]-\d\d/, '…'))).toEqual(['share: the cap is expected on ….']);
  await evaluateAgreements(actor.organizationId, at('2026-10-05'));
  await evaluateAgreements(actor.organizationId, at('2026-10-27'));
  expect((await titles(actor)).filter((t) => t.startsWith('Licence'))).toEqual([
    'Licence, exclusive; 1st: Last day for a notice on 2026-11-01.',
    'Licence, exclusive; 1st: Last day for a notice on 2026-11-01.',
  ]);
  await evaluateAgreements(actor.organizationId, at('2026-12-02'));
  expect((await titles(actor)).at(-1)).toBe('Licence, exclusive; 1st: ends on 2026-12-31.');
});

test('the export is read back unchanged, and the calendar has the days of all agreements', async () => {
  const actor = await makeActor();
  await apply(actor);
  const text = await exportAgreements(actor);
  expect((await applyAgreements(actor, { name: 'again.yaml', text }, { prune: true })).map((p) => p.action)).toEqual([
    'unchanged',
    'unchanged',
  ]);
  expect(await exportAgreements(actor, ['share'])).not.toContain('Licence');
  await expect(exportAgreements(actor, ['nobody'])).rejects.toThrow('There is no agreement "nobody".');
  const calendar = await exportCalendar(actor, at('2026-06-01'));
  expect(calendar.match(/^SUMMARY:.*/gm)).toEqual([
    'SUMMARY:Licence\\, exclusive\\; 1st: Begins',
    'SUMMARY:Licence\\, exclusive\\; 1st: Last day for a notice',
    'SUMMARY:Licence\\, exclusive\\; 1st: Ends',
    'SUMMARY:Licence\\, exclusive\\; 1st: Renews for 12 months',
    'SUMMARY:share: Begins',
    'SUMMARY:share: Ends',
  ]);
  expect(new Set(calendar.match(/^UID:.*/gm)).size).toBe(6);
});
