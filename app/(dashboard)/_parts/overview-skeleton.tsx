import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/panel-states';

/** The page's own shape. */
export const OverviewSkeleton = () => (
  <>
    <div className="flex flex-wrap gap-x-16 gap-y-4 pb-6">
      <Skeleton shape="figure" />
      <Skeleton shape="figure" />
      <Skeleton shape="figure" />
    </div>
    <div className="grid gap-x-8 wide:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
      <Panel title="Cost per day">
        <Skeleton shape="chart" className="h-75" />
      </Panel>
      <Panel title="What changed">
        <Skeleton shape="rows" rows={10} />
      </Panel>
    </div>
    <div className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-3">
      {['By service', 'By model', 'By team'].map((title) => (
        <Panel key={title} title={title}>
          <Skeleton shape="rows" rows={8} />
        </Panel>
      ))}
    </div>
  </>
);
