'use client';

import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Dialog } from '@/components/ui/dialog';
import { type Column, Table } from '@/components/ui/table';
import { resultWords, whenWords } from '@/lib/core/allocation/rule-words';
import { plus } from '@/lib/core/allocation/statement';
import type { AllocationRule } from '@/lib/core/allocation/types';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { ShowbackLine } from '@/lib/services/allocation/showback';
import { count, isNothing, percentOf } from './figures';

type Row = { kind: 'group'; name: string; total: string } | { kind: 'line'; line: ShowbackLine; depth: number };

/** Targets below the names above them, each with the sum of what stands under it. */
function rowsOf(lines: readonly ShowbackLine[]): Row[] {
  const rows: Row[] = [];
  let group = '';
  const hasTree = lines.some((l) => l.path?.length);
  for (const line of lines) {
    const name = line.path?.length ? line.path.join(' / ') : line.target === null || !hasTree ? '' : 'Not in the tree';
    if (name !== group && name !== '') {
      const own = lines.filter(
        (l) => (l.path?.length ? l.path.join(' / ') : l.target === null || !hasTree ? '' : 'Not in the tree') === name,
      );
      rows.push({ kind: 'group', name, total: own.map((l) => l.total).reduce(plus, '0') });
    }
    group = name;
    rows.push({ kind: 'line', line, depth: name === '' ? 0 : 1 });
  }
  return rows;
}

const sumOf = (lines: readonly ShowbackLine[], key: 'direct' | 'credits' | 'shared' | 'passedOn' | 'total') =>
  lines.map((l) => l[key]).reduce(plus, '0');

/** Each row says on request why it is what it is: the rules and shares that led there. */
export function ShowbackTable({
  lines,
  rules,
  currency,
  dimension,
}: {
  lines: readonly ShowbackLine[];
  rules: readonly AllocationRule[];
  currency: string;
  dimension: string;
}) {
  const [why, setWhy] = useState<ShowbackLine | null>(null);
  useShortcuts({
    w: () => {
      const at = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line ?? '0';
      setWhy(lines[Number(at)] ?? null);
    },
  });
  const total = sumOf(lines, 'total');
  const money = (amount: string) =>
    isNothing(amount) ? <span className="text-ink-3">–</span> : <Money amount={amount} currency={currency} hideCurrency />;
  const nameOf = (l: ShowbackLine) => (
    <button
      type="button"
      data-line={lines.indexOf(l)}
      className="max-w-full truncate text-left underline decoration-line underline-offset-3 hover:decoration-current"
      onClick={() => setWhy(l)}
    >
      {l.target === null ? 'Unallocated' : <Name>{l.target}</Name>}
    </button>
  );
  const amountColumn = (key: 'direct' | 'credits' | 'shared' | 'passedOn', header: string): Column<Row>[] =>
    key !== 'direct' && lines.every((l) => isNothing(l[key]))
      ? []
      : [{ key, header, numeric: true, total: money(sumOf(lines, key)), cell: (r) => (r.kind === 'line' ? money(r.line[key]) : null) }];
  const columns: Column<Row>[] = [
    {
      key: 'target',
      header: dimension,
      className: 'min-w-44',
      total: 'All',
      cell: (r) =>
        r.kind === 'group' ? (
          <strong className="font-strong">
            <Name>{r.name}</Name>
          </strong>
        ) : (
          <span className={r.depth ? 'block pl-4' : 'block'}>
            {r.line.target === null && <span aria-hidden="true" className="hatched mr-1.5 inline-block size-2.5 rounded-1 text-others" />}
            {nameOf(r.line)}
          </span>
        ),
    },
    ...amountColumn('direct', `Direct, ${currency}`),
    ...amountColumn('credits', 'Credits'),
    ...amountColumn('shared', 'Shared'),
    ...amountColumn('passedOn', 'Passed on'),
    {
      key: 'total',
      header: 'Total',
      numeric: true,
      total: money(total),
      cell: (r) => <span className="font-strong">{money(r.kind === 'group' ? r.total : r.line.total)}</span>,
    },
    { key: 'share', header: 'Share', numeric: true, cell: (r) => percentOf(r.kind === 'group' ? r.total : r.line.total, total) },
    {
      key: 'charges',
      header: 'Charges',
      numeric: true,
      className: 'max-desk:hidden',
      cell: (r) => (r.kind === 'line' ? count(r.line.charges) : null),
    },
  ];
  return (
    <>
      <Table
        caption={`Cost by ${inSentence(dimension)}`}
        columns={columns}
        rows={rowsOf(lines)}
        rowKey={(r) => (r.kind === 'group' ? `group ${r.name}` : JSON.stringify([r.line.path, r.line.target]))}
        empty="No costs in this period."
        narrow={(r) =>
          r.kind === 'group' ? (
            <span className="flex justify-between gap-3 font-strong">
              <Name>{r.name}</Name>
              <Money amount={r.total} currency={currency} />
            </span>
          ) : (
            <div className="grid gap-0.5">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0">{nameOf(r.line)}</span>
                <Money amount={r.line.total} currency={currency} />
              </span>
              <span className="text-12 text-ink-2">
                direct {money(r.line.direct)}
                {!isNothing(r.line.shared) && <> · shared {money(r.line.shared)}</>}
                {!isNothing(r.line.passedOn) && <> · passed on {money(r.line.passedOn)}</>} · {percentOf(r.line.total, total)}
              </span>
            </div>
          )
        }
      />
      {lines.length > 1 && (
        <p className="pt-2 text-12 text-ink-3">Parts are rounded on screen only. Press w on a name to see how its cost came about.</p>
      )}
      {why && <Why line={why} rules={rules} onClose={() => setWhy(null)} />}
    </>
  );
}

function Why({ line, rules, onClose }: { line: ShowbackLine; rules: readonly AllocationRule[]; onClose: () => void }) {
  const ruleOf = (id: number) => rules.find((r) => r.id === id);
  const reasons = [
    ...line.byRule.map((r) => {
      const rule = ruleOf(r.rule);
      const at = rule ? rules.indexOf(rule) + 1 : 0;
      return {
        key: `rule ${r.rule}`,
        title: rule ? `Rule ${at}` : r.rule === 0 ? 'The team of its tags' : 'No rule',
        words: rule
          ? `Gives ${resultWords(rule)} where ${whenWords(rule)}`
          : r.rule === 0
            ? 'No rule is written, so that the tags decide'
            : 'No rule matches these charges',
        amount: r.amount,
      };
    }),
    ...line.shares.map((s) => ({ key: `share ${s.pool}`, title: s.pool, words: `Carried of shared costs, ${s.words}`, amount: s.amount })),
    ...(isNothing(line.passedOn)
      ? []
      : [{ key: 'passed', title: 'Passed on', words: 'Others carry this part of it', amount: line.passedOn }]),
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={line.target === null ? 'Why is this unallocated?' : `Why is this ${line.target}'s?`}
      description="Rules and shares that led to this total."
    >
      <ul className="grid text-13" aria-label="Reasons">
        {reasons.map((r) => (
          <li key={r.key} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
            <span className="min-w-0">
              <strong className="block font-strong">{r.title}</strong>
              <span className="break-words text-ink-2">{r.words}</span>
            </span>
            <Money amount={r.amount} currency={line.currency} />
          </li>
        ))}
        <li className="flex justify-between gap-4 py-2 font-strong">
          <span>Total</span>
          <Money amount={line.total} currency={line.currency} />
        </li>
      </ul>
    </Dialog>
  );
}
