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
  expect(() => readViews('views:\n  - name: a\n    address: by=model\n  - name: a\n    address: by=team\n', 'v.yaml')).toThrow(
    'v.yaml has "a" twice.',
  );
});

test('a file is refused where it says what no view keeps, and where it asks one to be private', () => {
  const file = (more: string) => readViews(`views:\n  - name: a\n    address: by=model\n${more}`, 'v.yaml');
  expect(file('')).toHaveLength(1);
  expect(() => file('    pined: true\n')).toThrow('v.yaml: views.0: There is no field "pined". Did you mean pinned?');
  expect(() => file('    shared: false\n')).toThrow('v.yaml: views.0.shared: the views of a file are shared with everybody; leave it out');
  expect(() => file('folders: []\n')).toThrow('v.yaml: There is no field "folders"; there are: views.');
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
