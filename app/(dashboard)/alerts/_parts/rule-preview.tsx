'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { longDay, shortDay } from '@/components/charts/prepare/days';
import { previewRule } from '@/lib/client/alerts';
import { formatCompact } from '@/lib/core/money/format';
import { addDays } from '@/lib/core/time/days';
import type { RulePreview } from '@/lib/services/alerts/preview-rule';
import { inputOf, isWhole, type RuleDraft } from './rule-draft';

/** What the rule of the form would have told in the last 90 days; follows what is typed. */
export function RulePreviewBox({ draft }: { draft: RuleDraft }) {
  const ready = isWhole(draft);
  const input = { ...inputOf(draft), name: draft.name.trim() || 'This rule' };
  const { data, error, isFetching } = useQuery({
    queryKey: ['rule-preview', JSON.stringify(input)],
    queryFn: ({ signal }) => previewRule<RulePreview>(input, signal),
    enabled: ready,
    retry: false,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  return (
    <section
      aria-label="Look back"
      aria-busy={isFetching}
      className="sticky -bottom-4 -mx-5 -mb-4 min-h-44 border-line border-t bg-surface-2 px-5 pt-3 pb-4"
    >
      {!ready ? (
        <p className="text-13 text-ink-2">Type an amount, and the last 90 days stand here.</p>
      ) : error ? (
        <p className="break-words text-13 text-over">{error.message}</p>
      ) : data ? (
        <Past preview={data} dimmed={isFetching} />
      ) : (
        <p className="text-13 text-ink-2">Looking back …</p>
      )}
    </section>
  );
}

function Past({ preview, dimmed }: { preview: RulePreview; dimmed: boolean }) {
  const { fired, news } = preview;
  const count = fired.length === 0 ? 'not have fired' : fired.length === 1 ? 'have fired once' : `have fired ${fired.length} times`;
  return (
    <div className={clsx('grid gap-2', dimmed && 'opacity-60')}>
      <p className="text-13" aria-live="polite">
        <span className="font-strong">Would {count} in the last 90 days.</span>{' '}
        {news > 0 && (
          <span className="text-ink-2">
            {news === 1 ? 'One is' : `${news} are`} news: saving the rule tells {news === 1 ? 'it' : 'them'}.
          </span>
        )}
      </p>
      <Days preview={preview} />
      {fired.length > 0 && (
        <details className="text-12">
          <summary className="w-fit cursor-pointer rounded-1 text-ink-2 hover:text-ink">What it would have told</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys */}
          <ol tabIndex={0} aria-label="What it would have told" className="mt-1 grid max-h-36 gap-1 overflow-y-auto text-ink-2">
            {[...fired].reverse().map((f) => (
              <li key={`${f.day} ${f.title}`} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-2">
                <time dateTime={f.day} className="text-ink-3">
                  {shortDay(f.day)}
                </time>
                <bdi className="break-words">{f.title}</bdi>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** A bar a day; the days on which it would have fired are red with a mark below, so that no colour is needed to find them. */
function Days({ preview: { from, to, fired, cost } }: { preview: RulePreview }) {
  const firedOn = new Set(fired.map((f) => f.day));
  const amounts = new Map(cost?.days.map((d) => [d.day, Number(d.amount)]));
  const last = cost?.days.at(-1)?.day;
  const end = last !== undefined && last >= to ? addDays(last, 1) : to;
  const days: string[] = [];
  for (let day = from; day < end; day = addDays(day, 1)) days.push(day);
  const most = Math.max(0, ...amounts.values());
  const largest = cost?.days.reduce((a, b) => (Number(b.amount) > Number(a.amount) ? b : a), { day: '', amount: '0' });
  const words = fired.length ? `It would have fired on ${[...firedOn].map(longDay).join(', ')}.` : 'It would have fired on no day.';
  return (
    <figure className="grid gap-0.5">
      <div role="img" aria-label={`${cost ? 'Cost by day of what it watches. ' : ''}${words}`} className="flex h-16 items-end gap-px">
        {days.map((day) => (
          <span key={day} className="flex h-full min-w-0 flex-1 flex-col justify-end">
            <span
              className={clsx('block w-full', firedOn.has(day) ? 'bg-over' : 'bg-edge')}
              style={{ height: most > 0 ? `${(Math.max(0, amounts.get(day) ?? 0) / most) * 100}%` : '1px' }}
            />
            <span className={clsx('mt-0.5 block h-1.5 w-full', firedOn.has(day) ? 'bg-over' : 'bg-transparent')} />
          </span>
        ))}
      </div>
      <figcaption className="flex justify-between gap-3 text-12 text-ink-3">
        <span>{shortDay(from)}</span>
        {cost && largest && most > 0 && (
          <span>
            highest {formatCompact(largest.amount, cost.currency).figure} {cost.currency}, {shortDay(largest.day)}
          </span>
        )}
        <span>{shortDay(days.at(-1) ?? from)}</span>
      </figcaption>
    </figure>
  );
}
