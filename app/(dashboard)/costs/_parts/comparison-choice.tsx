import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { Select } from '@/components/ui/select';
import { type ComparisonKind, comparisons } from '@/lib/core/explore/explore-query';

const names: Record<ComparisonKind, string> = { previous: 'the period before', year: 'a year before', none: 'nothing' };
const options = comparisons.map((value) => ({ value, label: names[value] }));

/** What the days of a view are held against. */
export const ComparisonChoice = ({ view }: { view: CostView }) => (
  <Select<ComparisonKind>
    dense
    aria-label="Compared with"
    className="h-8!"
    value={view.compare}
    options={options}
    onChange={(compare) => go(costHref({ ...view, page: 1, charge: null, compare }))}
  />
);
