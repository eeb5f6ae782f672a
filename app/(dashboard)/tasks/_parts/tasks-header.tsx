'use client';

import { useRouter } from 'next/navigation';
import { DayRange } from '@/components/filters/day-range';
import { PeriodPicker } from '@/components/filters/period-picker';
import { rangeText } from '@/components/filters/period-words';
import { PageHeader } from '@/components/shell/page-header';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Select } from '@/components/ui/select';
import type { Range } from '@/lib/core/time/period';
import { type Basis, NO_TYPE, taskUnits } from '@/lib/core/units/task-query';
import { type TaskView, taskHref } from './view';

interface TasksHeaderProps {
  view: TaskView;
  period: Range;
  currencies: readonly string[];
  teams: readonly string[];
  metrics: readonly string[];
}

const basisOptions: { value: Basis; label: string }[] = [
  { value: 'invoice', label: 'Invoice' },
  { value: 'list', label: 'List prices' },
];

/** Period, currency, basis and unit stand in the address; choosing asks the server for the new figures. */
export function TasksHeader({ view, period, currencies, teams, metrics }: TasksHeaderProps) {
  const router = useRouter();
  const show = (next: Partial<TaskView>) => router.push(taskHref({ ...view, page: 1, ...next }), { scroll: false });
  useShortcuts({ o: () => show({ tab: 'outliers' }) });
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  const named = view.team !== null && view.team !== NO_TYPE && !teams.includes(view.team) ? [view.team, ...teams] : teams;
  const teamOptions = [
    { value: '', label: 'All teams' },
    ...named.map((value) => ({ value, label: value })),
    ...(named.length > 0 || view.team === NO_TYPE ? [{ value: NO_TYPE, label: 'No team' }] : []),
  ];
  const units = [
    ...Object.entries(taskUnits).map(([value, word]) => ({ value, label: `Per ${word}` })),
    ...metrics.map((name) => ({ value: name, label: `Per ${name.replaceAll('_', ' ')}` })),
  ];
  return (
    <PageHeader
      title="Tasks"
      note={rangeText(period, { year: true })}
      actions={
        <>
          {view.tab === 'tasks' && (
            <Select dense aria-label="Unit" className="h-8!" value={view.unit} options={units} onChange={(unit) => show({ unit })} />
          )}
          {teamOptions.length > 1 && (
            <Select
              dense
              aria-label="Team"
              className="h-8! max-w-40"
              value={view.team ?? ''}
              options={teamOptions}
              onChange={(team) => show({ team: team || null })}
            />
          )}
          <Select
            dense
            aria-label="Basis"
            className="h-8!"
            value={view.basis}
            options={basisOptions}
            onChange={(basis) => show({ basis })}
          />
          {currencies.length > 1 && (
            <Select
              dense
              aria-label="Currency"
              className="h-8!"
              value={view.ccy ?? currencies[0] ?? ''}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={(ccy) => show({ ccy: ccy === currencies[0] ? null : ccy })}
            />
          )}
          {pinned && (
            <DayRange {...pinned} onChange={(range) => router.replace(taskHref({ ...view, page: 1, ...range }), { scroll: false })} />
          )}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(name) => show({ period: name, from: undefined, to: undefined })}
            onPin={() => show(period)}
            range={period}
            onRange={show}
          />
        </>
      }
    />
  );
}
