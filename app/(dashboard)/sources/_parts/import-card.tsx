'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Name } from '@/components/figures/name';
import { Badge, Chip, type Tone } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { type Choices, discardImport, importsQuery, inspectImport, startImport } from '@/lib/client/sources';
import type { ImportView } from '@/lib/core/imports/view';
import { type ChoiceName, ChoicesForm, choiceText } from './choices-form';
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
  const after = {
    onError: (e: Error) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: importsQuery().queryKey }),
  };
  const start = useMutation({ mutationFn: () => startImport(row.id), ...after });
  const look = useMutation({ mutationFn: (c: Choices) => inspectImport(row.id, c), ...after });
  const discard = useMutation({ mutationFn: () => discardImport(row.id), ...after });
  const [word, tone] = stateOf(row);
  const canStart = row.status === 'uploaded' || row.status === 'interrupted' || row.status === 'refused';
  const problem = row.finding?.problem;
  const needed = neededBy(row);
  const chosen = Object.entries(row.choices);
  return (
    <article aria-label={row.fileName} className="border-line border-t py-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-all text-14">
          <Name>{row.fileName}</Name>
        </h3>
        <Badge tone={tone}>{word}</Badge>
        <p className="text-12 text-ink-3">
          {bytesInWords(row.bytes)} · {row.createdByName} · {momentInWords(row.createdAt)}
        </p>
        {mayImport && canStart && (
          <div className="ml-auto flex gap-2">
            {!problem && !needed && (row.finding || row.status === 'interrupted') && (
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
      {problem && row.status !== 'done' && problem !== row.result?.reason && (
        <p role="alert" className="max-w-prose pt-1 text-13 text-over">
          {problem}
        </p>
      )}
      {mayImport && canStart && chosen.length > 0 && (
        <ul aria-label="What was said about the file" className="flex flex-wrap gap-2 pt-2">
          {chosen.map(([key, value]) => (
            <li key={key}>
              <Chip onRemove={() => look.mutate({ [key]: null })} removeLabel={`Take back: ${choiceText(key, value)}`}>
                {choiceText(key, value)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {mayImport && canStart && row.finding?.isMappable && <MapLink row={row} />}
      {mayImport && canStart && needed && (
        <ChoicesForm key={needed} needed={needed} busy={look.isPending} onChoose={(c) => look.mutate(c)} />
      )}
      {row.status === 'uploaded' && row.finding && !problem && <FindingView finding={row.finding} />}
      {mayImport && canStart && row.finding && !row.finding.isMappable && <MapLink row={row} />}
      {(row.status === 'done' || row.status === 'refused') && row.result && <ImportResultView row={row} result={row.result} open={open} />}
    </article>
  );
}

/** To the screen where its columns are mapped: the way on for a file that nobody knows, another way for the rest. */
function MapLink({ row: { id, finding } }: { row: ImportView }) {
  const words = finding?.isMappable
    ? 'Map its columns'
    : finding?.mapping
      ? `Change the mapping "${finding.mapping}"`
      : 'Map its columns instead';
  return (
    <p className="pt-2">
      <LinkButton
        size="small"
        tone={finding?.isMappable ? 'primary' : 'quiet'}
        href={`/sources/map/${id}`}
        className={finding?.isMappable ? undefined : '-ml-2'}
      >
        {words}
      </LinkButton>
    </p>
  );
}

/** What must be said before the file can be loaded: asked only where another answer could help. */
function neededBy({ finding, result, choices }: ImportView): ChoiceName | undefined {
  return finding?.choice ?? result?.choice ?? (finding?.problem && choices.format ? 'format' : undefined);
}

function stateOf({ status, result, finding }: ImportView): [string, Tone] {
  if (status === 'uploaded' && finding?.problem) return finding.choice ? ['needs an answer', 'warn'] : ['cannot be loaded', 'over'];
  if (status === 'done' && result?.outcome === 'unchanged') return ['already loaded', 'neutral'];
  if (status === 'done' && result && result.rejected > 0) return [`loaded, ${result.rejected} rejected`, 'warn'];
  return states[status];
}
