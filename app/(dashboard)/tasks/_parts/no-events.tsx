import Link from 'next/link';
import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { ScrollFrame } from '@/components/ui/scroll-frame';
import type { TasksHead } from '@/lib/services/tasks/get-tasks';
import { count } from './figures';
import { type TaskView, taskHref } from './view';

const litellm = `curl "$LITELLM_URL/chat/completions" \\
  -H "Authorization: Bearer $LITELLM_KEY" -H "Content-Type: application/json" \\
  -H "x-litellm-spend-logs-metadata: {\\"task\\": \\"support answer\\", \\"task_id\\": \\"ticket-4711\\", \\"customer\\": \\"c-7\\", \\"feature\\": \\"help centre\\"}" \\
  -d '{"model": "gpt-5-mini", "messages": [{"role": "user", "content": "…"}]}'`;

const push = `curl -X POST "$HEADROOM_URL/api/v1/events" \\
  -H "Authorization: Bearer $HEADROOM_TOKEN" -H "Content-Type: application/json" \\
  -d '[{"time": "2026-11-20T10:15:00Z", "event_id": "call-1", "task_id": "ticket-4711", "task_type": "support answer",
        "customer": "c-7", "model": "gpt-5-mini", "channel": "azure", "account": "acme-prod",
        "input_tokens": 1200, "cached_input_tokens": 800, "output_tokens": 150, "outcome": "success"}]'`;

/** Why there is nothing, how the join works, and what to send. */
export function NoTasks({ head, view }: { head: TasksHead; view: TaskView }) {
  const { summary } = head;
  const { everFirst, everLast } = summary;
  if (summary.events === 0 && everFirst && everLast)
    return (
      <EmptyState
        title="Nothing was used in this period"
        reason={`Usage events are known from ${everFirst} to ${everLast}.`}
        actions={
          <LinkButton href={taskHref({ ...view, from: `${everLast.slice(0, 7)}-01`, to: nextMonth(everLast) })}>
            Show {everLast.slice(0, 7)}
          </LinkButton>
        }
      />
    );
  return (
    <>
      <Panel
        className="border-t-0 pt-0"
        title={summary.events === 0 ? 'No usage events yet' : `${count(summary.events)} events, and none belongs to a task`}
      >
        <div className="grid max-w-prose gap-2 text-14">
          <p>
            A bill says what a model cost on a day; a usage event says which call it was, for which task, customer and feature. Headroom
            joins the two by day, channel, account and model, and spreads every line of the bill over the calls behind it, to the last
            digit. Calls that name the same task become one task, and what no call explains stays in sight as unattributed.
          </p>
          <p className="text-13 text-ink-2">No prompt and no answer is ever taken in: send counts of tokens and keys.</p>
        </div>
      </Panel>
      <Example
        title="From LiteLLM"
        text={litellm}
        note="The task and its customer travel in a header of the gateway; its spend logs are then imported with: headroom events import FILE."
      />
      <Example title="From your own program" text={push} note="Up to 5,000 events in a request; one that was sent before counts once." />
      <Panel title="Calls that say nothing of a task">
        <p className="max-w-prose text-13 text-ink-2">
          Where a key, a team or an agent tells what a call was for, a rule names it, for the past as well.{' '}
          <Link className="text-accent underline underline-offset-3" href={taskHref({ ...view, tab: 'rules' })}>
            Write a rule
          </Link>
        </p>
      </Panel>
    </>
  );
}

const Example = ({ title, text, note }: { title: string; text: string; note: string }) => (
  <Panel title={title} note={note} actions={<CopyButton text={text} />}>
    <ScrollFrame label={`${title}, an example`} className="max-w-4xl rounded-2 bg-surface-2 p-3">
      <pre className="font-mono text-12">{text}</pre>
    </ScrollFrame>
  </Panel>
);

function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`;
}
