import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel-states';
import type { ApiError } from '@/lib/client/api';
import { keyedDimension } from '@/lib/core/explore/dimensions';

/** Why there is no answer, a tag that no charge carries for one, and the question without it. */
export function NotAnswered({ view, error }: { view: CostView; error: ApiError }) {
  const unknown = Object.keys(error.fields).filter((word) => keyedDimension(word) !== null);
  const by = [view.by, view.by2].filter((word) => word !== undefined && !unknown.includes(word));
  const without = { f: view.f.filter((f) => !unknown.includes(f.dimension)), by: by[0] ?? 'service', by2: by[1], page: 1, charge: null };
  return (
    <EmptyState
      title="This has no answer here"
      reason={error.message}
      actions={unknown.length > 0 && <Button onClick={() => go(costHref({ ...view, ...without }))}>Ask without it</Button>}
    />
  );
}
