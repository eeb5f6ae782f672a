import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CutName } from './cut-name';

const read = (name: string) => renderToStaticMarkup(<CutName>{name}</CutName>).replace(/<[^>]+>/g, '');

test('whoever reads or copies a long name gets all of it, in one piece', () => {
  const id = '/subscriptions/1111/resourceGroups/rg-shared/providers/Microsoft.Compute/virtualMachines/vm-0017';
  expect(read(id)).toBe(id);
  const markup = renderToStaticMarkup(<CutName>{id}</CutName>);
  expect(markup).toContain(`title="${id}"`);
  expect(markup).toContain('</span>');
  expect(markup).not.toContain('flex'); // parts that are boxes of their own are copied with a line break between
});

test('short names, names from right to left and emoji stay in one piece', () => {
  for (const name of ['gpt-5', 'قسم المنصة المشتركة للحوسبة السحابية والذكاء', '👩‍👩‍👧‍👦'.repeat(10)])
    expect(renderToStaticMarkup(<CutName>{name}</CutName>)).not.toContain('<span');
});
