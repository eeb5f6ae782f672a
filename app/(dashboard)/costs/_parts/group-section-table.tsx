'use client';

import { useState } from 'react';
import { download, fileStem } from '@/components/charts/download';
import { type CostView, costHref, drill, only, withFilter } from '@/components/filters/cost-view';
import { comparedText, notCompared, rangeText } from '@/components/filters/period-words';
import { go } from '@/components/filters/use-address';
import { Button, buttonClass } from '@/components/ui/button';
import { followToRows } from '@/components/ui/first-row';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { groupFileHref } from '@/lib/client/costs';
import { groupedBy } from '@/lib/core/explore/explore-query';
import { usualSort } from '@/lib/core/explore/group-order';
import { exploreMeasures } from '@/lib/core/explore/measures';
import type { Converted } from '@/lib/core/fx/conversion';
import { formatPlain } from '@/lib/core/money/format';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { Range } from '@/lib/core/time/period';
import { type GroupChoice, groupColumns } from './group-columns';
import type { GroupLine, GroupSection } from './prepare-groups';
import { sortGroups } from './sort-groups';

const SHOWN = 100;

const counted = (n: number): string => formatPlain(String(n));

interface GroupSectionTableProps {
  section: GroupSection;
  view: CostView;
  /** What it is grouped by, in words. */
  titles: readonly string[];
  period: Range;
  comparison: Range | null;
  firstDay: string | null;
  /** The only currency. */
  alone: boolean;
  /** What its figures are converted with; null where they stand as they were billed. */
  conversion: Converted | null;
  /** The workbook of all currencies stands by the first. */
  isFirst: boolean;
  dimmed: boolean;
  choice: GroupChoice | null;
}

/** The groups of one currency, the total first; a row opens by its next dimension. */
export function GroupSectionTable({
  section,
  view,
  titles,
  period,
  comparison,
  firstDay,
  alone,
  conversion,
  isFirst,
  dimmed,
  choice,
}: GroupSectionTableProps) {
  const [isWhole, setWhole] = useState(false);
  const { currency } = section;
  const lines = sortGroups(section.lines, view.sort);
  const dimension = titles.join(' and ') || 'Everything';
  const inWords = titles.map(inSentence).join(' and ') || 'everything';
  const measure = exploreMeasures[view.measure].title;
  const hasShares = !section.additive || !lines.some((l) => l.current?.startsWith('-'));
  /** What is gone opens where it was. */
  const opens = (line: GroupLine) => costHref({ ...drill(view, line.values, currency || null), ...(line.isGone ? comparison : {}) });
  const leaveOut = (line: GroupLine) =>
    go(costHref({ ...view, f: withFilter(view.f, only(view.by, line.values[0] ?? null, true)), page: 1, charge: null }));
  const save = async () => {
    const { groupsCsv } = await import('./groups-file'); // few tables are ever saved
    const question = { by: groupedBy(view), titles, measure: view.measure, comparison, told: conversion };
    download(
      new Blob([groupsCsv({ ...section, lines }, question, conversion?.rates)], { type: 'text/csv;charset=utf-8' }),
      `${fileStem(`${measure} by ${dimension} ${section.unit} ${rangeText(period)}`)}.csv`,
    );
  };
  return (
    <Panel
      title={alone ? `By ${inWords}` : `${section.unit} by ${inWords}`}
      note={`${counted(section.groups)} ${section.groups === 1 ? 'group' : 'groups'}, ${comparison ? `compared with ${comparedText(comparison, period)}` : `${view.compare === 'none' ? 'not compared' : `not compared: ${notCompared(firstDay)}`}`}${conversion ? `, converted to ${conversion.to}` : ''}.${section.partly === null ? '' : ` ${section.partly}`}${hasShares ? '' : ' Shares are left out: some groups are below zero.'}`}
      actions={
        <span className="flex gap-2 print:hidden">
          <Button size="small" onClick={() => void save()}>
            Save as CSV
          </Button>
          {alone || isFirst ? (
            <a href={groupFileHref(view, 'xlsx')} download className={buttonClass('plain', 'small')}>
              XLSX
            </a>
          ) : null}
        </span>
      }
    >
      <Table
        caption={`${measure} in ${section.unit}`}
        columns={groupColumns({ section, view, titles, period, comparison, hrefOf: opens, told: conversion !== null, choice })}
        rows={isWhole ? lines : lines.slice(0, SHOWN)}
        rowKey={(l) => l.key}
        dimmed={dimmed}
        onRowClick={(l) => go(opens(l))}
        onRowKey={(l, event) => {
          const isLink = (event.target as HTMLElement).tagName === 'A';
          if (isLink) followToRows(event);
          const on = isLink && choice !== null;
          if (on && event.key === 'Enter' && event.shiftKey) {
            focusBeside(event.currentTarget); // the row goes, the focus stays in the table
            leaveOut(l);
          } else if (on && event.key === ' ') choice.toggle(l);
          else return;
          event.preventDefault();
        }}
      />
      {lines.length > SHOWN && !isWhole && (
        <p className="flex items-center gap-3 pt-3 text-13 text-ink-2">
          {view.sort === usualSort
            ? `The largest ${SHOWN} of ${counted(section.groups)}`
            : `The first ${SHOWN} of ${lines.length < section.groups ? `the ${counted(lines.length)} largest of ${counted(section.groups)}` : lines.length}`}
          ; the total holds all.
          <Button size="small" onClick={() => setWhole(true)}>
            Show {lines.length === section.groups ? 'all' : 'the largest'} {counted(lines.length)}
          </Button>
        </p>
      )}
    </Panel>
  );
}

/** The link of the next row, or of the one before where there is none. */
const focusBeside = (row: HTMLElement) =>
  [row.nextElementSibling, row.previousElementSibling].flatMap((r) => r?.querySelector('a') ?? [])[0]?.focus();
