import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/panel-states';

/** What stands where charges will be. */
export const ChargesSkeleton = () => (
  <Panel title="Charges" className="border-t-0!">
    <Skeleton shape="rows" rows={20} />
  </Panel>
);
