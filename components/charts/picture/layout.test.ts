import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLegend, shortened, wrapped } from './layout';

const measure = (text: string) => text.length * 7;
const entry = (label: string, value?: string) => ({ label, colour: '#123456', ...(value && { value }) });

test('a name that fits is whole, a longer one keeps its beginning and its end', () => {
  expect(shortened('claude-opus', 77, measure)).toBe('claude-opus');
  expect(shortened('subscription-of-the-north-production', 140, measure)).toBe('subscripti…roduction');
  expect(shortened('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 100, measure)).toBe('👩‍👩‍👧…');
});

test('ten long names stand on as many lines as they need, and none is cut', () => {
  const names = Array.from({ length: 10 }, (_, i) => `A team with a very long name, number ${i}`);
  const placed = placeLegend(
    names.map((n) => entry(n, '1.2k')),
    800,
    measure,
  );
  expect(placed.map((p) => p.label)).toEqual(names);
  expect(placed.map((p) => p.line)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
});

test('nothing reaches over the edge, and no two overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 12 }), fc.integer({ min: 200, max: 1200 }), (names, width) => {
      const placed = placeLegend(
        names.map((n) => entry(n, '12.3k')),
        width,
        measure,
      );
      for (const [i, p] of placed.entries()) {
        const end = p.x + p.width;
        expect(end).toBeLessThanOrEqual(width);
        const next = placed[i + 1];
        if (next?.line === p.line) expect(next.x).toBeGreaterThanOrEqual(end);
        else if (next) expect([next.x, next.line]).toEqual([0, p.line + 1]);
      }
    }),
  );
});

test('a sentence goes on in the next line, and its words stay in order', () => {
  const lines = wrapped('4,210.50 USD from 1 Nov to 21 Nov; Azure OpenAI is 62 % of it.', 180, measure);
  expect(lines.length).toBe(3);
  expect(lines.join(' ')).toBe('4,210.50 USD from 1 Nov to 21 Nov; Azure OpenAI is 62 % of it.');
  expect(lines.every((l) => measure(l) <= 180)).toBe(true);
});
