import { type CostView, costHref } from '@/components/filters/cost-view';
import { periodNames, rangeText } from '@/components/filters/period-words';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import type { Range } from '@/lib/core/time/period';
import { addressOf } from '@/lib/core/views/cost-address';
import type { SavedView } from '@/lib/core/views/saved-view';
import { GuestLink } from '../../dashboards/_parts/guest-link';
import { ShareCurl } from './share-curl';

interface ShareLinksProps {
  view: CostView;
  /** The days that are shown; null while they are not known. */
  range: Range | null;
  mayLink: boolean;
  /** The saved view that was opened. */
  saved: SavedView | undefined;
}

/** The links to a view and the call behind it, over the page. */
export const ShareDialog = ({ onClose, ...links }: ShareLinksProps & { onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={(open) => open || onClose()}
    title="Share this view"
    description="A link holds filters, grouping and period. It shows figures to people who may see them here, and to nobody else."
    actions={<Button onClick={onClose}>Done</Button>}
  >
    <ShareLinks {...links} />
  </Dialog>
);

function ShareLinks({ view, range, mayLink, saved }: ShareLinksProps) {
  const isPinned = view.from !== undefined && view.to !== undefined;
  const full = (href: string) => new URL(href, window.location.origin).href;
  return (
    <div className="grid gap-5">
      {!isPinned && (
        <LinkLine
          title={`${periodNames[view.period]}, whenever it is opened`}
          words="The period moves on with time."
          href={full(costHref(view))}
        />
      )}
      {range && (
        <LinkLine
          title={`${rangeText(range, { year: true })}, for good`}
          words="The days stay; corrections of bills still show."
          href={full(costHref({ ...view, ...range }))}
        />
      )}
      {mayLink && (
        <div className="grid gap-2 border-line border-t pt-4">
          {saved && saved.address === addressOf(view) ? (
            <GuestLink kind="view" id={saved.id} name={saved.name} />
          ) : (
            <>
              <p className="text-13 font-strong">For people without an account</p>
              <p className="text-13 text-ink-2">
                {saved
                  ? 'The view was changed since it was saved. Save it, and a link can open what is on screen.'
                  : 'Save the view first: a link opens one saved view and nothing else.'}
              </p>
            </>
          )}
        </div>
      )}
      <ShareCurl view={view} />
    </div>
  );
}

const LinkLine = ({ title, words, href }: { title: string; words: string; href: string }) => (
  <div className="grid gap-1.5">
    <p className="text-13 font-strong">{title}</p>
    <p className="text-13 text-ink-2">{words}</p>
    <div className="flex items-start gap-2">
      <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{href}</code>
      <CopyButton text={href} label="Copy link" />
    </div>
  </div>
);
