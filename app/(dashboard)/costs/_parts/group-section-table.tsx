'use client';

import { useState } from 'react';
import { download, fileStem } from '@/components/charts/download';
import { toCsv } from '@/components/charts/prepare/table';
import { type CostView, costHref, drill } from '@/components/filters/cost-view';
import { notCompared, rangeText } from '@/components/filters/period-words';
import { go } from '@/components/filters/use-address';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { costDimensions } from '@/lib/core/costs/dimensions';
import type { Range } from '@/lib/core/time/period';
import { groupColumns } from './group-columns';
import { type GroupLine, type GroupSection, groupsFile } from './prepare-groups';

const SHOWN = 100;

interface GroupSectionTableProps {
  section: GroupSection;
  view: CostView;
  period: Range;
  comparison: Range | null;
  firstDay: string | null;
  /** The only currency. */
  alone: boolean;
  dimmed: boolean;
}

/** The groups of one currency, the total first; a row opens by its next dimension. */
export function GroupSectionTable({ section, view, period, comparison, firstDay, alone, dimmed }: GroupSectionTableProps) {
  const [isWhole, setWhole] = useState(false);
  const { currency, lines } = section;
  const dimension = costDimensions[view.by].title;
  /** What is gone opens where it was. */
  const opens = (line: GroupLine) => costHref({ ...drill(view, line.value, currency), ...(line.isGone ? comparison : {}) });
  const save = () =>
    download(
      new Blob([toCsv(groupsFile(section, dimension, comparison !== null))], { type: 'text/csv;charset=utf-8' }),
      `${fileStem(`costs by ${dimension} ${currency} ${rangeText(period)}`)}.csv`,
    );
  return (
    <Panel
      title={alone ? `By ${dimension.toLowerCase()}` : `${currency} by ${dimension.toLowerCase()}`}
      note={`${lines.length} ${lines.length === 1 ? 'group' : 'groups'}, ${comparison ? `compared with ${rangeText(comparison)}` : `not compared: ${notCompared(firstDay)}`}.`}
      actions={
        <Button size="small" className="print:hidden" onClick={save}>
          Save as CSV
        </Button>
      }
    >
      <Table
        caption={`Costs in ${currency}`}
        columns={groupColumns({ section, view, comparison, hrefOf: opens })}
        rows={isWhole ? lines : lines.slice(0, SHOWN)}
        rowKey={(l) => l.key}
        dimmed={dimmed}
        onRowClick={(l) => go(opens(l))}
      />
      {lines.length > SHOWN && !isWhole && (
        <p className="flex items-center gap-3 pt-3 text-13 text-ink-2">
          The largest {SHOWN} of {lines.length}; the total and the file hold all.
          <Button size="small" onClick={() => setWhole(true)}>
            Show all {lines.length}
          </Button>
        </p>
      )}
    </Panel>
  );
}
