import { Suspense } from 'react';
import { Skeleton } from '@/components/ui/panel-states';
import type { Actor } from '@/lib/core/access/actor';
import type { SavedView } from '@/lib/core/views/saved-view';
import { answerOrReason } from '@/lib/services/dashboards/answer-panel';
import { listViews } from '@/lib/services/views/manage-views';
import { PanelFrame } from '../dashboards/_parts/panel-frame';
import { PanelView } from '../dashboards/_parts/panel-view';

/** More than these make the overview a dashboard. */
const SHOWN = 6;

/** The views that were pinned here, each with a small chart and the way to Costs. */
export async function PinnedViews({ actor }: { actor: Actor }) {
  const pinned = (await listViews(actor)).filter((v) => v.pinned).slice(0, SHOWN);
  if (pinned.length === 0) return null;
  return (
    <div className={`grid min-w-0 gap-x-8 ${pinned.length > 1 ? 'desk:grid-cols-2' : ''}`}>
      {pinned.map((view) => (
        <Suspense
          key={view.id}
          fallback={
            <PanelFrame title={<bdi>{view.name}</bdi>} words=" ">
              <Skeleton shape="chart" className="h-50" />
            </PanelFrame>
          }
        >
          <Pinned actor={actor} view={view} />
        </Suspense>
      ))}
    </div>
  );
}

async function Pinned({ actor, view }: { actor: Actor; view: SavedView }) {
  const answer = await answerOrReason(actor, { kind: 'view', view: view.id, as: 'chart' }, new Date(), actor.userId);
  return <PanelView answer={answer} title={view.name} />;
}
