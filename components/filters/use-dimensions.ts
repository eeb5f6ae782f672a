import { useQuery } from '@tanstack/react-query';
import { dimensionsQuery } from '@/lib/client/costs';
import { dimensionTitle, exploreDimensions } from '@/lib/core/explore/dimensions';
import type { Option } from '../ui/select';

const always: readonly Option[] = Object.entries(exploreDimensions).map(([value, { title, group }]) => ({ value, label: title, group }));

/** What costs can be grouped and filtered by: what every bill says at once, tags and allocations as soon as they are known. */
export function useDimensions(chosen: readonly string[]): readonly Option[] {
  const { data } = useQuery(dimensionsQuery);
  const all = data?.map(({ word, title, group }) => ({ value: word, label: title, group })) ?? always;
  const unlisted = chosen.filter((word) => all.every((o) => o.value !== word));
  return [...all, ...unlisted.map((value) => ({ value, label: dimensionTitle(value), group: 'Tags' }))];
}

/** What a dimension is called here, by its word: an allocation has a name of its own, known as soon as the list is. */
export function useDimensionTitle(): (word: string) => string {
  const { data } = useQuery(dimensionsQuery);
  return (word) => data?.find((d) => d.word === word)?.title ?? dimensionTitle(word);
}
