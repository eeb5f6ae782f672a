'use client';

import Big from 'big.js';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { putRules, savedWords } from '@/lib/client/allocation';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { OwnerlessGroup, Unallocated } from '@/lib/services/allocation/unallocated';
import { count, percentOf } from './figures';
import { RuleDialog } from './rule-dialog';
import { emptyRule } from './rule-draft';
import type { AllocationView } from './view';

interface UnallocatedTabProps {
  data: Unallocated;
  dimension: AllocationDimension;
  view: AllocationView;
  currency: string;
  mayWrite: boolean;
}

/** Without rules the team tags stand; a first rule is written above them and does not end them. */
const rulesWith = (dimension: AllocationDimension): AllocationRule[] =>
  dimension.rules.length === 0 && dimension.key === 'team' ? [{ ...emptyRule(), when: [], value: null, from: 'x_Team' }] : dimension.rules;

/** What nobody owns, the largest first; a rule for it is one click away. */
export function UnallocatedTab({ data, dimension, view, currency, mayWrite }: UnallocatedTabProps) {
  const router = useRouter();
  const say = useNotice();
  const [draft, setDraft] = useState<AllocationRule | null>(null);
  const groups = data.groups.filter((g) => g.currency === currency);
  const tags = data.tags.filter((t) => t.currency === currency);
  const total = data.totals.find((t) => t.currency === currency);
  const rules = rulesWith(dimension);
  const assign = (rule: Partial<AllocationRule>) => setDraft({ ...emptyRule(), value: null, ...rule });
  const save = async (next: readonly AllocationRule[]) => {
    say(savedWords(await putRules(dimension, next)));
    setDraft(null);
    router.refresh();
  };
  if (!total || groups.length === 0)
    return (
      <EmptyState
        title="Everything has an owner"
        reason={`No ${currency} charge of this period is without a ${inSentence(dimension.title)}.`}
      />
    );
  const nameOf = (g: OwnerlessGroup) => (
    <span className="block min-w-0">
      <Name>{g.accountName ?? g.account ?? g.provider}</Name>
      <span className="block text-12 text-ink-3">
        {g.service === null ? 'no service' : <Name>{g.service}</Name>}, {g.provider}
      </span>
    </span>
  );
  const action = (g: OwnerlessGroup) =>
    mayWrite && (
      <Button
        size="small"
        aria-label={`Assign ${g.accountName ?? g.account ?? g.provider}, ${g.service ?? 'no service'}`}
        onClick={() => assign(g.suggestion?.rule ?? { when: g.when, value: '' })}
      >
        Assign
      </Button>
    );
  const suggestion = (g: OwnerlessGroup) =>
    g.suggestion ? (
      <span>
        <strong className="font-strong">{g.suggestion.rule.value ?? g.suggestion.rule.from?.replace('tag:', 'by tag ')}</strong>
        <span className="block text-12 text-ink-3">{g.suggestion.why}</span>
      </span>
    ) : (
      <span className="text-ink-3">–</span>
    );
  const columns: Column<OwnerlessGroup>[] = [
    { key: 'place', header: 'Account and service', className: 'min-w-52 py-1', total: 'All', cell: nameOf },
    {
      key: 'amount',
      header: `Unallocated, ${currency}`,
      numeric: true,
      total: <Money amount={total.amount} currency={currency} hideCurrency />,
      cell: (g) => <Money amount={g.amount} currency={g.currency} hideCurrency />,
    },
    {
      key: 'share',
      header: 'Of all',
      numeric: true,
      total: percentOf(total.amount, total.total),
      cell: (g) => percentOf(g.amount, total.total),
    },
    { key: 'charges', header: 'Charges', numeric: true, total: count(total.charges), cell: (g) => count(g.charges) },
    {
      key: 'gap',
      header: 'Tags',
      className: 'min-w-40 max-w-48',
      cell: (g) =>
        g.tagKeys.length ? <span className="line-clamp-3 text-ink-2">{g.tagKeys.slice(0, 4).join(', ')}</span> : <Badge>no tags</Badge>,
    },
    { key: 'suggestion', header: 'Suggested', className: 'min-w-44 py-1', cell: suggestion },
    ...(mayWrite ? [{ key: 'assign', header: <span className="sr-only">Assign</span>, cell: action }] : []),
  ];
  return (
    <>
      <Panel
        className="border-t-0 pt-0"
        title={
          <>
            <Money amount={total.amount} currency={currency} /> belongs to nobody
          </>
        }
        note="By account and service, the largest first."
      >
        <Table
          caption="What nobody owns"
          dense={false}
          columns={columns}
          rows={groups}
          rowKey={(g) => JSON.stringify([g.provider, g.account, g.service])}
          narrow={(g) => (
            <div className="grid gap-1">
              <span className="flex items-baseline justify-between gap-3">
                {nameOf(g)}
                <Money amount={g.amount} currency={g.currency} />
              </span>
              <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
                <span className="min-w-0">
                  {g.suggestion ? `Suggested: ${g.suggestion.rule.value ?? g.suggestion.rule.from}` : g.tagKeys.join(', ') || 'no tags'}
                </span>
                {action(g)}
              </span>
            </div>
          )}
        />
        {data.hidden > 0 && <p className="pt-2 text-12 text-ink-3">{count(data.hidden)} smaller groups are not shown.</p>}
      </Panel>
      {tags.length > 0 && (
        <Panel title="Tags it carries that no rule reads" note="A rule that takes the value of one of these would give that much an owner.">
          <Table
            caption="Tag keys on what nobody owns"
            columns={[
              { key: 'key', header: 'Tag key', cell: (t) => t.key },
              {
                key: 'amount',
                header: `Stands on, ${currency}`,
                numeric: true,
                cell: (t) => <Money amount={t.amount} currency={t.currency} hideCurrency />,
              },
              { key: 'values', header: 'Values', numeric: true, cell: (t) => count(t.values) },
              {
                key: 'examples',
                header: 'Such as',
                className: 'max-sm:hidden',
                cell: (t) => <span className="text-ink-2">{t.examples.join(', ')}</span>,
              },
              ...(mayWrite
                ? [
                    {
                      key: 'use',
                      header: <span className="sr-only">Use</span>,
                      cell: (t: (typeof tags)[number]) => (
                        <Button
                          size="small"
                          tone="quiet"
                          aria-label={`Use tag ${t.key}`}
                          onClick={() => assign({ when: [], from: `tag:${t.key}` })}
                        >
                          Use it
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
            rows={tags}
            rowKey={(t) => t.key}
          />
        </Panel>
      )}
      <Trend trend={data.trend.filter((t) => t.currency === currency)} currency={currency} />
      {draft !== null && (
        <RuleDialog
          dimension={dimension}
          rules={rules}
          at={rules.length}
          initial={draft}
          tagKeys={[...new Set(data.tags.map((t) => t.key))]}
          values={data.values}
          basis={view.basis}
          onClose={() => setDraft(null)}
          onSave={save}
        />
      )}
    </>
  );
}

/** Whether it becomes better: the share of each month, the running one as far as it goes. */
function Trend({ trend, currency }: { trend: Unallocated['trend']; currency: string }) {
  const goal = '0.05';
  return (
    <Panel title="Is it getting less?" note="Share of each month that nobody owns; the goal is below 5 %.">
      <ul className="grid max-w-3xl text-13" aria-label="Unallocated by month">
        {trend.map((t) => {
          const share = new Big(t.total).gt(0) ? new Big(t.amount).div(t.total) : null;
          const width = share === null || share.lt(0) ? '0' : share.gt(1) ? '100' : share.times(100).toFixed(2);
          const tone = share === null ? 'text-ink-3' : share.gt(goal) ? 'text-warn' : 'text-ok';
          return (
            <li
              key={t.month}
              className="grid grid-cols-[4.5rem_1fr_3.5rem] items-center gap-3 border-line border-b py-1 sm:grid-cols-[4.5rem_1fr_3.5rem_9rem]"
            >
              <span className="tabular-nums">{t.month}</span>
              <span className="relative h-2.5 rounded-1 bg-surface-2" aria-hidden="true">
                <span className="hatched absolute inset-y-0 left-0 rounded-1 text-others" style={{ width: `${width}%` }} />
                <span className="absolute inset-y-[-2px] w-px bg-ink" style={{ left: '5%' }} />
              </span>
              <span className={`text-right tabular-nums ${tone}`}>{percentOf(t.amount, t.total)}</span>
              <span className="text-right max-sm:hidden">
                <Money amount={t.amount} currency={currency} />
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
