import Big from 'big.js';
import { useState } from 'react';
import { ChangeBar, mostOf } from '@/components/charts/change-bar';
import { Money } from '@/components/figures/money';
import type { CostView } from '@/components/filters/cost-view';
import { comparedText, rangeText } from '@/components/filters/period-words';
import { ViewLink } from '@/components/filters/view-link';
import { Button } from '@/components/ui/button';
import { followToRows } from '@/components/ui/first-row';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { CostChange } from '@/lib/core/explore/cost-change';
import { exploreMeasures } from '@/lib/core/explore/measures';
import { unpricedText } from '@/lib/core/explore/unpriced-text';
import { changeOf, changeText } from '@/lib/core/money/change';
import { formatSigned } from '@/lib/core/money/format';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { ChangePart, ChangeStep, ChangeTerm } from '@/lib/core/units/explain-change';
import { partHref, partName, termWords } from './why-words';

/** Parts of a cause that are listed; the file has all. */
const LISTED = 8;

interface WhyPanelProps {
  change: CostChange;
  section: CostChange['sections'][number];
  view: CostView;
  dimmed: boolean;
  /** Saves the causes of all currencies; stands beside the first. */
  onSave?: () => void;
}

/** A line of the bridge: a whole, a cause that opens, or one of its parts. */
type Row = { key: string; amount: string | null; to: string } & (
  | { kind: 'whole'; label: string }
  | { kind: 'cause'; term: ChangeTerm }
  | { kind: 'part'; name: string; href: string | null }
);

/** The causes of one currency, each from where the one above ends; one that is opened shows what it is made of. */
export function WhyPanel({ change, section, view, dimmed, onSave }: WhyPanelProps) {
  const { currency, before, after } = section;
  const largest = largestOf(section);
  const [opened, setOpened] = useState<readonly ChangeTerm[]>(largest ? [largest.term] : []);
  const { period, comparison } = change;
  if (!comparison) return null;
  const isApart = currency !== change.conversion?.to && change.sections.length > 1;
  const toggle = (term: ChangeTerm) => setOpened(opened.includes(term) ? opened.filter((t) => t !== term) : [...opened, term]);
  const rows = rowsOf(section, {
    was: comparedText(comparison, period),
    is: rangeText(period),
    opened,
    hrefOf: (term, part) => partHref(view, term, part, isApart ? currency : null),
  });
  // a part may be larger than its cause, where others of it went the other way
  const most = mostOf(rows.flatMap((r) => r.amount ?? []));
  return (
    <Panel
      title={`${exploreMeasures[change.measure].title}: ${changeText(changeOf(after, before), currency).replace(/ · –$/, '')}`}
      note={sentenceOf(largest, section, change, view)}
      className="border-t-0!"
      actions={
        onSave && (
          <Button size="small" onClick={onSave}>
            Save as CSV
          </Button>
        )
      }
    >
      <Table
        caption={`Why ${inSentence(exploreMeasures[change.measure].title)} changed, in ${currency}`}
        rows={rows}
        rowKey={(r) => r.key}
        dimmed={dimmed}
        columns={[
          {
            key: 'cause',
            header: 'Cause',
            className: 'w-2/5 min-w-48 max-sm:min-w-36',
            cell: (r) => <Cause row={r} isOpen={r.kind === 'cause' && opened.includes(r.term)} onToggle={toggle} />,
          },
          {
            key: 'bar',
            header: <span className="sr-only">Bar</span>,
            className: 'w-1/3 min-w-40 max-sm:hidden',
            cell: (r) => r.amount !== null && <ChangeBar amount={r.amount} most={most} faint={r.kind === 'part'} />,
          },
          {
            key: 'amount',
            header: 'Change',
            numeric: true,
            className: 'w-36',
            cell: (r) => (
              <span className={r.kind === 'part' ? 'text-ink-2' : undefined}>
                {r.amount !== null && <Money amount={r.amount} currency={currency} form="signed" hideCurrency />}
              </span>
            ),
          },
          {
            key: 'to',
            header: currency,
            numeric: true,
            className: 'w-36',
            cell: (r) =>
              r.kind !== 'part' && (
                <span className={r.kind === 'whole' ? 'font-strong' : 'text-ink-2'}>
                  <Money amount={r.to} currency={currency} hideCurrency />
                </span>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** The name of a line; that of a cause opens it, that of a part leads to its charges. */
function Cause({ row, isOpen, onToggle }: { row: Row; isOpen: boolean; onToggle: (term: ChangeTerm) => void }) {
  if (row.kind === 'whole') return <span className="font-strong">{row.label}</span>;
  if (row.kind === 'cause') {
    const { name, means } = termWords[row.term];
    return (
      <button
        type="button"
        aria-expanded={isOpen}
        title={means}
        className="inline-flex min-h-6 items-center gap-2 text-left hover:underline"
        onClick={() => onToggle(row.term)}
      >
        <span aria-hidden="true" className="w-2 text-ink-3">
          {isOpen ? '▾' : '▸'}
        </span>
        {name}
      </button>
    );
  }
  return (
    <span className="block pl-4 text-ink-2">
      {row.href ? (
        <ViewLink href={row.href} className="break-words hover:underline" onKeyDown={followToRows}>
          {row.name}
        </ViewLink>
      ) : (
        row.name
      )}
    </span>
  );
}

interface RowWords {
  was: string;
  is: string;
  opened: readonly ChangeTerm[];
  hrefOf: (term: ChangeTerm, part: ChangePart) => string;
}

function rowsOf({ before, after, steps }: CostChange['sections'][number], { was, is, opened, hrefOf }: RowWords): Row[] {
  const rows: Row[] = [{ key: 'before', kind: 'whole', label: was, amount: null, to: before }];
  let end = before;
  for (const { term, amount, parts } of steps) {
    end = new Big(end).plus(amount).toFixed();
    rows.push({ key: term, kind: 'cause', term, amount, to: end });
    if (!opened.includes(term)) continue;
    const listed = parts.slice(0, LISTED);
    for (const part of listed)
      rows.push({
        key: `${term} ${JSON.stringify(part.of)}`,
        kind: 'part',
        name: partName(part),
        href: hrefOf(term, part),
        amount: part.amount,
        to: end,
      });
    const rest = parts.slice(LISTED);
    if (rest.length > 0)
      rows.push({
        key: `${term} others`,
        kind: 'part',
        name: rest.length === 1 ? '1 other' : `${rest.length} others`,
        href: null,
        amount: rest.reduce((sum, p) => sum.plus(p.amount), new Big(0)).toFixed(),
        to: end,
      });
  }
  return [...rows, { key: 'after', kind: 'whole', label: is, amount: null, to: after }];
}

/** The cause that went furthest the way the whole went; none where nothing moved. */
function largestOf({ before, after, steps }: CostChange['sections'][number]): ChangeStep | undefined {
  const isRise = new Big(after).gte(before);
  const [first] = [...steps].sort((a, b) => new Big(b.amount).cmp(a.amount) * (isRise ? 1 : -1));
  return first && new Big(first.amount).gte(0) === isRise ? first : undefined;
}

/** What moved most, in words. */
function sentenceOf(
  largest: ChangeStep | undefined,
  { currency, charges, unpriced }: CostChange['sections'][number],
  { measure }: CostChange,
  view: CostView,
): string {
  const what = largest
    ? `Largest cause, ${formatSigned(largest.amount, currency).figure} ${currency}: ${inSentence(termWords[largest.term].name)}, ${termWords[largest.term].means}.`
    : 'Nothing moved.';
  const told =
    view.measure === measure
      ? ''
      : ` ${exploreMeasures[view.measure].title} is told by the ${inSentence(exploreMeasures[measure].title)} behind it.`;
  return `${what} The causes add up to the difference; each opens what stands behind it.${told} ${unpricedText(measure, unpriced, charges) ?? ''}`.trimEnd();
}
