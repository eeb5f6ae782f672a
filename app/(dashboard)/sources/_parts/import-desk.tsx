'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { Progress } from '@/components/ui/progress';
import { importsQuery, inspectImport, startImport, uploadFile } from '@/lib/client/sources';
import { DropZone } from './drop-zone';
import { ImportCard } from './import-card';

interface Sending {
  key: string;
  name: string;
  part: number;
  problem: string | null;
}

const NEWEST = 8;

/** Drop, look, confirm, watch. What is on its way lives on the server: a reload loses nothing but an upload that is being sent. */
export function ImportDesk({ mayImport, focus }: { mayImport: boolean; focus: number | null }) {
  const cache = useQueryClient();
  const say = useNotice();
  const { data, error, refetch } = useQuery(importsQuery());
  const [sending, setSending] = useState<Sending[]>([]);
  const refresh = () => cache.invalidateQueries({ queryKey: importsQuery().queryKey });
  const update = (key: string, change: Partial<Sending>) =>
    setSending((list) => list.map((s) => (s.key === key ? { ...s, ...change } : s)));

  async function send(files: File[]) {
    const batch = files.map((file) => ({ file, key: crypto.randomUUID() }));
    setSending((list) => [...list, ...batch.map(({ file, key }) => ({ key, name: file.name, part: 0, problem: null }))]);
    for (const { file, key } of batch) {
      try {
        const { id } = await uploadFile(file, (part) => update(key, { part }));
        setSending((list) => list.filter((s) => s.key !== key));
        await refresh();
        await inspectImport(id, {});
      } catch (e) {
        update(key, { problem: e instanceof Error ? e.message : String(e) });
      }
      await refresh();
    }
  }

  const [all, setAll] = useState(false);
  // What waits for somebody is always shown; of what is finished, the newest.
  const shown = data?.filter((i, n) => all || i.id === focus || i.status !== 'done' || n < NEWEST) ?? [];
  const ready = data?.filter((i) => i.status === 'uploaded' && i.finding && !i.finding.problem) ?? [];
  const confirmAll = useMutation({
    mutationFn: async () => {
      for (const i of [...ready].reverse()) await startImport(i.id);
    },
    onError: (e) => say(e.message, { tone: 'over' }),
    onSettled: refresh,
  });
  useFiguresAnew(data?.filter((i) => i.status === 'done').length);

  return (
    <>
      {mayImport ? (
        <div className="py-4">
          <DropZone onFiles={send} />
        </div>
      ) : (
        <p className="py-4 text-13 text-ink-2">Importing needs the role editor. Ask an administrator of your organisation.</p>
      )}
      <Panel
        title="Files"
        note="Newest first. A file that was loaded can be taken back under History."
        actions={
          ready.length > 1 && (
            <Button tone="primary" busy={confirmAll.isPending && 'Starting'} onClick={() => confirmAll.mutate()}>
              Import {ready.length} files
            </Button>
          )
        }
      >
        {sending.map((s) => (
          <div key={s.key} className="grid gap-2 border-line border-t py-3">
            <p className="text-14">{s.name}</p>
            {s.problem ? (
              <p role="alert" className="text-13 text-over">
                {s.problem}
              </p>
            ) : (
              <Progress label={`Uploading ${s.name}`} value={s.part} text={`Uploading, ${Math.round(s.part * 100)} %`} />
            )}
          </div>
        ))}
        {shown.map((i) => (
          <ImportCard key={i.id} row={i} mayImport={mayImport} open={i.id === focus} />
        ))}
        {data && shown.length < data.length && (
          <div className="border-line border-t pt-3">
            <Button size="small" onClick={() => setAll(true)}>
              Show {data.length - shown.length} older files
            </Button>
          </div>
        )}
        {data?.length === 0 && sending.length === 0 && (
          <EmptyState
            title="No file yet"
            reason="What you drop above shows here: what it was recognised as, how far it is, and what became of it."
          />
        )}
        {!data &&
          (error ? (
            <ErrorState title="The files could not be listed" detail={error.message} onRetry={() => refetch()} />
          ) : (
            <Skeleton shape="rows" rows={4} />
          ))}
      </Panel>
    </>
  );
}

/** A finished import changes every figure: what other pages have in their cache is asked for again. */
function useFiguresAnew(done: number | undefined): void {
  const cache = useQueryClient();
  const before = useRef(done);
  useEffect(() => {
    if (before.current !== undefined && done !== undefined && done > before.current)
      void cache.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'imports' });
    before.current = done;
  }, [done, cache]);
}
