import Link from 'next/link';
import type { CostView } from '@/components/filters/cost-view';
import { CopyButton } from '@/components/ui/copy-button';
import { curlLine } from './curl-line';

/** The same question for a program. */
export function ShareCurl({ view }: { view: CostView }) {
  const line = curlLine(view, window.location.origin);
  return (
    <div className="grid gap-1.5 border-line border-t pt-4">
      <p className="text-13 font-strong">For a program</p>
      <p className="text-13 text-ink-2">
        The API answers the same {view.tab === 'charges' ? 'charges' : 'figures'} as JSON. <code className="font-mono">HEADROOM_TOKEN</code>{' '}
        holds a token; an administrator makes one in{' '}
        <Link href="/settings/tokens" className="underline">
          Settings, API tokens
        </Link>
        .
      </p>
      <div className="flex items-start gap-2">
        <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{line}</code>
        <CopyButton text={line} label="Copy call" />
      </div>
    </div>
  );
}
