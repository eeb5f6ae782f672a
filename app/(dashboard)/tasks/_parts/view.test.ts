import { expect, test } from 'vitest';
import { parseTaskView, taskHref, tasksNotUnderstood } from './view';

test('an address comes back as it was, without its defaults', () => {
  expect(taskHref(parseTaskView({}))).toBe('/tasks');
  const raw = {
    tab: 'outliers',
    from: '2026-10-01',
    to: '2026-11-01',
    basis: 'list',
    task: 'support answer',
    team: 'care',
    show: 'loops',
    page: '2',
  };
  expect(taskHref(parseTaskView(raw))).toBe(
    '/tasks?tab=outliers&from=2026-10-01&to=2026-11-01&basis=list&task=support+answer&team=care&show=loops&page=2',
  );
  expect(taskHref(parseTaskView({ sort: '-saving' }))).toBe('/tasks?sort=-saving');
});

test('what is malformed is named and its default shown', () => {
  expect(tasksNotUnderstood({ basis: 'guess', from: '2026-10-01', hello: 'x', unit: 'orders', sort: 'colour' })).toEqual([
    'from=2026-10-01',
    'basis=guess',
    'sort=colour',
    'hello',
  ]);
  expect(parseTaskView({ basis: 'guess', page: '-1', ccy: 'dollar', task: '' })).toMatchObject({
    basis: 'invoice',
    page: 1,
    ccy: null,
    task: null,
  });
});
