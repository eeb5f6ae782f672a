import type { ColumnRef, MappingDraft } from './column-mapping';

/** Every column of theirs that is read. */
export const columnsRead = ({ fields: f, tags: t }: Pick<MappingDraft, 'fields' | 'tags'>): ColumnRef[] => [
  ...Object.values(f).flatMap((part) => (part && 'column' in part ? [{ column: part.column, nth: part.nth }] : [])),
  ...t.map(({ column: heading, nth }) => ({ column: heading, nth })),
];

/** Blanks and case do not make another heading. What stands in parentheses does: "Cost (EUR)" is not "Tax (EUR)". */
export const sameHeading = (heading: string): string => heading.trim().replace(/\s+/g, ' ').toLowerCase();

/** The place of a column among the headings of a file, or -1. */
export function placeOf(headings: readonly string[], { column: heading, nth }: ColumnRef): number {
  let seen = 0;
  return headings.findIndex((h) => sameHeading(h) === sameHeading(heading) && ++seen === nth);
}

/** The headings of a file as a mapping names them. */
export function refsOf(headings: readonly string[]): ColumnRef[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const nth = (seen.get(sameHeading(heading)) ?? 0) + 1;
    seen.set(sameHeading(heading), nth);
    return { column: heading.trim(), nth };
  });
}

/** How a page calls a column: `"Amount"`, `"Amount", the 2nd`, `column 7`. */
export function columnInWords(headings: readonly string[], place: number): string {
  const heading = headings[place]?.trim() ?? '';
  if (heading === '') return `column ${place + 1}`;
  const nth = refsOf(headings)[place]?.nth ?? 1;
  return nth > 1 ? `"${heading}", number ${nth}` : `"${heading}"`;
}
