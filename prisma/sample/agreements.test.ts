import { expect, test } from 'vitest';
import { readAgreements } from '../../lib/core/agreements/read';
import { readBudgets } from '../../lib/core/budgets/read';
import { readSeries } from '../../lib/core/series/read';
import { agreementsYaml, budgetsYaml, illustrativeRevenue, partnerRevenue } from './agreements';

test.each(['2026-11-21', '2028-02-29'])('the files of the sample company can be read on %s', (today) => {
  const agreements = readAgreements(agreementsYaml(today), 'agreements.yaml');
  expect(agreements.map((a) => a.kind)).toEqual([
    'revenue_share',
    'revenue_share',
    'term',
    'revenue_share',
    'committed_spend',
    'prepaid_credits',
  ]);
  expect(readBudgets(budgetsYaml, 'budgets.yaml')).toHaveLength(7);
  expect(readSeries(partnerRevenue(today), 'partner.csv').length).toBeGreaterThan(300);
  expect(readSeries(illustrativeRevenue(today), 'illustrative.csv').length).toBeGreaterThan(200);
});
