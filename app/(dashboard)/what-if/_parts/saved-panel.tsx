'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Money } from '@/components/figures/money';
import { momentText, rangeText } from '@/components/filters/period-words';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { SavedScenario } from '@/lib/services/what-if/scenarios';
import { type WhatIfView, whatIfHref } from './view';

const MOST = 4;
const hrefOf = (view: WhatIfView, s: SavedScenario) =>
  whatIfHref({
    ...view,
    tab: 'scenario',
    from: s.query.from,
    to: s.query.to,
    scenario: s.id,
    task: s.query.task ?? null,
    team: s.query.team ?? null,
    model: s.query.model ?? null,
    channel: s.query.channel ?? null,
    a: [s.query.a ?? []].flat(),
    zone: [s.query.zone ?? []].flat(),
    preview: s.query.preview,
    ids: [],
  });

/** Scenarios that were kept, up to four of them side by side. */
export function SavedPanel({ scenarios, view, maySave }: { scenarios: SavedScenario[]; view: WhatIfView; maySave: boolean }) {
  const router = useRouter();
  const say = useNotice();
  const chosen = scenarios.filter((s) => view.ids.includes(s.id));
  const remove = async (s: SavedScenario) => {
    await api(`/api/v1/scenarios/${s.id}`, { method: 'DELETE' }).then(
      () => say(`“${s.name}” is gone`),
      (e: Error) => say(e.message, { tone: 'over' }),
    );
    router.refresh();
  };
  if (scenarios.length === 0)
    return (
      <EmptyState
        title="Nothing saved yet"
        reason="Build a scenario and save it under a name: its question and the figures of that day are kept."
      />
    );
  return (
    <>
      {chosen.length > 1 && (
        <Panel title={`${chosen.length} side by side`} note="The figures of the day each was saved.">
          <Table
            caption="Scenarios compared"
            rows={chosen.flatMap((s) => s.totals.map((t) => ({ s, t })))}
            rowKey={({ s, t }) => `${s.id} ${t.currency}`}
            columns={[
              { key: 'name', header: 'Scenario', cell: ({ s }) => s.name },
              { key: 'days', header: 'Days', className: 'text-ink-2', cell: ({ s }) => rangeText(s.query) },
              { key: 'actual', header: 'As it was', numeric: true, cell: ({ t }) => <Money amount={t.actual} currency={t.currency} /> },
              { key: 'scenario', header: 'Scenario', numeric: true, cell: ({ t }) => <Money amount={t.scenario} currency={t.currency} /> },
              {
                key: 'difference',
                header: 'Difference',
                numeric: true,
                cell: ({ t }) => <Money amount={t.difference} currency={t.currency} form="signed" />,
              },
            ]}
          />
        </Panel>
      )}
      <Panel title="Saved scenarios" note="Choose up to four to see them side by side.">
        <Table
          caption="Saved scenarios"
          rows={scenarios}
          rowKey={(s) => String(s.id)}
          dense={false}
          columns={[
            {
              key: 'choose',
              header: <span className="sr-only">Compare</span>,
              className: 'w-8',
              cell: (s) => (
                <input
                  type="checkbox"
                  aria-label={`Compare ${s.name}`}
                  className="size-4 accent-accent"
                  checked={view.ids.includes(s.id)}
                  disabled={!view.ids.includes(s.id) && view.ids.length >= MOST}
                  onChange={(e) =>
                    router.push(
                      whatIfHref({ ...view, ids: e.target.checked ? [...view.ids, s.id] : view.ids.filter((id) => id !== s.id) }),
                      { scroll: false },
                    )
                  }
                />
              ),
            },
            {
              key: 'name',
              header: 'Name',
              className: 'min-w-48',
              cell: (s) => (
                <Link href={hrefOf(view, s)} className="hover:underline">
                  {s.name}
                </Link>
              ),
            },
            { key: 'what', header: 'Assumed', className: 'min-w-64 text-ink-2', cell: (s) => s.assumptions.join('; ') || 'nothing' },
            { key: 'days', header: 'Days', className: 'whitespace-nowrap text-ink-2', cell: (s) => rangeText(s.query) },
            {
              key: 'difference',
              header: 'Difference',
              numeric: true,
              cell: (s) =>
                s.totals.map((t) => <Money key={t.currency} amount={t.difference} currency={t.currency} form="signed" className="block" />),
            },
            {
              key: 'by',
              header: 'Saved',
              className: 'whitespace-nowrap text-ink-2',
              cell: (s) => `${s.createdByName}, ${momentText(s.createdAt)}`,
            },
            {
              key: 'remove',
              header: <span className="sr-only">Remove</span>,
              cell: (s) =>
                maySave && (
                  <button type="button" className="text-ink-2 underline" onClick={() => void remove(s)}>
                    Remove
                  </button>
                ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
