import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { momentText } from '@/components/filters/period-words';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { orNotFound } from '@/lib/http/or-not-found';
import { getTaskRun, type TaskRunRow } from '@/lib/services/tasks/get-task-run';
import { Calls } from './_parts/calls';

export const metadata: Metadata = { title: 'Task' };

export default async function TaskRunPage({ params }: PageProps<'/tasks/runs/[id]'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect(`/tasks/runs/${id}`);
  const run = await orNotFound(() => getTaskRun(actor, id));
  const [first] = run.rows as [TaskRunRow, ...TaskRunRow[]];
  const seconds = (Date.parse(first.endedAt) - Date.parse(first.startedAt)) / 1000;
  const sum = (pick: (r: TaskRunRow) => number) => run.rows.reduce((n, r) => n + pick(r), 0);
  const facts: [string, ReactNode][] = [
    ['On the bill', <Amounts key="c" rows={run.rows.map((r) => [r.cost, r.currency])} none="no bill says anything of it" />],
    ['At list prices, est.', <Amounts key="l" rows={run.rows.map((r) => [r.listCost, r.listCurrency])} none="not priced" />],
    ['Calls', `${sum((r) => r.requests).toLocaleString('en')}${sum((r) => r.failed) ? `, ${sum((r) => r.failed)} failed` : ''}`],
    ['Tokens', <Quantity key="t" amount={String(sum((r) => Number(r.tokens)))} />],
    ['Took', duration(seconds)],
    ['Ended', first.succeeded === null ? 'not said' : first.succeeded ? 'successfully' : 'without success'],
  ];
  const said: [string, string | null][] = [
    ['Task type', first.taskType],
    ['Customer', first.customer],
    ['Feature', first.feature],
    ['Team', first.team],
    ['Agent', first.agent],
    ['Person', first.user],
  ];
  return (
    <>
      <PageHeader
        title="Task"
        note={
          <>
            <span className="font-mono text-12">
              <Name>{first.taskId}</Name>
            </span>{' '}
            · {momentText(first.startedAt)}
          </>
        }
        actions={
          <Link href="/tasks?tab=outliers" className="text-13 text-ink-2 underline underline-offset-3 hover:text-ink">
            All outliers
          </Link>
        }
      />
      <PageBody>
        {run.isLoop && (
          <p className="pb-4 text-13">
            <Badge tone="over">Loop</Badge> Its prompt grew {Math.max(...run.rows.map((r) => r.growingCalls))} times from call to call: it
            carries along all that was said before, or repeats itself.
          </p>
        )}
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 pb-5 sm:grid-cols-3 wide:grid-cols-6">
          {facts.map(([word, value]) => (
            <div key={word}>
              <dt className="text-12 text-ink-3">{word}</dt>
              <dd className="text-20">{value}</dd>
            </div>
          ))}
        </dl>
        <dl className="flex flex-wrap gap-x-6 gap-y-1 pb-5 text-13">
          {said
            .filter(([, value]) => value !== null)
            .map(([word, value]) => (
              <div key={word} className="flex gap-1.5">
                <dt className="text-ink-3">{word}</dt>
                <dd>
                  <Name>{value ?? ''}</Name>
                </dd>
              </div>
            ))}
        </dl>
        <Panel title="Calls in order" note="Counts, times and costs. No prompt and no answer is kept anywhere. Keys: j next, k before.">
          <Calls events={run.events} />
          {run.left > 0 && (
            <p className="pt-2 text-12 text-ink-3">
              The first {run.events.length} calls; {run.left.toLocaleString('en')} more are in the sums above.
            </p>
          )}
        </Panel>
      </PageBody>
    </>
  );
}

function Amounts({ rows, none }: { rows: readonly (readonly [string | null, string | null])[]; none: string }) {
  const known = rows.filter(([amount, currency]) => amount !== null && currency !== null);
  if (known.length === 0) return <span className="text-14 text-ink-2">{none}</span>;
  return known.map(([amount, currency], i) => (
    <span key={currency}>
      {i > 0 && ' + '}
      <Money amount={amount ?? '0'} currency={currency ?? ''} />
    </span>
  ));
}

const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds.toFixed(1)} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
