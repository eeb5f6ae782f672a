import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { Name } from '@/components/figures/name';
import { whatIfLink } from '@/components/filters/what-if-href';
import { formatMoney, formatPercent } from '@/lib/core/money/format';
import { unitFigure } from '@/lib/core/money/unit-figure';
import { ENOUGH_TASKS } from '@/lib/core/units/quality';
import { NO_TYPE } from '@/lib/core/units/task-query';
import { channels } from '@/lib/core/usage/channels';
import { noneText } from '@/lib/core/what-if/cheapest';
import type { TaskLine, TasksHead } from '@/lib/services/tasks/get-tasks';
import type { TypeAlternative } from '@/lib/services/what-if/cheapest-alternatives';
import type { Extras } from './extras';
import { count, percent, seconds } from './figures';
import { retriesOf } from './sort-types';
import type { TaskView } from './view';

interface LateProps {
  extras: Extras;
  type: TaskLine;
}

/** Keeps the room of what is still asked for. */
const Late = ({ className, children }: { className: string; children: ReactNode }) => (
  <Suspense fallback={<span aria-hidden="true" className={`skeleton inline-block align-middle ${className}`} />}>{children}</Suspense>
);
const Missing = () => (
  <span className="text-ink-3" title="It could not be reckoned this time; load the page again">
    no answer
  </span>
);

/** In how many tasks a call failed and another was made. */
export const RetriesCell = (props: LateProps) => (
  <Late className="h-3 w-9">
    <Retries {...props} />
  </Late>
);
async function Retries({ extras, type }: LateProps) {
  const quality = await extras.quality;
  if (quality === null) return <Missing />;
  return percent(
    retriesOf(
      type,
      quality.find((q) => q.taskType === type.group),
    ),
    1,
  );
}

/** How long 95 in 100 calls took at most. */
export const LatencyCell = (props: LateProps) => (
  <Late className="h-3 w-9">
    <Latency {...props} />
  </Late>
);
async function Latency({ extras, type }: LateProps) {
  const quality = await extras.quality;
  if (quality === null) return <Missing />;
  return seconds(quality.find((q) => q.taskType === type.group)?.p95Ms ?? null);
}

interface AlternativeProps extends LateProps {
  head: TasksHead;
  view: TaskView;
}

/** What a task would save there; nothing where nothing is cheaper. */
export const SavingCell = (props: AlternativeProps) => (
  <Late className="h-3 w-16">
    <Saving {...props} />
  </Late>
);
async function Saving({ extras, type, head }: AlternativeProps) {
  const own = (await extras.alternatives)?.find((a) => a.taskType === type.group);
  if (!own?.best || own.savingPerTask === null) return '–';
  const share = formatPercent((-own.best.change).toFixed(6), { digits: 0 });
  return (
    <span
      title={`${formatMoney(own.best.saving, own.currency).figure} ${own.currency} over these days, ${share} of what ${own.from.model} comes to at list price`}
    >
      {own.leftOut > 0 && '≥ '}
      {unitFigure(own.savingPerTask, own.currency)}
      {own.currency !== head.currency && <span className="text-[0.86em] text-ink-3"> {own.currency}</span>}
      <span className="text-ink-3"> · {share}</span>
    </span>
  );
}

/** Where its tokens would cost least: the model and the channel, and what speaks for and against. */
export const AlternativeCell = (props: AlternativeProps) => (
  <Late className="h-8 w-52">
    <Alternative {...props} />
  </Late>
);
async function Alternative({ extras, type, head, view }: AlternativeProps) {
  const alternatives = await extras.alternatives;
  if (alternatives === null) return <Missing />;
  const own = alternatives.find((a) => a.taskType === type.group);
  if (!own || own.from.events === 0) return <span className="text-ink-2">not priced</span>;
  const link = (place: NonNullable<TypeAlternative['best']>) => (
    <Link
      className="underline decoration-line underline-offset-3 hover:decoration-current"
      prefetch={false}
      href={whatIfLink({ ...head.period, task: own.taskType ?? NO_TYPE, team: view.team, model: own.from.model, a: place.assumptions })}
    >
      <Place own={own} place={place} />
    </Link>
  );
  return (
    <span className="grid max-w-96 py-1">
      <span className="truncate">{own.best ? link(own.best) : noneText(own.places)}</span>
      <span className="line-clamp-2 text-12 text-ink-3">{own.best ? <Evidence own={own} link={link} /> : <Why own={own} />}</span>
    </span>
  );
}

function Place({ own, place }: { own: TypeAlternative; place: NonNullable<TypeAlternative['best']> }) {
  const on = place.channel ?? (own.from.channels.length === 1 ? own.from.channels[0] : null);
  const where = [on && channels[on], place.region, place.deployment?.replaceAll('_', ' ')].filter(Boolean).join(', ');
  return (
    <>
      <Name>{place.model}</Name>
      {where && ` · ${where}`}
    </>
  );
}

function Evidence({ own, link }: { own: TypeAlternative; link: (place: NonNullable<TypeAlternative['best']>) => ReactNode }) {
  const { best, proven, tried, from } = own;
  if (!best) return null;
  if (best.model === from.model) return `the same model, instead of ${where(own)}`;
  if (tried && tried.tasks >= ENOUGH_TASKS)
    return tried.success === null
      ? `${count(tried.tasks)} of these tasks ran on it; nobody says how they ended`
      : `${percent(tried.success, 1)} of ${count(tried.tasks)} such tasks succeed on it`;
  const few = tried ? `only ${count(tried.tasks)} such tasks tried on it` : 'not tried for these tasks';
  return proven ? (
    <>
      {few}; tried: {link(proven)}
    </>
  ) : (
    `${few}, instead of ${from.model}`
  );
}

const where = ({ from }: TypeAlternative): string => from.channels.map((c) => channels[c]).join(' and ');

/** Nothing that may be is cheaper; what would be, and why it may not. */
function Why({ own }: { own: TypeAlternative }) {
  const { ruledOut, from } = own;
  const here = `than ${from.model} on ${where(own)}`;
  if (!ruledOut) {
    const { asked, unpriced } = own.places;
    return unpriced === 0 ? here : unpriced < asked ? `the others are not cheaper ${here}` : `they may be cheaper ${here}, or not`;
  }
  const why = ruledOut.why.map((w) => w.replace(`${ruledOut.model} on ${ruledOut.channel}: `, '')).join('; ');
  return (
    <span title={why}>
      <Place own={own} place={ruledOut} />, {formatPercent((-ruledOut.change).toFixed(6), { digits: 0 })}: {why}
    </span>
  );
}
