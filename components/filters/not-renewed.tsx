import { Button } from '../ui/button';
import { InlineNotice } from '../ui/notice';

/** The figures asked for did not come, and those of before are still there. */
export const NotRenewed = ({ error, onRetry }: { error: Error | null; onRetry: () => void }) =>
  error && (
    <div className="pb-4 print:hidden">
      <InlineNotice
        tone="over"
        title="These are the figures of before"
        actions={
          <Button size="small" onClick={onRetry}>
            Retry
          </Button>
        }
      >
        The ones asked for could not be loaded. {error.message}
      </InlineNotice>
    </div>
  );
