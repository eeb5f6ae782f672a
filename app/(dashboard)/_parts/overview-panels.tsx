'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RatesUsed } from '@/components/figures/rates-used';
import { CurrencyChoice } from '@/components/filters/currency-choice';
import { NotRenewed } from '@/components/filters/not-renewed';
import { NotUnderstood } from '@/components/filters/not-understood';
import { overviewHref, overviewNotUnderstood, parseOverviewView } from '@/components/filters/overview-view';
import { useAddress } from '@/components/filters/use-address';
import { useAnswer } from '@/components/filters/use-answer';
import { PageBody } from '@/components/shell/page-header';
import { ErrorState } from '@/components/ui/panel-states';
import { overviewQuery } from '@/lib/client/costs';
import { AttentionPanel } from './attention-panel';
import { CostPerDay } from './cost-per-day';
import { FreshnessPanel } from './freshness-panel';
import { costLinks } from './links';
import { NothingLoaded } from './nothing-loaded';
import { OverviewHeader } from './overview-header';
import { OverviewSkeleton } from './overview-skeleton';
import { prepareAttention } from './prepare-attention';
import { RankingPanel } from './ranking-panel';
import { Strip } from './strip';
import { WhatChanged } from './what-changed';

interface OverviewPanelsProps {
  mayImport: boolean;
  mayBudget: boolean;
  limits: ReactNode;
  /** Saved views that stand here too. */
  pinned: ReactNode;
}

/** How much so far, what changed, what needs someone: one question, asked once for all panels. */
export function OverviewPanels({ mayImport, mayBudget, limits, pinned }: OverviewPanelsProps) {
  const address = useAddress();
  const view = parseOverviewView(address);
  const overview = useQuery(overviewQuery(view));
  const { error, refetch, isPlaceholderData } = overview;
  const data = useAnswer(overview, view)?.data;
  const dimmed = isPlaceholderData || error !== null;
  const links = costLinks(view, data);
  const header = <OverviewHeader view={view} data={data} mayBudget={mayBudget} />;
  if (!data)
    return (
      <>
        {header}
        <PageBody>
          {error ? (
            <ErrorState title="The overview could not be loaded" detail={error.message} onRetry={() => refetch()} />
          ) : (
            <OverviewSkeleton />
          )}
        </PageBody>
      </>
    );
  const attention = prepareAttention(data, links.unclassified);
  const currency = data.currencies.find((c) => c === view.draw) ?? data.currencies[0];
  const panel = { data, currency: currency ?? '', links, dimmed };
  return (
    <>
      {header}
      <PageBody>
        <NotRenewed error={error} onRetry={() => refetch()} />
        <NotUnderstood words={overviewNotUnderstood(address)} />
        {attention.length > 0 && <AttentionPanel lines={attention} />}
        {!data.period && <NothingLoaded mayImport={mayImport} />}
        {data.period && <Strip data={data} links={links} dimmed={dimmed} />}
        {data.period && <RatesUsed conversion={data.conversion} apart={[]} />}
        {data.period && currency && (
          <>
            {data.currencies.length > 1 && (
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t pt-3 pb-3 text-13 text-ink-2">
                <p>
                  The panels below are in <span className="font-strong text-ink">{currency}</span>.{' '}
                  {data.conversion ? 'The others have no rate and are not added.' : 'Currencies are not added.'}
                </p>
                <CurrencyChoice
                  currencies={data.currencies}
                  current={currency}
                  hrefOf={(c) => overviewHref({ ...view, draw: c === data.currencies[0] ? null : c })}
                />
              </div>
            )}
            <div className="grid min-w-0 gap-x-8 wide:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
              <CostPerDay {...panel} />
              <WhatChanged {...panel} />
            </div>
            <div className="grid min-w-0 gap-x-8 desk:grid-cols-2 wide:grid-cols-3 print:grid-cols-2">
              <RankingPanel {...panel} dimension="service" title="By service" />
              <RankingPanel {...panel} dimension="model" title="By model" />
              <RankingPanel {...panel} dimension="team" title="By team" />
            </div>
          </>
        )}
        {data.period && limits}
        {data.period && pinned}
        {data.freshness.length > 0 && <FreshnessPanel freshness={data.freshness} completeTo={data.completeTo} />}
      </PageBody>
    </>
  );
}
