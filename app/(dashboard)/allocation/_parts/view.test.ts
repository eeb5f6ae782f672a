import { expect, test } from 'vitest';
import { chargesHref } from './charges-link';
import { allocationHref, allocationNotUnderstood, parseAllocationView } from './view';

const shown = (query: string) => allocationHref(parseAllocationView(Object.fromEntries(new URLSearchParams(query))));

test.each(['tab=rules&rule=12', 'tab=unallocated&part=caller', 'tab=tree&as-of=2026-10-01'])(
  '%s is the address of what it shows',
  (query) => {
    expect(shown(query)).toBe(`/allocation?${query}`);
  },
);

test('what belongs to another tab or is no such thing is left out, and named where it is not understood', () => {
  expect(shown('tab=tree&rule=12&part=caller')).toBe('/allocation?tab=tree');
  for (const odd of ['rule=0', 'rule=x', 'part=model', 'part=bogus', 'as-of=2026-02-30'])
    expect(allocationNotUnderstood(Object.fromEntries(new URLSearchParams(odd)))).toEqual([odd]);
});

test('charges are asked for by the tag where there is no rule and by the allocation where there is one; nobody is a value', () => {
  const asked = { period: { from: '2026-10-01', to: '2026-11-01' }, basis: 'billed', currency: 'EUR' } as const;
  const of = (isBuiltIn: boolean, target: string | null) => {
    const url = new URL(chargesHref({ ...asked, dimension: { key: 'team', isBuiltIn }, target }), 'http://headroom.example');
    return [url.pathname, url.searchParams.get('f'), url.searchParams.get('measure'), url.searchParams.get('draw')];
  };
  expect(of(true, 'search')).toEqual(['/costs', 'team:search', 'billed', 'EUR']);
  expect(of(false, null)).toEqual(['/costs', 'allocation:team:(none)', 'billed', 'EUR']);
  expect(of(false, 'R, and D')[1]).toBe('allocation:team:R\\, and D');
});
