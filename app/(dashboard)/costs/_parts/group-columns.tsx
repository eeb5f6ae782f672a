import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Swatch } from '@/components/charts/chart-frame';
import { CutName } from '@/components/figures/cut-name';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { type CostView, costHref, only, withFilter } from '@/components/filters/cost-view';
import { comparedText } from '@/components/filters/period-words';
import { ViewLink } from '@/components/filters/view-link';
import type { Column } from '@/components/ui/table';
import { groupedBy } from '@/lib/core/explore/explore-query';
import { type GroupOrder, nextSort, sortedBy } from '@/lib/core/explore/group-order';
import { exploreMeasures } from '@/lib/core/explore/measures';
import { changeOf } from '@/lib/core/money/change';
import type { Range } from '@/lib/core/time/period';
import type { GroupLine, GroupSection } from './prepare-groups';

interface GroupColumnsInput {
  section: GroupSection;
  view: CostView;
  /** What it is grouped by, in words. */
  titles: readonly string[];
  period: Range;
  /** Null where there is nothing to compare with. */
  comparison: Range | null;
  /** Where a group opens. */
  hrefOf: (line: GroupLine) => string;
  /** Its figures are told in one currency: charges of several stand behind them. */
  told: boolean;
  /** The groups that were chosen by hand, and how one is; null where a choice of them is no filter. */
  choice: GroupChoice | null;
}

export interface GroupChoice {
  has: (line: GroupLine) => boolean;
  toggle: (line: GroupLine) => void;
}

/** Of fixed width, so that the sections of several currencies stand below one another. */
export function groupColumns({ section, view, titles, period, comparison, hrefOf, told, choice }: GroupColumnsInput): Column<GroupLine>[] {
  const { currency, unit } = section;
  const by = groupedBy(view);
  const charges = (line: GroupLine | null) =>
    costHref({
      ...view,
      tab: 'charges',
      draw: currency || null,
      page: 1,
      charge: null,
      f: [
        ...(line ? by.reduce((all, word, i) => withFilter(all, only(word, line.values[i] ?? null)), view.f) : view.f),
        ...(currency && !told ? [only('currency', currency)] : []),
      ],
    });
  // where charges are what is measured, their column is that of the measure
  const isCharges = view.measure === 'charges';
  const counted = (line: GroupLine | null) => <ChargesLink href={charges(line)} count={(line ?? section).charges} />;
  const money = (amount: string | null) => (amount === null ? <None /> : <Money amount={amount} currency={unit} hideCurrency />);
  const sorted = sortHeads(view);
  return [
    {
      key: 'group',
      ...sorted('name', titles.join(', ') || 'All'),
      // beside all other columns there is so much room on a page of 1440 px
      className: clsx('min-w-48 max-sm:min-w-36 max-sm:max-w-44', comparison ? 'max-w-70' : 'max-w-96 wide:max-w-136'),
      cell: (l) => (
        <span className="flex items-center gap-2">
          {choice ? <ChosenSwatch line={l} choice={choice} /> : <Swatch {...l.look} />}
          <ViewLink href={hrefOf(l)} aria-label={l.label} className="min-w-0 hover:underline">
            <CutName>{l.label}</CutName>
          </ViewLink>
        </span>
      ),
      total: `Total ${unit}`,
    },
    {
      key: 'current',
      ...sorted('amount', exploreMeasures[view.measure].title),
      numeric: true,
      className: 'w-36',
      cell: (l) => (isCharges ? counted(l) : money(l.current)),
      total: isCharges ? counted(null) : money(section.current),
    },
    { key: 'share', header: 'Share', numeric: true, className: 'w-24 wide:w-44', cell: (l) => <Share line={l} />, total: '' },
    ...(comparison ? compared(section, comparedText(comparison, period), money, sorted) : []),
    ...(section.tokens === null || view.measure === 'tokens'
      ? []
      : [
          {
            key: 'tokens',
            ...sorted('tokens', 'Tokens'),
            className: 'w-24',
            numeric: true,
            cell: (l: GroupLine) => (l.tokens ? <Quantity amount={l.tokens} form="compact" /> : <None />),
            total: <Quantity amount={section.tokens} form="compact" />,
          },
        ]),
    ...(isCharges
      ? []
      : [
          {
            key: 'charges',
            ...sorted('charges', 'Charges'),
            className: 'w-24 print:hidden',
            numeric: true,
            cell: counted,
            total: counted(null),
          },
        ]),
  ];
}

const compared = (
  section: GroupSection,
  days: string,
  money: (amount: string | null) => ReactNode,
  sorted: ReturnType<typeof sortHeads>,
): Column<GroupLine>[] => [
  {
    key: 'previous',
    ...sorted('previous', days),
    numeric: true,
    className: 'w-36',
    cell: (l) => money(l.previous),
    total: money(section.previous),
  },
  {
    key: 'change',
    ...sorted('change', 'Change'),
    className: 'w-36',
    numeric: true,
    cell: (l) => <Difference now={l.current} before={l.previous} currency={section.unit} />,
    total: <Difference now={section.current} before={section.previous} currency={section.unit} />,
  },
  {
    key: 'percent',
    ...sorted('percent', '%', 'Change in percent'),
    className: 'w-24',
    numeric: true,
    cell: (l) => (l.isGone ? <span className="text-ink-2">gone</span> : <Percent now={l.current} before={l.previous} />),
    total: <Percent now={section.current} before={section.previous} />,
  },
];

/** Heads that put the groups in order, each an address; the arrow says which one does now. */
const sortHeads = (view: CostView) => {
  const now = sortedBy(view.sort);
  return (order: GroupOrder, words: string, said?: string): Pick<Column<GroupLine>, 'header' | 'sorted'> => {
    const isNow = now.order === order;
    return {
      sorted: isNow ? (now.descending ? 'descending' : 'ascending') : 'none',
      header: (
        <ViewLink
          href={costHref({ ...view, sort: nextSort(order, view.sort) })}
          aria-label={said}
          className={clsx('inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline', isNow && 'text-ink-2')}
        >
          {words}
          {isNow && <span aria-hidden="true">{now.descending ? '↓' : '↑'}</span>}
        </ViewLink>
      ),
    };
  };
};

/** The colour of a group, and a box to choose it by where the pointer or the focus is. */
const ChosenSwatch = ({ line, choice }: { line: GroupLine; choice: GroupChoice }) => {
  const isChosen = choice.has(line);
  return (
    <label className="relative -m-1.5 inline-flex size-6 shrink-0 items-center justify-center">
      <span className={clsx('inline-flex group-hover:invisible', isChosen && 'invisible')}>
        <Swatch {...line.look} />
      </span>
      <input
        type="checkbox"
        aria-label={`Choose ${line.label}`}
        checked={isChosen}
        onChange={() => choice.toggle(line)}
        className={clsx(
          'absolute size-3.5 accent-accent focus-visible:opacity-100 group-hover:opacity-100 print:hidden',
          isChosen ? 'opacity-100' : 'opacity-0',
        )}
      />
    </label>
  );
};

const None = () => <span className="text-ink-3">–</span>;

const Share = ({ line }: { line: GroupLine }) => (
  <span className="inline-flex items-center justify-end gap-2">
    {line.share ?? <None />}
    <span aria-hidden="true" className={clsx('relative h-1.5 w-14 max-wide:hidden print:hidden', line.share !== null && 'bg-surface-3')}>
      <span
        className={clsx('absolute inset-y-0 left-0', line.look.hatched ? 'hatched text-others' : 'bg-accent-fill')}
        style={{ width: `${line.width}%` }}
      />
    </span>
  </span>
);

function Difference({ now, before, currency }: { now: string | null; before: string | null; currency: string }) {
  const change = now === null ? { kind: 'none' as const } : changeOf(now, before);
  if (change.kind === 'change') return <Money amount={change.amount} currency={currency} form="signed" hideCurrency />;
  return change.kind === 'new' ? 'new' : <None />;
}

function Percent({ now, before }: { now: string | null; before: string | null }) {
  const change = now === null ? { kind: 'none' as const } : changeOf(now, before);
  return change.kind === 'change' && change.percent ? <span className="text-ink-2">{change.percent}</span> : <None />;
}

const ChargesLink = ({ href, count }: { href: string; count: number }) =>
  count === 0 ? (
    <None />
  ) : (
    <ViewLink href={href} aria-label={`${count} charges`} className="underline decoration-line underline-offset-3 hover:decoration-ink">
      <Quantity amount={String(count)} />
    </ViewLink>
  );
