'use client';

import { Money } from '@/components/figures/money';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import type { MappingPreview, MappingProblem } from '@/lib/core/imports/mapping-view';
import { targets } from '@/lib/core/imports/targets';
import { formatPlain } from '@/lib/core/money/format';
import { visible } from '@/lib/core/text/visible';
import { count } from './words';

type Row = MappingPreview['rows'][number];

const shown: readonly [key: string, header: string, numeric?: boolean][] = [
  ['ChargePeriodStart', 'Day'],
  ['BilledCost', 'Billed', true],
  ['BillingCurrency', 'Currency'],
  ['ServiceProviderName', 'Provider'],
  ['ServiceName', 'Service'],
  ['SkuMeter', 'Meter'],
  ['ConsumedQuantity', 'Quantity', true],
  ['ConsumedUnit', 'Unit'],
  ['ChargeCategory', 'Category'],
  ['BillingAccountId', 'Account'],
  ['Tags', 'Tags'],
];

/** The first rows as charges, what they add up to, and what is wrong with those that would be rejected. */
export function MappingRows({ preview, dimmed }: { preview: MappingPreview; dimmed: boolean }) {
  const { rows, problems, checked, kept, billed, missing } = preview;
  const columns: Column<Row>[] = [
    { key: 'line', header: 'Line', cell: (r) => <span className="text-ink-3 tabular-nums">{r.line}</span> },
    ...shown
      .filter(([key]) => ['ChargePeriodStart', 'BilledCost', 'BillingCurrency'].includes(key) || rows.some((r) => r.charge[key] != null))
      .map(
        ([key, header, numeric]): Column<Row> => ({
          key,
          header,
          numeric: Boolean(numeric),
          className: 'max-w-60 truncate whitespace-nowrap',
          cell: (r) => <Cell name={key} row={r} numeric={Boolean(numeric)} />,
        }),
      ),
  ];
  return (
    <Panel
      title="As charges"
      note={
        missing.length > 0
          ? 'The first rows show here once what is needed has been said.'
          : checked === 0
            ? 'The file has columns and no rows yet.'
            : `Of the first ${count(checked)} ${checked === 1 ? 'row' : 'rows'} ${kept === checked ? 'all' : count(kept)} can be loaded.`
      }
    >
      {missing.length > 0 && (
        <ul className="list-disc pl-5 text-13 text-warn">
          {missing.map((m) => (
            <li key={m}>{m}</li>
          ))}
        </ul>
      )}
      {billed.length > 0 && (
        <dl className="flex flex-wrap gap-x-6 gap-y-1 pb-3 text-13">
          {billed.map((b) => (
            <div key={b.currency} className="flex gap-2">
              <dt className="text-ink-3">Billed in these rows</dt>
              <dd>
                <Money amount={b.amount} currency={b.currency ?? ''} form="exact" className="whitespace-normal! break-all font-strong" />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rows.length > 0 && (
        <Table
          caption="First rows as charges"
          columns={columns}
          rows={rows}
          rowKey={(r) => String(r.line)}
          maxHeight="max-h-[28rem]"
          stickyFirst={false}
          dimmed={dimmed}
        />
      )}
      {problems.length > 0 && (
        <div className="pt-4">
          <h3 className="pb-1 text-14">Rows that would be rejected</h3>
          <ul className="grid max-h-72 gap-1 overflow-y-auto text-13" aria-label="Rows that would be rejected">
            {problems.map((p) => (
              <li key={p.line} className="break-words">
                <span className="text-ink-3">Line {p.line}: </span>
                {inWords(p)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

const titles = new Map<string, string>(targets.map((t) => [t.key, t.title]));

/** `Billed cost, from "Cost": 12,50 is no plain number`. */
function inWords({ target, column, value, reason }: MappingProblem) {
  return (
    <>
      {titles.get(target) ?? target}
      {column && `, from ${visible(column)}`}:{' '}
      {value && (
        <>
          <bdi className="rounded-1 bg-over-soft px-1 text-over">{visible(value)}</bdi>{' '}
        </>
      )}
      {reason}
    </>
  );
}

function Cell({ name, row, numeric }: { name: string; row: Row; numeric: boolean }) {
  if (row.problem?.target === name)
    return (
      <span className="rounded-1 bg-over-soft px-1 text-over" title={row.problem.reason}>
        <bdi>{row.problem.value ? visible(row.problem.value) : 'empty'}</bdi>
      </span>
    );
  const value = row.charge[name] ?? null;
  if (value === null) return <span className="text-ink-3">–</span>;
  if (name === 'ChargePeriodStart') return value.replace(' 00:00:00', '').slice(0, 16);
  return isNumber.test(value) && numeric ? formatPlain(value) : <bdi>{visible(value)}</bdi>;
}

const isNumber = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;
