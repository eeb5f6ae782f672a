'use client';

import { useState } from 'react';
import { Name } from '@/components/figures/name';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { putShared, savedWords } from '@/lib/client/allocation';
import { drivers, methods } from '@/lib/core/allocation/drivers';
import { fold } from '@/lib/core/allocation/fold';
import type { Pool } from '@/lib/core/allocation/pools';
import { bySize } from '@/lib/core/money/order';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { ShowbackLine } from '@/lib/services/allocation/showback';
import { Amount } from './amount';
import { isNothing, shareOf } from './figures';
import { PoolDialog } from './pool-dialog';
import { useSave } from './use-save';

interface PoolsTabProps {
  pools: readonly Pool[];
  edition: string;
  dimension: { key: string; title: string };
  values: readonly string[];
  lines: readonly ShowbackLine[];
  currency: string;
  mayWrite: boolean;
}

const wayOf = (p: Pool) => (p.method === 'proportional' ? `${methods.proportional} to ${drivers[p.driver]}` : methods[p.method]);
const whoOf = (p: Pool) => {
  const named = p.method === 'fixed' ? Object.keys(p.shares) : p.targets;
  return named.length ? named.join(', ') : 'everybody with a cost in the month';
};

/** What is shared, who carries it and how, with the shares of the period. */
export function PoolsTab({ pools, edition, dimension, values, lines, currency, mayWrite }: PoolsTabProps) {
  const say = useNotice();
  const { save: keep, busy } = useSave();
  const [edited, setEdited] = useState<Pool | 'new' | null>(null);
  const own = pools.filter((p) => p.dimension === dimension.key);
  const save = (next: readonly Pool[], { base = edition, before }: { base?: string; before?: readonly Pool[] } = {}) =>
    keep(
      () => putShared({ pools: next, base: { pools: base } }),
      (saved) => {
        const undo = () => before && attempt(save(before, { base: saved.editions.pools }));
        say(savedWords(saved), before && { action: { label: 'Undo', run: undo } });
        setEdited(null);
      },
    );
  const attempt = (work: Promise<void>) => void work.catch((e: Error) => say(e.message, { tone: 'over' }));
  const remove = (pool: Pool) =>
    attempt(
      save(
        pools.filter((p) => p !== pool),
        { before: pools },
      ),
    );
  const add = mayWrite && (
    <Button tone="primary" disabled={busy} onClick={() => setEdited('new')}>
      Share a cost
    </Button>
  );
  return (
    <Panel
      className="border-t-0 pt-0"
      title="Costs that several carry"
      note="Each month for itself, exact to the minor unit by largest remainder. Less than half a unit may stay with what is shared."
      actions={own.length > 0 && add}
    >
      {own.length === 0 ? (
        <EmptyState
          title="Nothing is shared yet"
          reason={`Give what belongs to all a ${inSentence(dimension.title)} of its own by a rule, such as "shared platform", and say here who carries it: in proportion to cost, tokens or requests, evenly, or by fixed shares.`}
          actions={add}
        />
      ) : (
        <ul className="grid gap-6">
          {own.map((p) => (
            <li key={p.name} className="grid gap-2 border-line border-t pt-3 first:border-t-0 first:pt-0">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <div className="min-w-0">
                  <h3 className="text-14">
                    <Name>{p.name}</Name>
                  </h3>
                  <p className="text-13 text-ink-2">
                    All of <Name>{p.value}</Name>, {wayOf(p)}, carried by {whoOf(p)}
                    {(p.since || p.until) && `; ${[p.since && `from ${p.since}`, p.until && `to ${p.until}`].filter(Boolean).join(' ')}`}
                    {p.method === 'proportional' &&
                      (p.zero === 'even' ? '; evenly where the driver is zero' : '; unallocated where the driver is zero')}
                    .
                  </p>
                </div>
                {mayWrite && (
                  <span className="flex gap-1">
                    <Button tone="quiet" size="small" disabled={busy} aria-label={`Change ${p.name}`} onClick={() => setEdited(p)}>
                      Change
                    </Button>
                    <Button tone="quiet" size="small" disabled={busy} aria-label={`Delete ${p.name}`} onClick={() => remove(p)}>
                      Delete
                    </Button>
                  </span>
                )}
              </div>
              <PoolShares pool={p} lines={lines.filter((l) => l.currency === currency)} currency={currency} />
            </li>
          ))}
        </ul>
      )}
      {edited !== null && (
        <PoolDialog
          pool={edited === 'new' ? null : edited}
          others={edited === 'new' ? pools : pools.filter((p) => p.name !== edited.name)}
          dimension={dimension}
          values={values}
          onClose={() => setEdited(null)}
          onSave={(next) => save(next)}
        />
      )}
    </Panel>
  );
}

/** The same widths in every row, so that figures stand below each other. */
const shareRow = 'grid grid-cols-[minmax(0,1fr)_4rem_8.5rem] gap-3 py-1';

/** Who carries how much of it in the period, the most first. */
function PoolShares({ pool, lines, currency }: { pool: Pool; lines: readonly ShowbackLine[]; currency: string }) {
  const source = lines.find((l) => l.target !== null && fold(l.target) === fold(pool.value));
  const whole = source?.passedOn.replace(/^-/, '') ?? '0';
  const shares = lines
    .flatMap((l) => l.shares.filter((s) => s.pool === pool.name).map((s) => ({ target: l.target, ...s })))
    .sort((a, b) => bySize(a.amount, b.amount));
  if (shares.length === 0)
    return (
      <p className="text-13 text-ink-2">
        {source ? 'Nothing of it is split in this period.' : `No rule gives anything to ${pool.value} in this period.`}
      </p>
    );
  const fallen = shares.find((s) => /because/.test(s.words));
  return (
    <>
      {fallen && <p className="text-13 text-warn">Split {fallen.words}.</p>}
      <ul className="grid max-w-3xl text-13" aria-label={`Shares of ${pool.name}`}>
        {shares.map((s) => (
          <li key={s.target ?? ''} className={`${shareRow} border-line border-b`}>
            <span className="truncate">{s.target === null ? 'Unallocated' : <Name>{s.target}</Name>}</span>
            <span className="text-right text-ink-2 tabular-nums">{shareOf(s.amount, whole)}</span>
            <span className="text-right">
              <Amount amount={s.amount} currency={currency} />
            </span>
          </li>
        ))}
        {source && !isNothing(source.total) && (
          <li className={`${shareRow} text-ink-2`}>
            <span>Rest that cannot be split</span>
            <span />
            <span className="text-right">
              <Amount amount={source.total} currency={currency} />
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
