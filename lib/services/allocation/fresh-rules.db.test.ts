import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { AllocationQuery } from '../../core/allocation/allocation-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { saveRules } from './save';
import { getShowback } from './showback';

const PROFILES = 6_000;

test('the first answer after rules were saved does not compare every profile with every other', async () => {
  const actor = await makeActor();
  const rows = Array.from({ length: PROFILES }, (_, i) => focusRow({ Tags: JSON.stringify({ team: `team-${i % 20}`, app: `app-${i}` }) }));
  await importPath(actor, writeFile('many.csv', focusFile(rows)), {});
  expect(await saveRules(actor, { key: 'team', title: 'Team', rules: [{ from: 'tag:team' }] })).toMatchObject({ changed: PROFILES });
  const started = performance.now();
  const { lines } = await getShowback(actor, AllocationQuery.parse({ from: '2026-08-01', to: '2026-09-01' }), '2026-09-02');
  // 36 million comparisons took ten seconds; 6,000 look-ups take a fifth of one
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(lines.reduce((n, l) => n + l.charges, 0)).toBe(PROFILES);
});
