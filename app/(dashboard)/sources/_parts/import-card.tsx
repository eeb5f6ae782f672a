'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { type Choices, discardImport, importsQuery, inspectImport, startImport } from '@/lib/client/sources';
import type { ImportView } from '@/lib/core/imports/view';
import { ChoicesForm } from './choices-form';
import { FindingView } from './finding-view';
import { ImportProgress } from './import-progress';
import { ImportResultView } from './import-result-view';
import { bytesInWords, momentInWords } from './words';

const states: Record<ImportView['status'], [word: string, tone: Tone]> = {
  uploaded: ['to confirm', 'accent'],
  queued: ['waiting', 'neutral'],
  running: ['loading', 'accent'],
  done: ['loaded', 'ok'],
  refused: ['not loaded', 'over'],
  interrupted: ['interrupted', 'over'],
};

/** One file: what it is, what it needs, how far it is, what became of it. */
export function ImportCard({ row, mayImport, open }: { row: ImportView; mayImport: boolean; open: boolean }) {
  const cache = useQueryClient();
  const say = useNotice();
  const [choices, setChoices] = useState<Choices>({});
  const after = {
    onError: (e: Error) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: importsQuery().queryKey }),
  };
  const start = useMutation({ mutationFn: () => startImport(row.id, choices), ...after });
  const look = useMutation({ mutationFn: (c: Choices) => inspectImport(row.id, c), ...after });
  const discard = useMutation({ mutationFn: () => discardImport(row.id), ...after });
  const [word, tone] = stateOf(row);
  const canStart = row.status === 'uploaded' || row.status === 'interrupted' || row.status === 'refused';
  const problem = row.finding?.problem;
  const needsChoice = row.finding?.choice ?? row.result?.choice;
  return (
    <article aria-label={row.fileName} className="border-line border-t py-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-all text-14">{row.fileName}</h3>
        <Badge tone={tone}>{word}</Badge>
        <p className="text-12 text-ink-3">
          {bytesInWords(row.bytes)} · {row.createdByName} · {momentInWords(row.createdAt)}
        </p>
        {mayImport && canStart && (
          <div className="ml-auto flex gap-2">
            {!problem && (row.finding || row.status === 'interrupted') && (
              <Button size="small" tone="primary" busy={start.isPending && 'Starting'} onClick={() => start.mutate()}>
                {row.status === 'uploaded' ? 'Import' : 'Try again'}
              </Button>
            )}
            <Button size="small" busy={discard.isPending && 'Discarding'} onClick={() => discard.mutate()}>
              Discard
            </Button>
          </div>
        )}
      </header>
      {row.status === 'uploaded' && !row.finding && <p className="pt-1 text-13 text-ink-2">Looking at its content …</p>}
      {(row.status === 'running' || row.status === 'queued') && <ImportProgress row={row} />}
      {row.status === 'interrupted' && <p className="pt-1 text-13 text-over">{row.reason}</p>}
      {problem && row.status !== 'done' && (
        <p role="alert" className="max-w-prose pt-1 text-13 text-over">
          {problem}
        </p>
      )}
      {mayImport && canStart && (needsChoice || problem) && (
        <ChoicesForm
          needed={needsChoice ?? 'format'}
          busy={look.isPending}
          onChoose={(c) => {
            setChoices(c);
            look.mutate(c);
          }}
        />
      )}
      {row.status === 'uploaded' && row.finding && !problem && <FindingView finding={row.finding} />}
      {(row.status === 'done' || row.status === 'refused') && row.result && <ImportResultView row={row} result={row.result} open={open} />}
    </article>
  );
}

function stateOf({ status, result }: ImportView): [string, Tone] {
  if (status === 'done' && result?.outcome === 'unchanged') return ['already loaded', 'neutral'];
  if (status === 'done' && result && result.rejected > 0) return [`loaded, ${result.rejected} rejected`, 'warn'];
  return states[status];
}
