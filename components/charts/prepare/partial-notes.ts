import type { StackPoint } from './stack-point';

/** What is said below a chart of bars that are not whole: those that still grow, and those that the chosen days cut at an end. */
export function partialNotes(points: readonly StackPoint[], mark: 'bars' | 'lines' | 'area' | 'treemap'): string[] {
  const unit = points[0]?.unit ?? 'day';
  const growing = points.filter((p) => p.state === 'incomplete').length;
  const words = growing === 1 ? `a ${unit} that is` : `${growing} ${unit}s that are`;
  // a treemap leaves time away; only bars show a single one as hatched
  const cut = mark === 'treemap' ? [] : points.flatMap((p, i) => (p.part ? [{ ...p.part, end: i === 0 ? 'start' : 'end' }] : []));
  const parts = cut.map(({ days, of, end }) => `${points.length > 1 ? `at the ${end} ` : ''}(${days} of ${of} days)`).join(' and ');
  const isBars = mark === 'bars';
  return [
    ...(growing > 0 ? [`${isBars ? 'Hatched:' : 'Includes'} ${words} not complete yet.`] : []),
    ...(parts ? [`${isBars ? (growing > 0 ? 'Also hatched:' : 'Hatched:') : 'Includes'} part of a ${unit} ${parts}.`] : []),
  ];
}
