'use client';

import Link from 'next/link';
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
import { ownerlessParts } from '@/lib/core/allocation/allocation-query';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import { valueName } from '@/lib/core/explore/value-name';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { OwnerlessGroup, Unallocated } from '@/lib/services/allocation/unallocated';
import { chargesHref } from './charges-link';
import { count, shareOf } from './figures';
import { PartChoice } from './part-choice';
import { RuleDialog } from './rule-dialog';
import { emptyRule } from './rule-draft';
import { UnallocatedTrend } from './unallocated-trend';
import { useSave } from './use-save';
import type { AllocationView } from './view';

interface UnallocatedTabProps {
  data: Unallocated;
  dimension: AllocationDimension;
  edition: string;
  view: AllocationView;
  currency: string;
  mayWrite: boolean;
}

/** Without rules the team tags stand; a first rule is written above them and does not end them. */
const rulesWith = (dimension: AllocationDimension): AllocationRule[] =>
  dimension.rules.length === 0 && dimension.key === 'team' ? [{ ...emptyRule(), when: [], value: null, from: 'x_Team' }] : dimension.rules;

/** What nobody owns, the largest first; a rule for it is one click away. */
export function UnallocatedTab({ data, dimension, edition, view, currency, mayWrite }: UnallocatedTabProps) {
  const { save: keep, busy } = useSave();
  const say = useNotice();
  const [draft, setDraft] = useState<AllocationRule | null>(null);
  const groups = data.groups.filter((g) => g.currency === currency);
  const tags = data.tags.filter((t) => t.currency === currency);
  const total = data.totals.find((t) => t.currency === currency);
  const rules = rulesWith(dimension);
  const charges = chargesHref({ period: data.period, dimension: data.dimension, target: null, basis: view.basis, currency });
  const assign = (rule: Partial<AllocationRule>) => setDraft({ ...emptyRule(), value: null, ...rule });
  const save = (next: readonly AllocationRule[]) =>
    keep(
      () => putRules(dimension, next, edition),
      (saved) => {
        say(savedWords(saved));
        setDraft(null);
      },
    );
  if (!total || groups.length === 0)
    return (
      <EmptyState
        title="Everything has an owner"
        reason={`No ${currency} charge of this period is without a ${inSentence(dimension.title)}.`}
      />
    );
  const part = ownerlessParts[data.part].title;
  const hasTags = groups.some((g) => g.tagKeys.length > 0);
  const nameOf = (g: OwnerlessGroup) => (
    <span className="block min-w-0">
      <Name>{placeName(g)}</Name>
      <span className="block text-12 text-ink-3">
        {g.part === null ? `no ${part}` : <Name>{g.part}</Name>}, {valueName('provider', g.provider)}
        {hasTags && <span className="max-sm:hidden wide:hidden">; {tagWords(g)}</span>}
      </span>
    </span>
  );
  const action = (g: OwnerlessGroup) =>
    mayWrite && (
      <Button
        size="small"
        disabled={busy}
        aria-label={`Assign ${placeName(g)}, ${g.part ?? `no ${part}`}`}
        onClick={() => assign(g.suggestion?.rule ?? { when: g.when, value: '' })}
      >
        Assign
      </Button>
    );
  const suggestion = (g: OwnerlessGroup) =>
    g.suggestion ? (
      <span>
        <strong className="font-strong">{suggested(g.suggestion.rule)}</strong>
        <span className="block text-12 text-ink-3">{g.suggestion.why}</span>
      </span>
    ) : (
      <span className="text-ink-3">–</span>
    );
  const columns: Column<OwnerlessGroup>[] = [
    { key: 'place', header: `Account and ${part}`, className: 'min-w-52 py-1', total: 'All', cell: nameOf },
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
      total: shareOf(total.amount, total.total),
      cell: (g) => shareOf(g.amount, total.total),
    },
    { key: 'charges', header: 'Charges', numeric: true, total: count(total.charges), cell: (g) => count(g.charges) },
    // a column of nothing but "no tags" would push what is to be done out of sight
    ...(hasTags
      ? [
          {
            key: 'gap',
            header: 'Tags',
            className: 'min-w-40 max-w-48 max-wide:hidden',
            cell: (g: OwnerlessGroup) =>
              g.tagKeys.length ? <span className="line-clamp-3 text-ink-2">{tagWords(g)}</span> : <Badge>no tags</Badge>,
          },
        ]
      : []),
    { key: 'suggestion', header: 'Suggested', className: 'min-w-40 py-1', cell: suggestion },
    ...(mayWrite ? [{ key: 'assign', header: <span className="sr-only">Assign</span>, cell: action }] : []),
  ];
  return (
    <>
      <Panel
        className="border-t-0 pt-0"
        title={
          <>
            <Link href={charges} className="underline decoration-line underline-offset-3 hover:decoration-current">
              <Money amount={total.amount} currency={currency} />
            </Link>{' '}
            belongs to nobody
          </>
        }
        note={`By account and ${part}, the largest first.${hasTags ? '' : ' None of it carries a tag.'}`}
        actions={<PartChoice view={view} />}
      >
        <Table
          caption="What nobody owns"
          dense={false}
          columns={columns}
          rows={groups}
          rowKey={(g) => JSON.stringify([g.provider, g.account, g.part])}
          narrow={(g) => (
            <div className="grid gap-1">
              <span className="flex items-baseline justify-between gap-3">
                {nameOf(g)}
                <Money amount={g.amount} currency={g.currency} />
              </span>
              <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {g.suggestion ? (
                    <>
                      Suggested: <strong className="font-strong text-ink">{suggested(g.suggestion.rule)}</strong>, {g.suggestion.why}
                    </>
                  ) : hasTags ? (
                    tagWords(g)
                  ) : (
                    'nothing suggested'
                  )}
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
                          disabled={busy}
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
      <UnallocatedTrend trend={data.trend.filter((t) => t.currency === currency)} currency={currency} period={data.period} />
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

const placeName = (g: OwnerlessGroup): string => g.accountName ?? g.account ?? valueName('provider', g.provider);

/** Some of its tags are enough to know it by. */
const tagWords = ({ tagKeys }: OwnerlessGroup): string =>
  tagKeys.length === 0 ? 'no tags' : `${tagKeys.slice(0, 4).join(', ')}${tagKeys.length > 4 ? ` and ${tagKeys.length - 4} more` : ''}`;

const suggested = ({ value, from }: Pick<AllocationRule, 'value' | 'from'>) => value ?? from?.replace('tag:', 'by tag ');
