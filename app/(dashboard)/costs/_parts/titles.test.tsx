import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { parseCostView } from '@/components/filters/cost-view';
import { FilterChips } from '@/components/filters/filter-chips';
import { dimensionsQuery } from '@/lib/client/costs';
import { GroupSectionTable } from './group-section-table';
import { NothingFound } from './nothing-found';
import { prepareGroups } from './prepare-groups';

// The key of this allocation is `cc`, which no reader has ever seen.
const view = parseCostView({ by: 'allocation:cc', by2: 'model', f: 'allocation:cc:4711' });
const period = { from: '2026-11-01', to: '2026-11-21' };

function written(shown: ReactNode): string {
  const queries = new QueryClient();
  queries.setQueryData(dimensionsQuery.queryKey, [{ word: 'allocation:cc', title: 'Cost centre (SAP)', group: 'Allocation' }]);
  return renderToStaticMarkup(<QueryClientProvider client={queries}>{shown}</QueryClientProvider>).replace(/<[^>]*>/g, '|');
}

test('an allocation is called what it was named in the title and the head of a table', () => {
  const figures = { currency: 'USD', unit: null, amount: '1', previous: null, tokens: null, charges: 1 };
  const groups = [{ ...figures, values: ['4711', null] }];
  const [section] = prepareGroups({ groups, totals: [{ ...figures, groups: 1 }], unpriced: [], drawn: [] }, 'effective', () => '4711');
  if (!section) throw new Error('no section');
  const said = { section, view, period, comparison: null, firstDay: null, alone: true, conversion: null, isFirst: true, dimmed: false };
  const table = written(<GroupSectionTable {...said} titles={['Cost centre (SAP)', 'Model']} />);
  expect(table).toContain('|By Cost centre (SAP) and model|');
  expect(table).toContain('|Cost centre (SAP), Model|');
  expect(table).not.toContain('Cc');
});

test('a filter by it says its name, also where nothing passes the filter', () => {
  expect(written(<FilterChips filters={view.f} hrefOf={() => ''} />)).toContain('|Cost centre (SAP) is 4711|');
  expect(written(<NothingFound view={view} period={period} />)).toContain('Cost centre (SAP) is 4711, in Nov 1–20, 2026.');
});
