import type { Metadata } from 'next';
import Link from 'next/link';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { InlineNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { agreementsText } from '@/lib/core/agreements/write';
import { today } from '@/lib/http/today';
import { getAgreement } from '@/lib/services/agreements/list-agreements';
import { EditDialog } from '../_parts/edit-dialog';
import { directionWords, kindWords, rateWords, stateWords } from '../_parts/words';
import { Facts } from './_parts/facts';
import { HistoryPanel } from './_parts/history-panel';
import { idOrNotFound } from './_parts/id';
import { ProjectionPanel } from './_parts/projection-panel';
import { StatementPanel } from './_parts/statement-panel';
import { TermsPanels } from './_parts/terms-panels';

export const metadata: Metadata = { title: 'Agreement' };

export default async function AgreementPage({ params, searchParams }: PageProps<'/agreements/[id]'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect(`/agreements/${id}`);
  const asOf = String((await searchParams)['as-of'] ?? '');
  const day = today();
  const detail = await idOrNotFound(id, (n) => getAgreement(actor, n, day, /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined));
  const { agreement: a, statement, fullProjection: p } = detail;
  const mayWrite = can(actor.role, 'agreements:write');
  const hasStatement = a.kind !== 'term';
  return (
    <>
      <PageHeader
        title={a.name}
        note={[kindWords[a.kind], directionWords(a), rateWords(a, day)].filter(Boolean).join(' · ')}
        actions={
          <>
            {hasStatement && (
              <>
                <LinkButton href={`/agreements/${id}/print`}>Print</LinkButton>
                <a className={buttonClass()} href={`/api/v1/agreements/${id}/statement?format=csv`} download>
                  CSV
                </a>
                <a className={buttonClass()} href={`/api/v1/agreements/${id}/statement?format=xlsx`} download>
                  XLSX
                </a>
              </>
            )}
            {mayWrite && <EditDialog today={day} text={agreementsText([a])} />}
          </>
        }
      />
      <PageBody>
        <section className="grid gap-4 pb-6">
          <p className="flex flex-wrap items-center gap-3 text-13 text-ink-2">
            <Link href="/agreements" className="hover:underline">
              Agreements
            </Link>
            <Badge tone={stateWords[detail.state][1]}>{stateWords[detail.state][0]}</Badge>
            <span>
              {a.start} to {a.end ?? 'open'}, both days included
            </span>
          </p>
          {a.unconfirmed && (
            <InlineNotice tone="warn" title="Not confirmed">
              {a.unconfirmed}
            </InlineNotice>
          )}
          {statement.missing && hasStatement && <InlineNotice title="No figures yet">{statement.missing}</InlineNotice>}
          {statement.unconverted.length > 0 && (
            <InlineNotice tone="warn" title={`${statement.unconverted.length} rows are not counted`}>
              There is no exchange rate into {a.currency} for {[...new Set(statement.unconverted.map((r) => r.currency))].join(', ')} on
              their days.
            </InlineNotice>
          )}
          {detail.limit !== null && detail.used !== null && (
            <HeadroomBar
              size={24}
              label={a.name}
              cap={detail.limit}
              used={detail.used}
              currency={a.currency}
              {...(p && p.path.length > 0 && { forecast: p.path.at(-1)?.p50 })}
              {...(p?.median && { until: `cap expected ${p.median}` })}
            />
          )}
          <Facts detail={detail} />
        </section>
        {a.kind === 'revenue_share' && <ProjectionPanel detail={detail} />}
        <HistoryPanel detail={detail} />
        {hasStatement && <StatementPanel detail={detail} mayPost={mayWrite} today={day} />}
        <TermsPanels detail={detail} />
        {a.notes && (
          <Panel title="Notes">
            <p className="max-w-prose text-14">{a.notes}</p>
          </Panel>
        )}
      </PageBody>
    </>
  );
}
