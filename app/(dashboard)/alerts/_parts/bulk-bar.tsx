import { Button } from '@/components/ui/button';

interface BulkBarProps {
  count: number;
  of: number;
  onAll: () => void;
  onNone: () => void;
  onAct: (action: 'acknowledge' | 'resolve' | 'ignore') => void;
}

/** What can be done with the chosen ones. It stands there before anything is chosen, so that the rows do not jump. */
export const BulkBar = ({ count, of, onAll, onNone, onAct }: BulkBarProps) => (
  <div className="sticky top-0 desk:top-15 z-10 flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 bg-surface py-1 text-13">
    {count > 0 && (
      <>
        <span className="mr-1 tabular-nums" aria-live="polite">
          {count} of {of} chosen
        </span>
        <Button size="small" onClick={() => onAct('acknowledge')}>
          Acknowledge
        </Button>
        <Button size="small" onClick={() => onAct('resolve')}>
          Resolve
        </Button>
        <Button size="small" onClick={() => onAct('ignore')}>
          Ignore
        </Button>
      </>
    )}
    {count < of && (
      <Button size="small" tone="quiet" className={count === 0 ? '-ml-2' : undefined} onClick={onAll}>
        Choose all {of}
      </Button>
    )}
    {count > 0 ? (
      <Button size="small" tone="quiet" onClick={onNone}>
        Choose none
      </Button>
    ) : (
      <span className="ml-auto text-12 text-ink-3 max-sm:hidden">Keys: j k move, a acknowledge, i ignore, r resolve, o open the view</span>
    )}
  </div>
);
