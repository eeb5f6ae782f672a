'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { ApiError } from '@/lib/client/api';
import { panelQuery } from '@/lib/client/dashboards';
import { specOf } from '@/lib/core/dashboards/panel-spec';
import type { Panel } from '@/lib/core/dashboards/panels';
import { PanelFrame } from './panel-frame';
import { NotShown, PanelView, TextPanel } from './panel-view';

interface LivePanelProps {
  panel: Panel;
  /** Who can do what about it where it has no answer any more. */
  advice: string;
}

/** The same question would be refused again: nothing there, nothing allowed, nothing that could be understood. */
const isFinal = (error: Error): boolean => error instanceof ApiError && [400, 403, 404, 413, 422].includes(error.status);

/** A panel that asks for its own figures: one that is slow or fails takes no other with it. */
export function LivePanel({ panel, advice }: LivePanelProps) {
  const spec = specOf(panel);
  const { data, error, failureReason, refetch, isPlaceholderData } = useQuery({
    ...panelQuery(spec),
    enabled: spec.kind !== 'text',
    placeholderData: undefined, // the figures of another panel are none of this one
  });
  const title = panel.title || undefined;
  if (spec.kind === 'text') return <TextPanel text={spec.text} title={title} />;
  if (data) return <PanelView answer={data} title={title} dimmed={isPlaceholderData || error !== null} advice={advice} />;
  const name = title ?? nameOf(spec);
  if (error)
    return (
      <PanelFrame title={name} words="Not shown">
        {isFinal(error) ? (
          <NotShown reason={error.message} remedy={advice} />
        ) : (
          <ErrorState title="These figures could not be loaded" detail={error.message} onRetry={() => refetch()} className="py-2" />
        )}
      </PanelFrame>
    );
  const isChart = spec.kind === 'view' && spec.as === 'chart';
  return (
    <PanelFrame title={name} words={failureReason?.message ?? ' '}>
      <Skeleton shape={isChart ? 'chart' : 'figure'} className={isChart ? 'h-50' : ''} />
    </PanelFrame>
  );
}

const nameOf = (spec: Exclude<Panel, { kind: 'text' }> | ReturnType<typeof specOf>): string =>
  spec.kind === 'budget' ? spec.budget : spec.kind === 'agreement' ? spec.agreement : spec.kind === 'unit' ? spec.taskType : 'A saved view';
