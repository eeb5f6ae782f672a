'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { changeConnection, deleteConnection, pullConnection, testConnection } from '@/lib/client/connections';
import type { ConnectionDetail, TestAnswer } from '@/lib/core/connections/view';

interface ActionsProps {
  connection: ConnectionDetail;
  onAnswer: (answer: TestAnswer | null) => void;
}

/** What an administrator can do with a connection. */
export function ConnectionActions({ connection: c, onAnswer }: ActionsProps) {
  const cache = useQueryClient();
  const router = useRouter();
  const say = useNotice();
  const act = useMutation({
    mutationFn: async ({ work }: { key: string; work: () => Promise<unknown>; words: string }) => work(),
    onSuccess: (_, { words }) => {
      if (words) say(words);
    },
    onError: (e) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['connections'] }),
  });
  const busy = (key: string, words: string) => act.isPending && act.variables?.key === key && words;
  const test = async () => {
    onAnswer(null);
    onAnswer(await testConnection(c.id));
  };
  const isPulling = c.state.health === 'pulling';
  return (
    <>
      <Button onClick={() => act.mutate({ key: 'test', work: test, words: '' })} busy={busy('test', 'Asking')}>
        Test
      </Button>
      <Button
        tone="primary"
        disabled={isPulling}
        onClick={() => act.mutate({ key: 'pull', work: () => pullConnection(c.id), words: `${c.name} is pulled within seconds` })}
        busy={busy('pull', 'Asking')}
      >
        Pull now
      </Button>
      <BackFill connection={c} />
      <Button
        onClick={() =>
          act.mutate({
            key: 'turn',
            work: () => changeConnection(c.id, { enabled: !c.enabled }),
            words: c.enabled ? `${c.name} is paused` : `${c.name} is pulled again`,
          })
        }
        busy={busy('turn', 'Saving')}
      >
        {c.enabled ? 'Pause' : 'Resume'}
      </Button>
      <LinkButton href={`/sources/connections/${c.id}/edit`}>Edit</LinkButton>
      <Dialog
        trigger={<Button tone="danger">Delete</Button>}
        title={`Delete "${c.name}"?`}
        description="Its secret and the history of its pulls are forgotten. What it has loaded stays and counts."
        actions={
          <Button
            tone="danger"
            onClick={() =>
              act.mutate({
                key: 'delete',
                work: () => deleteConnection(c.id).then(() => router.push('/sources/connections')),
                words: `${c.name} is deleted`,
              })
            }
            busy={busy('delete', 'Deleting')}
          >
            Delete connection
          </Button>
        }
      />
    </>
  );
}

/** Everything since a day once more, such as after a provider has restated a year. */
function BackFill({ connection: c }: { connection: ConnectionDetail }) {
  const cache = useQueryClient();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(c.from);
  const [error, setError] = useState<string | null>(null);
  const ask = () =>
    pullConnection(c.id, from).then(
      () => {
        setOpen(false);
        setError(null);
        say(`${c.name} is read again since ${from}`);
        return cache.invalidateQueries({ queryKey: ['connections'] });
      },
      (e: Error) => setError(e.message),
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Back-fill</Button>}
      title="Back-fill"
      description="Reads everything since a day once more. Versions that are loaded already are not fetched again."
      actions={
        <Button tone="primary" onClick={ask} disabled={!from}>
          Back-fill
        </Button>
      }
    >
      <TextField label="From day" type="date" value={from} onChange={(e) => setFrom(e.target.value)} error={error} />
    </Dialog>
  );
}
