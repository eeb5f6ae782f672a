import { expect, test } from 'vitest';
import { byFolder } from './saved-view';
import { folderPath, ViewDraft } from './view-draft';
import { readViews, writeViews } from './view-file';

const draft = (more: object) => ViewDraft.parse({ name: 'By model', address: 'period=30d&by=model', ...more });

test('a file says what was written, shared for everybody', () => {
  const views = [
    draft({ folder: 'Finance/ Monthly ', shared: true, pinned: true }),
    draft({ name: 'Tokens: all', address: 'measure=tokens', shared: true }),
  ];
  expect(readViews(writeViews(views), 'views.yaml')).toEqual(views);
});

test('a file that is none, or names a view twice, is refused in a sentence', () => {
  expect(() => readViews('views: [', 'v.yaml')).toThrow(/^v\.yaml is no YAML/);
  expect(() => readViews('views: 7', 'v.yaml')).toThrow(/^v\.yaml: views/);
  expect(() => readViews('views:\n  - name: a\n    address: x\n  - name: a\n    address: y\n', 'v.yaml')).toThrow('v.yaml has "a" twice.');
});

test('folders are paths in words, the top comes first', () => {
  expect(folderPath(' Finance//Board / ')).toBe('Finance / Board');
  expect(() => draft({ folder: 'a/b/c/d/e/f' })).toThrow('at most 5 levels');
  const names = byFolder([draft({ folder: 'B' }), draft({ name: 'z' }), draft({ name: 'a', folder: 'B' })]).map((f) => [
    f.folder,
    f.views.map((v) => v.name),
  ]);
  expect(names).toEqual([
    ['', ['z']],
    ['B', ['a', 'By model']],
  ]);
});
