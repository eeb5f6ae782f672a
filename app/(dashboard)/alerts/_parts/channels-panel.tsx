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
import { subscriptionWords } from '@/lib/core/alerts/subscription-words';
import type { ChannelRow } from '@/lib/services/channels/manage-channels';
import { ChannelDialog } from './channel-dialog';
import { channelWords, kindWords } from './words';

interface Answer {
  ok: boolean;
  answer: string;
}

/** Where alerts go. Only administrators change it; the others see what there is and whether it works. */
export function ChannelsPanel({ channels, mayWrite }: { channels: readonly ChannelRow[]; mayWrite: boolean }) {
  const router = useRouter();
  const say = useNotice();
  const [asking, setAsking] = useState<number | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<number, Answer>>>({});
  const test = async (c: ChannelRow) => {
    setAsking(c.id);
    const answer = await api<Answer>(`/api/v1/channels/${c.id}/test`, { method: 'POST' }).catch(
      (e: Error): Answer => ({ ok: false, answer: e.message }),
    );
    setAnswers((all) => ({ ...all, [c.id]: answer }));
    setAsking(null);
    router.refresh();
  };
  const run = (work: Promise<unknown>, words: string) =>
    work.then(
      () => {
        say(words);
        router.refresh();
      },
      (e: Error) => say(e.message, { tone: 'over' }),
    );
  const turn = (c: ChannelRow) =>
    run(
      api(`/api/v1/channels/${c.id}`, { method: 'PATCH', body: { enabled: !c.enabled } }),
      c.enabled ? `${c.name} is off` : `${c.name} is on`,
    );
  const remove = (c: ChannelRow) => run(api(`/api/v1/channels/${c.id}`, { method: 'DELETE' }), `${c.name} is deleted`);
  const actions = (c: ChannelRow) => (
    <span className="inline-flex flex-wrap gap-1 py-1">
      <Button size="small" onClick={() => test(c)} busy={asking === c.id && 'Asking'}>
        Send a test
      </Button>
      <ChannelDialog channel={c} />
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
  );
  return (
    <Panel
      className="border-t-0!"
      title="Channels"
      note={`Each channel is sent what it asks for, once. Secrets are encrypted and shown to nobody.${mayWrite ? '' : ' Administrators change them.'}`}
      actions={mayWrite && <ChannelDialog />}
    >
      {channels.length === 0 ? (
        <EmptyState
          title="No channel yet: alerts stay in the inbox"
          reason={
            mayWrite
              ? 'Add e-mail, Slack, Microsoft Teams, PagerDuty or a webhook that your own software reads.'
              : 'An administrator can add e-mail, Slack, Microsoft Teams, PagerDuty or a webhook.'
          }
        />
      ) : (
        <Table
          caption="Channels"
          rows={channels}
          rowKey={(c) => String(c.id)}
          stickyFirst={false}
          dense={false}
          columns={[
            { key: 'name', header: 'Channel', className: 'font-strong', cell: (c) => <bdi>{c.name}</bdi> },
            { key: 'kind', header: 'Kind', className: 'whitespace-nowrap', cell: (c) => channelWords[c.kind] ?? c.kind },
            ...(mayWrite
              ? [{ key: 'to', header: 'To', className: 'max-w-72 truncate text-ink-2', cell: (c: ChannelRow) => <bdi>{whereTo(c)}</bdi> }]
              : []),
            {
              key: 'what',
              header: 'Is sent',
              className: 'min-w-48 max-w-80 text-ink-2',
              cell: (c) => subscriptionWords(c.subscription, kindWords),
            },
            { key: 'state', header: 'State', className: 'min-w-40', cell: (c) => <State channel={c} answer={answers[c.id]} /> },
            ...(mayWrite ? [{ key: 'act', header: <span className="sr-only">Actions</span>, numeric: true, cell: actions }] : []),
          ]}
          narrow={(c) => (
            <div className="grid gap-1.5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <bdi className="font-strong">{c.name}</bdi>
                <span className="text-12 text-ink-2">{channelWords[c.kind] ?? c.kind}</span>
              </span>
              {mayWrite && <bdi className="break-all text-12 text-ink-2">{whereTo(c)}</bdi>}
              <span className="text-12 text-ink-2">{subscriptionWords(c.subscription, kindWords)}</span>
              <State channel={c} answer={answers[c.id]} />
              {mayWrite && actions(c)}
            </div>
          )}
        />
      )}
    </Panel>
  );
}

/** The answer to the test just sent stands until the page is left; before that, what the last delivery failed with. */
const State = ({ channel: c, answer }: { channel: ChannelRow; answer: Answer | undefined }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1" aria-live="polite">
    <Badge tone={c.failure ? 'over' : c.enabled ? 'ok' : 'neutral'}>{c.failure ? 'failing' : c.enabled ? 'on' : 'off'}</Badge>
    {c.failure && !c.enabled && <Badge>off</Badge>}
    {answer?.ok && <span className="break-words text-12 text-ok">The test arrived: {answer.answer}</span>}
    {(answer ? !answer.ok : c.failure) && (
      <span className="max-w-96 break-words text-12 text-over">{answer && !answer.ok ? answer.answer : c.failure}</span>
    )}
  </span>
);

/** What may be shown of where it goes; the address of Slack and Teams is their secret. */
function whereTo({ kind, config }: ChannelRow): string {
  if (kind === 'email') return Array.isArray(config.to) ? config.to.join(', ') : '–';
  return kind === 'webhook' && typeof config.url === 'string' ? config.url : '–';
}
