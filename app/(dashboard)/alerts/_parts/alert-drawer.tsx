'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field } from '@/components/ui/field';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type AlertAct, alertCountKey, changeAlert } from '@/lib/client/alerts';
import { api } from '@/lib/client/api';
import type { AlertItem } from '@/lib/services/alerts/inbox';
import { AlertStory } from './alert-story';
import { IgnoreDialog } from './ignore-dialog';
import { lastDayWords, momentWords, severityWords, statusWords } from './words';

/** One alert: what crossed what, the way to the charges, who said what, and where it was sent. */
export function AlertDrawer({ id, mayWrite, me, onClose }: { id: number; mayWrite: boolean; me: string; onClose: () => void }) {
  const router = useRouter();
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const [ignoring, setIgnoring] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['alert', id],
    queryFn: () => api<AlertItem>(`/api/v1/alerts/${id}`),
    retry: false,
    placeholderData: undefined, // one alert must not stand under the name of another
  });
  const change = useMutation({
    mutationFn: (body: AlertAct) => changeAlert<AlertItem>(id, body),
    onSuccess: (item, { action }) => {
      cache.setQueryData(['alert', id], item);
      void cache.invalidateQueries({ queryKey: alertCountKey });
      setIgnoring(false);
      if (action !== 'assign') setNote('');
      router.refresh();
    },
  });
  const say = (action: AlertAct['action']) => change.mutate({ action, ...(note.trim() && { note: note.trim() }) });
  return (
    <Dialog
      open
      kind="side"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={data?.title ?? 'Alert'}
      actions={mayWrite && data && <Steps status={data.status} say={say} onIgnore={() => setIgnoring(true)} busy={change.isPending} />}
    >
      {error ? (
        <ErrorState title="It cannot be shown" detail={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton shape="rows" rows={6} />
      ) : (
        <div className="grid gap-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
            <Badge tone={severityWords[data.severity]?.[1]}>{severityWords[data.severity]?.[0]}</Badge>
            <Badge tone={statusWords[data.status]?.[1]}>{statusWords[data.status]?.[0]}</Badge>
            <span>{momentWords(data.occurredAt)}</span>
            {data.dataCompleteTo && <span>Data complete to {lastDayWords(data.dataCompleteTo)}</span>}
          </p>
          <dl className="border-line border-t text-13">
            {[...data.facts, { label: 'Assigned to', value: data.assignee ?? 'nobody' }].map((f) => (
              <div key={f.label} className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3 border-line border-b py-1.5">
                <dt className="text-ink-2">{f.label}</dt>
                <dd className="break-words tabular-nums">
                  <bdi>{f.value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap gap-2">
            <LinkButton tone="primary" href={data.link}>
              {wayTo(data.link)}
            </LinkButton>
            {mayWrite && data.assignee !== me && (
              <Button onClick={() => change.mutate({ action: 'assign', assignee: me })}>Assign to me</Button>
            )}
            {mayWrite && data.assignee === me && (
              <Button onClick={() => change.mutate({ action: 'assign', assignee: null })}>Give it back</Button>
            )}
          </div>
          {mayWrite && (
            <div className="grid gap-2">
              <Field label="Comment" optional error={change.error?.message}>
                {(control) => (
                  <textarea
                    {...control}
                    value={note}
                    onChange={(e) => setNote(e.target.value)}
                    rows={2}
                    maxLength={2_000}
                    className={controlClass(Boolean(change.error), 'h-auto! py-2')}
                  />
                )}
              </Field>
              <Button size="small" className="justify-self-start" disabled={!note.trim()} onClick={() => say('comment')}>
                Write comment
              </Button>
            </div>
          )}
          <AlertStory item={data} />
        </div>
      )}
      {ignoring && (
        <IgnoreDialog
          count={1}
          onClose={() => setIgnoring(false)}
          onIgnore={(reason) => change.mutate({ action: 'ignore', note: reason })}
        />
      )}
    </Dialog>
  );
}

/** What can be done with it in the state it is in. */
const Steps = ({
  status,
  say,
  onIgnore,
  busy,
}: {
  status: string;
  say: (action: AlertAct['action']) => void;
  onIgnore: () => void;
  busy: boolean;
}) => {
  const isClosed = status === 'resolved' || status === 'ignored';
  if (isClosed)
    return (
      <Button disabled={busy} onClick={() => say('reopen')}>
        Open again
      </Button>
    );
  return (
    <>
      <Button disabled={busy} onClick={onIgnore}>
        Ignore
      </Button>
      <Button disabled={busy} onClick={() => say('resolve')}>
        Resolve
      </Button>
      {status === 'new' && (
        <Button tone="primary" disabled={busy} onClick={() => say('acknowledge')}>
          Acknowledge
        </Button>
      )}
    </>
  );
};

/** Where its link leads, in words. */
function wayTo(link: string): string {
  if (link.startsWith('/costs')) return 'Open the charges';
  if (link.startsWith('/agreements')) return 'Open the agreement';
  if (link.startsWith('/sources')) return 'Open the sources';
  return link.includes('tab=channels') ? 'Open the channels' : 'Open what is behind it';
}
