import { Badge } from '@/components/ui/badge';
import type { ConnectionRow } from '@/lib/core/connections/view';
import { healthWords } from './words';

/** How a connection does: a word, and the sentence for it. */
export function State({ connection: { state, doing } }: { connection: Pick<ConnectionRow, 'state' | 'doing'> }) {
  const [words, tone] = healthWords[state.health];
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1" aria-live="polite">
      <Badge tone={tone}>{words}</Badge>
      <span className="min-w-0 max-w-prose break-words text-12 text-ink-2">{doing ?? state.words}</span>
    </span>
  );
}
