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

const written = (shown: ReactNode): string => markup(shown).replace(/<[^>]*>/g, '|');

function markup(shown: ReactNode): string {
  const queries = new QueryClient();
  queries.setQueryData(dimensionsQuery.queryKey, [{ word: 'allocation:cc', title: 'Cost centre (SAP)', group: 'Allocation' }]);
  return renderToStaticMarkup(<QueryClientProvider client={queries}>{shown}</QueryClientProvider>);
}

test('an allocation is called what it was named in the title and the head of a table', () => {
  const figures = { currency: 'USD', unit: null, amount: '1', previous: null, tokens: null, charges: 1 };
  const groups = [{ ...figures, values: ['4711', null] }];
  const [section] = prepareGroups({ groups, totals: [{ ...figures, groups: 1 }], unpriced: [], drawn: [] }, 'effective', () => '4711');
  if (!section) throw new Error('no section');
  const said = {
    section,
    view,
    period,
    comparison: null,
    firstDay: null,
    alone: true,
    conversion: null,
    isFirst: true,
    dimmed: false,
    choice: null,
  };
  const table = written(<GroupSectionTable {...said} titles={['Cost centre (SAP)', 'Model']} />);
  expect(table).toContain('|By Cost centre (SAP) and model|');
  expect(table).toContain('|Cost centre (SAP), Model|');
  expect(table).not.toContain('Cc');
});

test('a filter by it says its name, also where nothing passes the filter', () => {
  expect(written(<FilterChips filters={view.f} hrefOf={() => ''} />)).toContain('|Cost centre (SAP) is 4711|');
  expect(written(<NothingFound view={view} period={period} />)).toContain('Cost centre (SAP) is 4711, in 1–20 Nov 2026.');
});

const counted = { currency: '', unit: null, amount: '7', previous: '5', tokens: null, charges: 7 };
const tableOf = (asked: typeof view, comparison: { from: string; to: string }, as = written) => {
  const [section] = prepareGroups(
    { groups: [{ ...counted, values: ['azure'] }], totals: [{ ...counted, groups: 1 }], unpriced: [], drawn: [] },
    asked.measure,
    () => 'Azure',
  );
  if (!section) throw new Error('no section');
  const said = { section, period, comparison, firstDay: null, alone: true, conversion: null, isFirst: true, dimmed: false, choice: null };
  return as(<GroupSectionTable {...said} view={asked} titles={['Provider']} />);
};

test('days of another year are told with their year, in the head and in the sentence', () => {
  const asked = parseCostView({ by: 'provider', compare: 'year' });
  const table = tableOf(asked, { from: '2025-11-01', to: '2025-11-21' });
  expect(table).toContain('compared with 1–20 Nov 2025.');
  expect(table).toContain('|1–20 Nov 2025|');
  expect(tableOf(asked, { from: '2026-10-01', to: '2026-10-21' })).toContain('|1–20 Oct|');
});

test('charges are one column where they are what is measured, and still open', () => {
  const asked = parseCostView({ by: 'provider', measure: 'charges' });
  expect(asked.measure).toBe('charges');
  const heads = (table: string) => table.split('|').filter((word) => word === 'Charges').length;
  const comparison = { from: '2026-10-01', to: '2026-10-21' };
  expect(heads(tableOf(asked, comparison))).toBe(1);
  expect(tableOf(asked, comparison, markup).match(/aria-label="7 charges"/g)).toHaveLength(2);
  expect(heads(tableOf(parseCostView({ by: 'provider' }), comparison))).toBe(1);
});
