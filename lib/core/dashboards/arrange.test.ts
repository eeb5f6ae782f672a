import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canMove, type Direction, movePanel, nextWidth, placesOf, putPanel } from './arrange';
import { panelWidths } from './panel-widths';

const panels = fc
  .array(fc.constantFrom(...panelWidths), { minLength: 1, maxLength: 15 })
  .map((widths) => widths.map((width, i) => ({ id: `p${i}`, width })));
const directions: Direction[] = ['left', 'right', 'up', 'down'];
const ids = (all: readonly { id: string }[]) => all.map((p) => p.id);

test('no move loses or doubles a panel', () => {
  fc.assert(
    fc.property(panels, fc.nat(14), fc.constantFrom(...directions), (all, i, direction) => {
      expect(ids(movePanel(all, `p${i}`, direction)).sort()).toEqual(ids(all).sort());
    }),
  );
});

test('left and right undo each other', () => {
  fc.assert(
    fc.property(panels, fc.nat(14), (all, i) => {
      if (canMove(all, `p${i}`, 'right')) expect(ids(movePanel(movePanel(all, `p${i}`, 'right'), `p${i}`, 'left'))).toEqual(ids(all));
    }),
  );
});

test('no row is wider than the page, and panels of a row do not overlap', () => {
  fc.assert(
    fc.property(panels, (all) => {
      const places = placesOf(all);
      for (const [i, place] of places.entries()) {
        expect(place.to).toBeLessThanOrEqual(12);
        const before = places[i - 1];
        if (before?.row === place.row) expect(place.from).toBe(before.to);
      }
    }),
  );
});

test('up goes to what stands nearest above, and not further than the first row', () => {
  const all = [
    { id: 'a', width: 6 },
    { id: 'b', width: 6 },
    { id: 'c', width: 6 },
    { id: 'd', width: 6 },
  ];
  expect(ids(movePanel(all, 'd', 'up'))).toEqual(['a', 'd', 'b', 'c']);
  expect(ids(movePanel(all, 'a', 'down'))).toEqual(['b', 'c', 'a', 'd']);
  expect(canMove(all, 'a', 'up')).toBe(false);
  expect(ids(putPanel(all, 'd', 'a'))).toEqual(['d', 'a', 'b', 'c']);
});

test('widths end at a quarter and at the whole page', () => {
  expect([nextWidth(3, -1), nextWidth(3, 1), nextWidth(12, 1), nextWidth(12, -1)]).toEqual([null, 4, null, 8]);
});
