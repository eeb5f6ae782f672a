import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/tabs';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { AlertQuery, listAlerts, listDeliveries } from '@/lib/services/alerts/inbox';
import { listChannels } from '@/lib/services/channels/manage-channels';
import { AnomaliesTab } from './_anomalies/anomalies-tab';
import { ChannelsPanel } from './_parts/channels-panel';
import { DeliveriesPanel } from './_parts/deliveries-panel';
import { Inbox } from './_parts/inbox';
import { RulesTab } from './_parts/rules-tab';

export const metadata: Metadata = { title: 'Alerts' };

const tabs = [
  { key: 'inbox', label: 'Inbox' },
  { key: 'anomalies', label: 'Anomalies' },
  { key: 'rules', label: 'Rules' },
  { key: 'channels', label: 'Channels' },
  { key: 'deliveries', label: 'Deliveries' },
];

export default async function AlertsPage({ searchParams }: PageProps<'/alerts'>) {
  const actor = await requireActorOrRedirect('/alerts');
  const params = await searchParams;
  const { tab: wanted, item, ...query } = params;
  const tab = tabs.find((t) => t.key === wanted)?.key ?? 'inbox';
  const asked = AlertQuery.parse(query);
  const channels = await listChannels(actor);
  return (
    <>
      <PageHeader title="Alerts" note="What needs a person, told once" />
      <PageBody>
        <div className="mb-2">
          <LinkTabs
            label="Alerts"
            active={tab}
            tabs={tabs.map((t) => ({ ...t, href: t.key === 'inbox' ? '/alerts' : `/alerts?tab=${t.key}` }))}
          />
        </div>
        {tab === 'inbox' && (
          <Inbox
            {...(await listAlerts(actor, asked))}
            view={{ state: asked.state.length === 1 ? (asked.state[0] ?? null) : null, kind: asked.kind[0] ?? null }}
            item={typeof item === 'string' && /^\d{1,9}$/.test(item) ? Number(item) : null}
            mayWrite={can(actor.role, 'alerts:write')}
            me={actor.name}
            hasChannel={channels.some((c) => c.enabled)}
            now={new Date().toISOString()}
          />
        )}
        {tab === 'anomalies' && <AnomaliesTab actor={actor} params={params} />}
        {tab === 'rules' && <RulesTab actor={actor} now={new Date()} />}
        {tab === 'channels' && <ChannelsPanel channels={channels} mayWrite={can(actor.role, 'channels:write')} />}
        {tab === 'deliveries' && <DeliveriesPanel rows={await listDeliveries(actor)} mayWrite={can(actor.role, 'alerts:write')} />}
      </PageBody>
    </>
  );
}
