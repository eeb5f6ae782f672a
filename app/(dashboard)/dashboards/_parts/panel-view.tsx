'use client';

import { HeadroomBar } from '@/components/brand/headroom-bar';
import { shortDay } from '@/components/charts/prepare/days';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { rangeText } from '@/components/filters/period-words';
import { NO_VALUE } from '@/lib/core/budgets/part-name';
import type { PanelAnswer } from '@/lib/core/dashboards/answer';
import { changeOf, changeText } from '@/lib/core/money/change';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import { amountWords, statusWords } from '../../budgets/_parts/words';
import { KeptApart } from './kept-apart';
import { PanelFrame } from './panel-frame';
import { ViewPanel } from './view-panel';

type Of<K extends PanelAnswer['kind']> = Extract<PanelAnswer, { kind: K }>;

interface PanelViewProps {
  answer: PanelAnswer;
  title: string | undefined;
  dimmed?: boolean;
  /** Who can do what about a panel that has no answer any more. */
  advice?: string;
}

/** What one panel says, with the words of whoever made the dashboard above it. */
export function PanelView(props: PanelViewProps) {
  const { answer, title } = props;
  const instead = (
    <PanelFrame title={title ?? <Name>{'name' in answer ? answer.name : 'Text'}</Name>} words="Not shown">
      <NotShown
        reason="It could not be drawn."
        remedy="The other panels stand. Whoever runs Headroom finds why in the log of the server."
      />
    </PanelFrame>
  );
  return (
    <KeptApart instead={instead}>
      <Drawn {...props} />
    </KeptApart>
  );
}

function Drawn({ answer, title, dimmed, advice }: PanelViewProps) {
  switch (answer.kind) {
    case 'view':
      return <ViewPanel answer={answer} title={title} dimmed={dimmed} />;
    case 'budget':
      return <BudgetPanel answer={answer} title={title} />;
    case 'agreement':
      return <AgreementPanel answer={answer} title={title} />;
    case 'unit':
      return <UnitPanel answer={answer} title={title} />;
    case 'text':
      return <TextPanel text={answer.text} title={title} />;
    case 'missing':
      return (
        <PanelFrame title={title ?? <Name>{answer.name}</Name>} words="Not shown" href={answer.href} linkWords="Open in Costs">
          <NotShown reason={answer.reason} remedy={[answer.remedy, answer.isLasting && advice].filter(Boolean).join(' ')} />
        </PanelFrame>
      );
  }
}

/** Why a panel shows nothing, and below it what can be done. */
export const NotShown = ({ reason, remedy }: { reason: string; remedy?: string | undefined }) => (
  <div className="grid max-w-prose gap-1 text-13 [overflow-wrap:anywhere]">
    <p>{reason}</p>
    {remedy && <p className="text-ink-2">{remedy}</p>}
  </div>
);

export const TextPanel = ({ text, title }: { text: string; title: string | undefined }) => (
  <section className="min-w-0 border-line border-t pt-4 pb-6">
    {title && <h2 className="mb-2 text-16">{title}</h2>}
    <p className="max-w-prose whitespace-pre-line text-14 text-ink-2 [overflow-wrap:anywhere]">{text}</p>
  </section>
);

function BudgetPanel({ answer, title }: { answer: Of<'budget'>; title: string | undefined }) {
  const [first] = answer.lines;
  return (
    <PanelFrame
      title={title ?? <Name>{answer.name}</Name>}
      period={first?.window}
      completeTo={answer.completeTo}
      href={answer.href}
      linkWords="Open the budget"
    >
      <ul className="grid gap-3">
        {answer.lines.map((l) => {
          const [word, tone] = statusWords[l.status];
          const colour = { over: 'text-over', warn: 'text-warn', ok: '', accent: '', neutral: '' }[tone];
          return (
            <li key={l.value ?? ''} className="grid gap-2">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-13">
                <span className="min-w-0">
                  {l.value !== null && (
                    <span className="mr-2 font-strong">{l.value === NO_VALUE ? 'Without a value' : <Name>{l.value}</Name>}</span>
                  )}
                  <span className="tabular-nums">
                    {amountWords(l.used, l.currency, l.unpriced)}
                    {l.limit !== null && <span className="text-ink-2"> of {amountWords(l.limit, l.currency)}</span>}
                  </span>
                </span>
                <span className={`text-12 ${colour || 'text-ink-2'}`}>{word}</span>
              </p>
              {l.limit !== null && (
                <HeadroomBar
                  size={12}
                  label={`Budget ${l.value ?? l.budget}`}
                  cap={l.limit}
                  used={l.used}
                  currency={l.currency ?? 'tokens'}
                  thresholds={[0.5, 0.8]}
                  words={null}
                  {...(l.pace !== null && l.window.to > l.completeTo && { pace: l.pace })}
                  {...(l.forecast && { forecast: l.forecast.point })}
                />
              )}
              {l.forecast && (
                <p className="text-12 text-ink-2 tabular-nums">
                  {amountWords(l.forecast.point, l.currency)} expected by the end
                  {l.exhaustedOn && `, the limit is reached on ${dated(l.exhaustedOn)}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {answer.more > 0 && <p className="mt-3 text-12 text-ink-2">and {answer.more} more that use less</p>}
    </PanelFrame>
  );
}

const dated = (day: string) => `${shortDay(day)} ${day.slice(0, 4)}`;

function AgreementPanel({ answer: { name, href, asOf, bar }, title }: { answer: Of<'agreement'>; title: string | undefined }) {
  const { limit, used, left, currency, capReachedOn, capExpected, end, missing, isPromise } = bar;
  const over = isPromise && left?.startsWith('-');
  const dates = [
    capReachedOn ? `cap reached on ${dated(capReachedOn)}` : capExpected ? `cap expected ${dated(capExpected)}` : null,
    end ? `ends ${dated(end)}` : 'open end',
  ].filter(Boolean);
  return (
    <PanelFrame
      title={title ?? <Name>{name}</Name>}
      words={`${rangeText({ from: bar.start, to: asOf }, { year: true })}, as known on ${dated(asOf)}`}
      href={href}
      linkWords="Open the agreement"
    >
      {limit === null || used === null || left === null ? (
        <p className="text-13 text-ink-2">{missing ?? 'It has no cap.'}</p>
      ) : (
        <div className="grid gap-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-13 tabular-nums">
            <span>
              {moneyText(used, currency)} <span className="text-ink-2">of {moneyText(limit, currency)}</span>
            </span>
            <span className="text-12 text-ink-2">{over ? 'kept in full' : `${moneyText(left, currency)} left`}</span>
          </p>
          <HeadroomBar size={12} label={name} cap={limit} used={over ? limit : used} currency={currency} words={null} />
        </div>
      )}
      <p className="mt-2 text-12 text-ink-2">{dates.join(', ')}</p>
    </PanelFrame>
  );
}

function UnitPanel({ answer: { name, href, period, completeTo, unit }, title }: { answer: Of<'unit'>; title: string | undefined }) {
  const { currency, perTask, perTaskBefore, perSuccess, successRate, tasks, target, basis } = unit;
  const isOver = target !== null && perTask !== null && Number(perTask) > Number(target);
  return (
    <PanelFrame title={title ?? <Name>{name}</Name>} period={period} completeTo={completeTo} href={href} linkWords="Open the task type">
      {perTask === null || currency === null ? (
        <p className="text-13 text-ink-2">
          {tasks === 0 ? 'No task of this type in these days.' : `${tasks} tasks, and none of them has a price.`}
        </p>
      ) : (
        <>
          <p className="text-28">
            <Money amount={perTask} currency={currency} />
          </p>
          <p className="text-13 text-ink-2">
            per task, {changeText(changeOf(perTask, perTaskBefore), currency)} {perTaskBefore !== null && 'against the 30 days before'}
          </p>
          <ul className="mt-2 text-12 text-ink-2 tabular-nums">
            {target !== null && (
              <li className={isOver ? 'text-over' : undefined}>
                {isOver ? 'over' : 'within'} the target of {moneyText(target, currency)}
              </li>
            )}
            <li>
              {new Intl.NumberFormat('en').format(tasks)} tasks
              {successRate !== null && `, ${formatPercent(successRate, { digits: 0 })} succeed`}
            </li>
            {perSuccess !== null && <li>{moneyText(perSuccess, currency)} per successful task</li>}
            <li>{basis === 'invoice' ? 'as the bills say' : 'at list prices'}</li>
          </ul>
        </>
      )}
    </PanelFrame>
  );
}
