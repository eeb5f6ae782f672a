import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import type { Dashboard } from '@/lib/core/dashboards/panels';
import { dayOf } from '../../settings/members/_parts/dates';

/** Every dashboard that the reader may open. */
export function DashboardList({ dashboards, mayMake }: { dashboards: readonly Dashboard[]; mayMake: boolean }) {
  if (dashboards.length === 0)
    return (
      <EmptyState
        title="No dashboard yet"
        reason={
          mayMake
            ? '“New dashboard” begins with an empty page, or with one for finance, engineering or education, made of the budgets, agreements and tasks that are here.'
            : 'Nobody has shared a dashboard yet. Analysts and above can make one.'
        }
      />
    );
  const name = (d: Dashboard) => (
    <Link href={`/dashboards/${d.id}`} className="font-strong hover:underline">
      <Name>{d.name}</Name>
    </Link>
  );
  const who = (d: Dashboard) => (d.shared ? 'everybody' : 'only you');
  const columns: Column<Dashboard>[] = [
    { key: 'name', header: 'Name', className: 'min-w-48', cell: name },
    { key: 'who', header: 'Open to', cell: who },
    { key: 'panels', header: 'Panels', numeric: true, cell: (d) => d.panels.length },
    { key: 'by', header: 'Made by', cell: (d) => <bdi className="text-ink-2">{d.createdByName}</bdi> },
    { key: 'changed', header: 'Changed', cell: (d) => <span className="whitespace-nowrap text-ink-2">{dayOf(d.changedAt)}</span> },
  ];
  return (
    <Table
      caption="Dashboards"
      columns={columns}
      rows={dashboards}
      rowKey={(d) => String(d.id)}
      dense={false}
      narrow={(d) => (
        <span className="grid gap-1">
          {name(d)}
          <span className="text-12 text-ink-2">
            {d.panels.length} panels, open to {who(d)}, by <bdi>{d.createdByName}</bdi>, changed {dayOf(d.changedAt)}
          </span>
        </span>
      )}
    />
  );
}
