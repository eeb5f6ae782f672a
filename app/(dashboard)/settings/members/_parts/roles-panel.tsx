import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { can, type Permission, permissions, type Role, roles } from '@/lib/core/access/permissions';
import { permissionWords, roleWords } from './role-words';

interface Row {
  permission: Permission;
}

/** Made from the table that decides, so it cannot say anything else. */
export function RolesPanel({ yours }: { yours: Role }) {
  const columns: Column<Row>[] = [
    { key: 'what', header: 'Permission', className: 'min-w-56', cell: ({ permission }) => permissionWords[permission] },
    ...roles.map(
      (role): Column<Row> => ({
        key: role,
        header: (
          <span title={roleWords[role]} className={role === yours ? 'font-strong text-ink' : undefined}>
            {role}
            {role === yours && ' (you)'}
          </span>
        ),
        className: 'w-28',
        cell: ({ permission }) => (can(role, permission) ? 'yes' : <span className="text-ink-3">–</span>),
      }),
    ),
  ];
  const rows = (Object.keys(permissions) as Permission[]).map((permission) => ({ permission }));
  return (
    <Panel title="What each role may do" note={`You are ${yours}. ${roleWords[yours]}`}>
      <div className="max-w-[60rem]">
        <Table caption="Permissions of each role" columns={columns} rows={rows} rowKey={(r) => r.permission} />
      </div>
    </Panel>
  );
}
