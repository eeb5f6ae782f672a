'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field } from '@/components/ui/field';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { api } from '@/lib/client/api';
import type { AlertItem } from '@/lib/services/alerts/inbox';
import { deliveryWords, momentWords, severityWords, statusWords } from './words';

type Change = { action: string; note?: string; assignee?: string | null };

/** One alert: what crossed what, the way to the charges, who said what, and where it was sent. */
export function AlertDrawer({ id, mayWrite, me, onClose }: { id: number; mayWrite: boolean; me: string; onClose: () => void }) {
  const router = useRouter();
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const { data, error } = useQuery({ queryKey: ['alert', id], queryFn: () => api<AlertItem>(`/api/v1/alerts/${id}`), retry: false });
  const change = useMutation({
    mutationFn: (body: Change) => api<AlertItem>(`/api/v1/alerts/${id}`, { method: 'PATCH', body }),
    onSuccess: (item) => {
      cache.setQueryData(['alert', id], item);
      setNote('');
      router.refresh();
    },
  });
  const say = (action: string, more: Partial<Change> = {}) => change.mutate({ action, ...(note.trim() && { note: note.trim() }), ...more });
  return (
    <Dialog
      open
      kind="side"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={data?.title ?? 'Alert'}
      actions={
        mayWrite &&
        data && (
          <>
            {data.status === 'new' && <Button onClick={() => say('acknowledge')}>Acknowledge</Button>}
            {data.status !== 'ignored' && <Button onClick={() => say('ignore', { note: note.trim() })}>Ignore</Button>}
            {data.status === 'resolved' || data.status === 'ignored' ? (
              <Button onClick={() => say('reopen')}>Open again</Button>
            ) : (
              <Button onClick={() => say('resolve')}>Resolve</Button>
            )}
          </>
        )
      }
    >
      {error ? (
        <ErrorState title="It cannot be shown" detail={error.message} />
      ) : !data ? (
        <Skeleton shape="rows" rows={6} />
      ) : (
        <div className="grid gap-5">
          <p className="flex flex-wrap items-center gap-2 text-13 text-ink-2">
            <Badge tone={severityWords[data.severity]?.[1]}>{severityWords[data.severity]?.[0]}</Badge>
            <Badge tone={statusWords[data.status]?.[1]}>{statusWords[data.status]?.[0]}</Badge>
            {momentWords(data.occurredAt)}
            {data.dataCompleteTo && <span>bills complete to before {data.dataCompleteTo}</span>}
          </p>
          <dl className="text-13">
            {data.facts.map((f) => (
              <div key={f.label} className="grid grid-cols-[10rem_1fr] gap-3 border-line border-b py-1.5">
                <dt className="text-ink-2">{f.label}</dt>
                <dd className="min-w-0 break-words tabular-nums">{f.value}</dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap gap-2">
            <LinkButton tone="primary" href={data.link}>
              Open what is behind it
            </LinkButton>
            {mayWrite && data.assignee !== me && <Button onClick={() => say('assign', { assignee: me })}>Take it</Button>}
          </div>
          {mayWrite && (
            <div className="grid gap-2">
              <Field label="Comment, or the reason for ignoring" error={change.error?.message}>
                {(control) => (
                  <textarea
                    {...control}
                    value={note}
                    onChange={(e) => setNote(e.target.value)}
                    rows={2}
                    className={controlClass(Boolean(change.error), 'h-auto! py-2')}
                  />
                )}
              </Field>
              <Button size="small" className="justify-self-start" disabled={!note.trim()} onClick={() => say('comment')}>
                Comment
              </Button>
            </div>
          )}
          <History item={data} />
        </div>
      )}
    </Dialog>
  );
}

const past: Record<string, string> = {
  acknowledge: 'acknowledged it',
  ignore: 'ignored it',
  resolve: 'resolved it',
  reopen: 'opened it again',
  comment: 'wrote',
  assign: 'gave it to',
};

const History = ({ item }: { item: AlertItem }) => (
  <>
    {item.history.length > 0 && (
      <section>
        <h3 className="mb-1 text-14">History</h3>
        <ul className="text-13">
          {item.history.map((h) => (
            <li key={`${h.at} ${h.action}`} className="border-line border-b py-1.5">
              <span className="text-ink-2">{momentWords(h.at)}</span> {h.actorName} {past[h.action] ?? h.action}
              {h.note && <span className="block">{h.note}</span>}
            </li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h3 className="mb-1 text-14">Sent</h3>
      {item.deliveries.length === 0 ? (
        <p className="text-13 text-ink-2">Nowhere: there was no channel when it happened.</p>
      ) : (
        <ul className="text-13">
          {item.deliveries.map((d) => (
            <li key={d.channel} className="flex flex-wrap justify-between gap-2 border-line border-b py-1.5">
              <span>{d.channel}</span>
              <span className="text-ink-2">{d.answer}</span>
              <Badge tone={deliveryWords[d.status]?.[1]}>{deliveryWords[d.status]?.[0]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  </>
);
