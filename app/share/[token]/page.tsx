import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Logo } from '@/components/brand/logo';
import { ChartOwner } from '@/components/charts/chart-owner';
import { openShareLink, type SharedPage } from '@/lib/services/share/open-share-link';
import { PanelGrid } from '../../(dashboard)/dashboards/_parts/panel-grid';
import { PanelView } from '../../(dashboard)/dashboards/_parts/panel-view';

export const metadata: Metadata = {
  title: 'Shared',
  robots: { index: false, follow: false, noarchive: true },
  referrer: 'no-referrer',
};

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** One view or one dashboard for somebody without an account: no menu, no way to charges, and who is answerable for it. */
export default async function SharePage({ params }: PageProps<'/share/[token]'>) {
  const { token } = await params;
  const now = new Date();
  const page = await openShareLink(token, now);
  if (!page) notFound();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b px-4 py-4 desk:px-6">
        <Logo />
        <Watermark page={page} />
      </header>
      <main className="mx-auto w-full max-w-[100rem] flex-1 px-4 pt-6 pb-16 desk:px-6">
        <div className="pb-4">
          <h1 className="text-20">
            <bdi>{page.title}</bdi>
          </h1>
          <p className="text-13 text-ink-2">
            <bdi>{page.organizationName}</bdi>, as known on {date.format(now)}
          </p>
        </div>
        <ChartOwner name={page.organizationName}>
          <PanelGrid panels={page.panels.map((p) => p.panel)}>
            {(panel) => {
              const own = page.panels.find((p) => p.panel.id === panel.id);
              return own && <PanelView answer={own.answer} title={panel.title || undefined} />;
            }}
          </PanelGrid>
        </ChartOwner>
      </main>
      <footer className="border-line border-t px-4 py-3 text-12 text-ink-3 desk:px-6">
        <Watermark page={page} /> Read-only. Charges and settings are open to people with an account.
      </footer>
    </div>
  );
}

const Watermark = ({ page: { sharedByName, until } }: { page: SharedPage }) => (
  <span className="text-13 text-ink-2">
    Shared by <bdi className="font-strong">{sharedByName}</bdi> until {date.format(new Date(until))}.
  </span>
);
