import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { momentText } from '@/components/filters/period-words';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { channels } from '@/lib/core/usage/channels';
import type { WhatIf } from '@/lib/services/what-if/run-what-if';
import type { SavedScenario } from '@/lib/services/what-if/scenarios';
import { SideEffectsPanel } from './side-effects-panel';
import { type WhatIfView, whatIfHref } from './view';

const percent = (change: number | null) =>
  change === null ? '–' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change * 100).toFixed(1)} %`;

/** Actual beside scenario, both at list price; what has no price on one side is on neither. */
export function ResultPanels({ data, view, saved }: { data: WhatIf; view: WhatIfView; saved: SavedScenario | null }) {
  if (data.scope.events === 0)
    return (
      <EmptyState
        title="No use in this period and scope"
        reason="What-if prices what was called. Load usage events, or choose other days."
      />
    );
  return (
    <>
      <Totals data={data} saved={saved} />
      <Panel
        title="By task type"
        note="List price on both sides, each event at the price of its own day."
        actions={<ExportLinks data={data} view={view} />}
      >
        <Table
          caption="Actual and scenario by task type"
          rows={data.lines}
          rowKey={(l) => `${l.currency} ${l.taskType}`}
          empty="Nothing of it could be priced on both sides."
          columns={[
            { key: 'task', header: 'Task type', className: 'min-w-40', cell: (l) => l.taskType ?? 'No task type' },
            { key: 'events', header: 'Events', numeric: true, cell: (l) => <Quantity amount={String(l.events)} /> },
            { key: 'actual', header: 'As it was (est.)', numeric: true, cell: (l) => <Money amount={l.actual} currency={l.currency} /> },
            { key: 'scenario', header: 'Scenario (est.)', numeric: true, cell: (l) => <Money amount={l.scenario} currency={l.currency} /> },
            {
              key: 'difference',
              header: 'Difference',
              numeric: true,
              cell: (l) => <Money amount={l.difference} currency={l.currency} form="signed" />,
            },
            { key: 'change', header: 'Change', numeric: true, cell: (l) => percent(l.change) },
          ]}
        />
        {data.unpriced.length > 0 && (
          <div className="mt-4 text-13">
            <p className="font-strong">Left out of both sides</p>
            <ul className="text-ink-2">
              {data.unpriced.map((u) => (
                <li key={u.why}>
                  {u.events.toLocaleString('en')} events: {u.why}
                </li>
              ))}
            </ul>
          </div>
        )}
        {data.broken.length > 0 && (
          <div className="mt-4 text-13" role="status">
            <p className="font-strong text-warn">Conditions that would be broken</p>
            <ul className="text-ink-2">
              {data.broken.map((b) => (
                <li key={b.condition}>
                  {b.condition} ({b.events.toLocaleString('en')} events)
                </li>
              ))}
            </ul>
          </div>
        )}
      </Panel>
      <SideEffectsPanel data={data.sideEffects} />
      <Routes data={data} view={view} />
      <Alternatives data={data} view={view} />
    </>
  );
}

function Totals({ data, saved }: { data: WhatIf; saved: SavedScenario | null }) {
  const currencies = [...new Set([...data.totals, ...(saved?.totals ?? [])].map((t) => t.currency))];
  return (
    <div className="grid gap-4 pb-6">
      {saved && (
        <p className="text-13 text-ink-2" role="status">
          “{saved.name}”, kept by {saved.createdByName} on {momentText(saved.createdAt)}. Its figures of that day stand below those of now,
          priced with what is known of prices and use today.
        </p>
      )}
      {currencies.map((currency) => {
        const now = data.totals.find((t) => t.currency === currency);
        const then = saved?.totals.find((t) => t.currency === currency);
        const money = (t: typeof now | typeof then, key: 'actual' | 'scenario' | 'difference') =>
          t ? <Money amount={t[key]} currency={currency} {...(key === 'difference' && { form: 'signed' as const })} /> : '–';
        const figure = (key: 'actual' | 'scenario' | 'difference', label: string) => (
          <Figure label={label}>
            {money(now, key)}
            {key === 'difference' && <span className="pl-2 text-13 text-ink-2">{percent(now?.change ?? null)}</span>}
            {saved && <span className="block text-13 text-ink-2 leading-5">kept: {money(then, key)}</span>}
          </Figure>
        );
        return (
          <dl key={currency} className="grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-3">
            {figure('actual', 'As it was, at list price (est.)')}
            {figure('scenario', 'Scenario (est.)')}
            {figure('difference', 'Difference')}
          </dl>
        );
      })}
    </div>
  );
}

const Figure = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt className="text-12 text-ink-3">{label}</dt>
    <dd className="pt-0.5 text-20 leading-8">{children}</dd>
  </div>
);

/** The same question to the door for machines: its days, its scope, its conditions, what is assumed. */
function ExportLinks({ data, view }: { data: WhatIf; view: WhatIfView }) {
  const { task, team, model, channel, zone, preview } = view;
  const query = new URLSearchParams([
    ['from', data.period.from],
    ['to', data.period.to],
    ...Object.entries({ task, team, model, channel }).flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]])),
    ...data.assumptions.map((a): [string, string] => ['a', a.text]),
    ...zone.map((z): [string, string] => ['zone', z]),
    ...(preview === 'no' ? ([['preview', 'no']] as [string, string][]) : []),
  ]);
  return (
    <>
      <a className={buttonClass('quiet', 'small')} href={`/api/v1/what-if/export?${query}`} download aria-label="Save as CSV">
        CSV
      </a>
      <a className={buttonClass('quiet', 'small')} href={`/api/v1/what-if?${query}`}>
        JSON
      </a>
    </>
  );
}

function Routes({ data, view }: { data: WhatIf; view: WhatIfView }) {
  if (data.routes.length === 0) return null;
  return (
    <Panel
      title="Tasks that could go to a cheaper model"
      note="Only models that the same task has run on already, and done as well: what your own runs show."
    >
      <ul className="border-line border-t">
        {data.routes.map((r) => (
          <li key={`${r.taskType} ${r.to.model} ${r.to.channel}`} className="grid gap-1 border-line border-b py-3 text-13">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-14">
                {r.taskType}: {r.from.model} → <strong className="font-strong">{r.to.model}</strong>
              </span>
              <span>
                saves <Money amount={r.saving} currency={r.currency} /> (est.)
              </span>
            </span>
            <span className="text-ink-2">
              The same tokens at list price{r.leftOut > 0 && `, ${r.leftOut.toLocaleString('en')} events without a price left out`}. A task
              cost <Money amount={r.to.perTask} currency={r.currency} /> there and <Money amount={r.from.perTask} currency={r.currency} />{' '}
              here. {r.evidence}.
            </span>
            {r.caveat && <span className="text-warn">{r.caveat}</span>}
            <span className="flex flex-wrap gap-4">
              <Link
                className="underline"
                scroll={false}
                href={whatIfHref({
                  ...view,
                  scenario: null,
                  task: r.taskType,
                  model: r.from.model,
                  channel: r.from.channel,
                  a: r.assumptions,
                })}
              >
                Build the scenario
              </Link>
              <details>
                <summary className="cursor-pointer text-ink-2">LiteLLM configuration</summary>
                <pre className="mt-2 overflow-x-auto rounded-2 bg-surface-2 p-3 font-mono text-12">{r.config}</pre>
              </details>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What breaks, else that nothing does, and beside it what nobody asked for and should know. */
const conditionsOf = ({ broken, remarks }: WhatIf['alternatives'][number]) =>
  broken.length > 0 ? broken.join('; ') : <>kept{remarks.length > 0 && <span className="text-ink-3"> · {remarks.join('; ')}</span>}</>;

function Alternatives({ data, view }: { data: WhatIf; view: WhatIfView }) {
  return (
    <Panel
      title="The same models elsewhere"
      note="Everything of a model moved to one place. What breaks a condition is struck out and ranked last, not hidden."
    >
      <Table
        caption="Alternatives"
        rows={data.alternatives.slice(0, 60)}
        rowKey={(a) => [a.model, a.channel, a.region, a.deployment, a.currency].join(' ')}
        empty="No other place lists these models."
        maxHeight="max-h-[36rem]"
        columns={[
          {
            key: 'model',
            header: 'Model',
            className: 'min-w-40',
            cell: (a) => (
              <Link
                className="hover:underline"
                scroll={false}
                href={whatIfHref({ ...view, scenario: null, model: a.model, a: a.assumptions })}
              >
                {a.model}
              </Link>
            ),
          },
          {
            key: 'where',
            header: 'Where',
            className: 'min-w-44',
            cell: (a) => (
              <span className={a.broken.length ? 'line-through' : undefined}>
                {[channels[a.channel], a.region, a.deployment?.replaceAll('_', ' ')].filter(Boolean).join(', ')}
              </span>
            ),
          },
          { key: 'actual', header: 'As it was', numeric: true, cell: (a) => <Money amount={a.actual} currency={a.currency} /> },
          { key: 'cost', header: 'There', numeric: true, cell: (a) => <Money amount={a.cost} currency={a.currency} /> },
          {
            key: 'difference',
            header: 'Difference',
            numeric: true,
            cell: (a) => <Money amount={a.difference} currency={a.currency} form="signed" />,
          },
          { key: 'change', header: 'Change', numeric: true, cell: (a) => percent(a.change) },
          { key: 'broken', header: 'Conditions', className: 'min-w-56 text-12 text-ink-2', cell: conditionsOf },
        ]}
      />
    </Panel>
  );
}
