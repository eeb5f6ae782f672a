import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TreePlan } from '@/lib/core/allocation/tree-plan';
import { TreeChanges } from './tree-changes';

const said = (plan: TreePlan) => renderToStaticMarkup(<TreeChanges name="t.csv" plan={plan} />).replace(/<[^>]*>/g, '');

test('what a file takes away stands before what it adds and changes, by name and number', () => {
  const words = said({ added: ['ranking'], changed: ['search'], removed: ['content', 'support'] });
  expect(words).toMatch(/^Goes, 2content, supportNew, 1rankingChanges, 1search$/);
  const many = said({ added: Array.from({ length: 45 }, (_, i) => `team-${i}`), changed: [], removed: [] });
  expect(many).toMatch(/^New, 45.*team-39 and 5 more$/);
  expect(said({ added: [], changed: [], removed: [] })).toBe('t.csv holds the tree as it is.');
});
