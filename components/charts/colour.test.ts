import { expect, test } from 'vitest';
import { othersKey, seriesLooks } from './colour';

test('a provider keeps its colour in any company', () => {
  expect(seriesLooks(['azure']).get('azure')?.colour).toBe('var(--color-azure)');
  expect(seriesLooks(['openai', 'azure', 'x', 'y']).get('azure')?.colour).toBe('var(--color-azure)');
});

test('eight names of one chart have eight colours, in whatever order they come', () => {
  const names = ['gpt-4o', 'o3', 'claude', 'gemini', 'llama', 'mistral', 'grok', 'phi'];
  const looks = seriesLooks(names);
  expect(new Set([...looks.values()].map((l) => l.colour)).size).toBe(8);
  expect(seriesLooks([...names].reverse())).toEqual(looks);
});

test('others are grey, and what is not classified is hatched grey', () => {
  const looks = seriesLooks([othersKey, 'unclassified']);
  expect(looks.get(othersKey)).toEqual({ colour: 'var(--color-others)', hatched: false });
  expect(looks.get('unclassified')).toEqual({ colour: 'var(--color-others)', hatched: true });
});
