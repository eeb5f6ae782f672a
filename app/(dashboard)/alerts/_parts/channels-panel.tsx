'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { ChannelRow } from '@/lib/services/channels/manage-channels';
import { ChannelDialog } from './channel-dialog';
import { channelWords } from './words';

/** Where alerts go. Only administrators change it. */
export function ChannelsPanel({ channels, mayWrite }: { channels: readonly ChannelRow[]; mayWrite: boolean }) {
  const router = useRouter();
  const say = useNotice();
  const [busy, setBusy] = useState<number | null>(null);
  const run = async (id: number, work: () => Promise<string>) => {
    setBusy(id);
    await work().then(
      (words) => say(words),
      (e: Error) => say(e.message, { tone: 'over' }),
    );
    setBusy(null);
    router.refresh();
  };
  const test = (c: ChannelRow) =>
    run(c.id, async () => {
      const { ok, answer } = await api<{ ok: boolean; answer: string }>(`/api/v1/channels/${c.id}/test`, { method: 'POST' });
      if (!ok) throw new Error(`${c.name}: ${answer}`);
      return `${c.name} answered: ${answer}`;
    });
  const turn = (c: ChannelRow) =>
    run(c.id, async () => {
      await api(`/api/v1/channels/${c.id}`, { method: 'PATCH', body: { enabled: !c.enabled } });
      return c.enabled ? `${c.name} is off` : `${c.name} is on`;
    });
  const remove = (c: ChannelRow) =>
    run(c.id, async () => {
      await api(`/api/v1/channels/${c.id}`, { method: 'DELETE' });
      return `${c.name} is deleted`;
    });
  return (
    <Panel
      className="border-t-0!"
      title="Channels"
      note="Every alert goes to each channel that is on. Secrets are encrypted and shown to nobody."
      actions={mayWrite && <ChannelDialog />}
    >
      {channels.length === 0 ? (
        <EmptyState title="No channel yet" reason="Alerts stay in the inbox until there is one." />
      ) : (
        <Table
          caption="Channels"
          rows={channels}
          rowKey={(c) => String(c.id)}
          columns={[
            { key: 'name', header: 'Channel', cell: (c) => <bdi>{c.name}</bdi> },
            { key: 'kind', header: 'Kind', className: 'whitespace-nowrap', cell: (c) => channelWords[c.kind] ?? c.kind },
            {
              key: 'state',
              header: 'State',
              className: 'min-w-48',
              cell: (c) => (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone={c.failure ? 'over' : c.enabled ? 'ok' : 'neutral'}>{c.failure ? 'failing' : c.enabled ? 'on' : 'off'}</Badge>
                  {c.failure && <span className="text-12 text-over">{c.failure}</span>}
                </span>
              ),
            },
            {
              key: 'act',
              header: <span className="sr-only">Actions</span>,
              numeric: true,
              cell: (c) =>
                mayWrite && (
                  <span className="inline-flex gap-2 py-1">
                    <Button size="small" onClick={() => test(c)} busy={busy === c.id && 'Asking'}>
                      Send a test
                    </Button>
                    <Button size="small" tone="quiet" onClick={() => turn(c)}>
                      {c.enabled ? 'Switch off' : 'Switch on'}
                    </Button>
                    <Dialog
                      trigger={
                        <Button size="small" tone="quiet">
                          Delete
                        </Button>
                      }
                      title={`Delete "${c.name}"?`}
                      description="What was sent through it is forgotten too."
                      actions={
                        <Button tone="danger" onClick={() => remove(c)}>
                          Delete channel
                        </Button>
                      }
                    />
                  </span>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
