import type { Metadata } from 'next';
import { Logo } from '@/components/brand/logo';
import { type ClosedLink, openShareLink, type SharedPage } from '@/lib/services/share/open-share-link';
import { PanelGrid } from '../../(dashboard)/dashboards/_parts/panel-grid';
import { PanelView } from '../../(dashboard)/dashboards/_parts/panel-view';

export const metadata: Metadata = {
  title: 'Shared',
  robots: { index: false, follow: false, noarchive: true },
  referrer: 'no-referrer',
};

const closed: Record<ClosedLink, { title: string; words: string }> = {
  unknown: {
    title: 'There is nothing at this link',
    words: 'It may have been cut when it was copied. Open it again as it was sent to you.',
  },
  expired: { title: 'This link has expired', words: 'Links are open for a while only. Ask who sent it to you for a new one.' },
  withdrawn: { title: 'This link is no longer available', words: 'It was withdrawn. Ask who sent it to you if you still need it.' },
  gone: { title: 'What this link showed is no longer available', words: 'It was deleted. Ask who sent the link to you for another one.' },
};

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** One view or one dashboard for somebody without an account: no menu, no way to charges, and who is answerable for it. */
export default async function SharePage({ params }: PageProps<'/share/[token]'>) {
  const { token } = await params;
  const now = new Date();
  const page = await openShareLink(token, now);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b px-4 py-4 desk:px-6">
        <Logo />
        {typeof page !== 'string' && <Watermark page={page} />}
      </header>
      <main className="mx-auto w-full max-w-[100rem] flex-1 px-4 pt-6 pb-16 desk:px-6">
        {typeof page === 'string' ? (
          <div className="max-w-prose pt-[8vh]">
            <h1 className="text-20">{closed[page].title}</h1>
            <p className="pt-2 text-14 text-ink-2">{closed[page].words}</p>
          </div>
        ) : (
          <>
            <div className="pb-4">
              <h1 className="text-20">
                <bdi>{page.title}</bdi>
              </h1>
              <p className="text-13 text-ink-2">
                <bdi>{page.organizationName}</bdi>, as known on {date.format(now)}
              </p>
            </div>
            <PanelGrid panels={page.panels.map((p) => p.panel)}>
              {(panel) => {
                const own = page.panels.find((p) => p.panel.id === panel.id);
                return own && <PanelView answer={own.answer} title={panel.title || undefined} />;
              }}
            </PanelGrid>
          </>
        )}
      </main>
      {typeof page !== 'string' && (
        <footer className="border-line border-t px-4 py-3 text-12 text-ink-3 desk:px-6">
          <Watermark page={page} /> Read-only. Charges and settings are open to people with an account.
        </footer>
      )}
    </div>
  );
}

const Watermark = ({ page: { sharedByName, until } }: { page: SharedPage }) => (
  <span className="text-13 text-ink-2">
    Shared by <bdi className="font-strong">{sharedByName}</bdi> until {date.format(new Date(until))}.
  </span>
);
