import type { Metadata } from 'next';
import { NotUnderstood } from '@/components/filters/not-understood';
import { PageBody } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/tabs';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listMeters } from '@/lib/services/meters/list-meters';
import { getCapacity } from '@/lib/services/models/get-capacity';
import { getModelPrices, getModels } from '@/lib/services/models/get-models';
import { getUnattributed } from '@/lib/services/models/get-unattributed';
import { getUnpriced } from '@/lib/services/models/get-unpriced';
import { getModelFlags } from '@/lib/services/models/model-flags';
import { usagePeriod } from '@/lib/services/models/period';
import { MetersTab } from './_parts/meters-tab';
import { ModelsHeader } from './_parts/models-header';
import { PricesTab } from './_parts/prices-tab';
import { UnattributedTab } from './_parts/unattributed-tab';
import { UnpricedTab } from './_parts/unpriced-tab';
import { UsageTab } from './_parts/usage-tab';
import { modelHref, modelNotUnderstood, modelTabs, parseModelView } from './_parts/view';

export const metadata: Metadata = { title: 'Models & tokens' };

export default async function ModelsPage({ searchParams }: PageProps<'/models'>) {
  const actor = await requireActorOrRedirect('/models');
  const raw = await searchParams;
  const view = parseModelView(raw);
  const period = await usagePeriod(actor, { period: view.period, from: view.from, to: view.to }, today());
  const [books, capacity, prices] = await Promise.all(
    view.tab === 'usage'
      ? [getModels(actor, period), getCapacity(actor, period), view.model === null ? [] : getModelPrices(actor, view.model, period)]
      : [[], [], []],
  );
  const book = books.find((b) => b.currency === view.ccy) ?? books[0];
  return (
    <>
      <ModelsHeader view={view} period={period} currencies={books.map((b) => b.currency)} />
      <PageBody>
        <NotUnderstood words={modelNotUnderstood(raw)} />
        <div className="mb-4">
          <LinkTabs
            label="Models"
            active={view.tab}
            tabs={modelTabs.map((t) => ({ ...t, href: modelHref({ ...view, tab: t.key, model: null, q: null }) }))}
          />
        </div>
        {view.tab === 'usage' && (
          <UsageTab
            book={book}
            view={view}
            period={period}
            capacity={capacity}
            flags={book ? await getModelFlags(actor, book, period) : []}
            prices={prices}
          />
        )}
        {view.tab === 'prices' && <PricesTab actor={actor} view={view} period={period} />}
        {view.tab === 'unattributed' && (
          <UnattributedTab
            data={await getUnattributed(actor, period)}
            currency={view.ccy}
            mayNote={can(actor.role, 'scenarios:write')}
            mayApprove={can(actor.role, 'policy:write')}
          />
        )}
        {view.tab === 'unpriced' && <UnpricedTab lines={await getUnpriced(actor, period)} period={period} />}
        {view.tab === 'meters' && <MetersTab data={await listMeters(actor, period)} />}
      </PageBody>
    </>
  );
}
