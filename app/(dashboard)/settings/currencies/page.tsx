import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { getCurrencies } from '@/lib/services/fx/currencies';
import { RatesPanel } from './_parts/rates-panel';
import { ReportingPanel } from './_parts/reporting-panel';

export const metadata: Metadata = { title: 'Currencies · Settings' };

export default async function CurrenciesPage() {
  const actor = await requireActorOrRedirect('/settings/currencies');
  const settings = await getCurrencies(actor, today());
  const mayWrite = can(actor.role, 'currencies:write');
  return (
    <>
      <ReportingPanel settings={settings} mayWrite={mayWrite} />
      <RatesPanel settings={settings} mayWrite={mayWrite} />
    </>
  );
}
