import type pg from 'pg';
import type { AllocationSettings } from '../../core/allocation/allocation-file';
import type { MonthStatement } from '../../core/allocation/statement';
import type { AllocationDimension, AllocationRule } from '../../core/allocation/types';
import { prisma } from '../client';

export interface RuleAuthor {
  name: string;
  at: string;
}

/** Everything an organisation says about who owns what. Definitions were checked when they were written. */
export async function readSettings(organizationId: number): Promise<AllocationSettings & { authors: Record<number, RuleAuthor> }> {
  const [dimensions, rules, setting] = await Promise.all([
    prisma().allocationDimension.findMany({ where: { organizationId }, orderBy: [{ position: 'asc' }, { key: 'asc' }] }),
    prisma().allocationRule.findMany({ where: { organizationId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    prisma().allocationSetting.findUnique({ where: { organizationId } }),
  ]);
  const ruleOf = (r: (typeof rules)[number]) => ({ ...(r.definition as unknown as AllocationRule), id: r.id });
  return {
    dimensions: dimensions.map((d) => ({ key: d.key, title: d.title, rules: rules.filter((r) => r.dimension === d.key).map(ruleOf) })),
    synonyms: (setting?.synonyms ?? {}) as unknown as AllocationSettings['synonyms'],
    pools: (setting?.pools ?? []) as unknown as AllocationSettings['pools'],
    tree: (setting?.tree ?? []) as unknown as AllocationSettings['tree'],
    authors: Object.fromEntries(rules.map((r) => [r.id, { name: r.changedByName, at: r.changedAt.toISOString() }])),
  };
}

/** Writes the rules of a dimension in their order, inside the caller's transaction. A rule that is known keeps its number. Returns them with their numbers. */
export async function saveDimension(
  client: pg.ClientBase,
  organizationId: number,
  { key, title, rules }: AllocationDimension,
  by: string,
): Promise<AllocationRule[]> {
  await client.query(
    `insert into allocation_dimension (organization_id, key, title, position)
     values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from allocation_dimension where organization_id = $1))
     on conflict (organization_id, key) do update set title = excluded.title`,
    [organizationId, key, title],
  );
  const { rows } = await client.query<{ id: number; definition: unknown }>(
    'select id, definition from allocation_rule where organization_id = $1 and dimension = $2',
    [organizationId, key],
  );
  const known = new Set(rows.map((r) => r.id));
  const kept = rules.flatMap((r) => (r.id !== undefined && known.has(r.id) ? [r.id] : []));
  await client.query('delete from allocation_rule where organization_id = $1 and dimension = $2 and id <> all($3::int[])', [
    organizationId,
    key,
    kept,
  ]);
  const saved: AllocationRule[] = [];
  for (const [position, { id, ...definition }] of rules.entries()) {
    const text = JSON.stringify(definition);
    const isKnown = id !== undefined && known.has(id) && !saved.some((s) => s.id === id);
    const written = isKnown
      ? await client.query<{ id: number }>(
          `update allocation_rule set position = $2, definition = $3::jsonb,
                  changed_by_name = case when definition = $3::jsonb then changed_by_name else $4 end,
                  changed_at = case when definition = $3::jsonb then changed_at else now() end
            where id = $1 returning id`,
          [id, position, text, by],
        )
      : await client.query<{ id: number }>(
          `insert into allocation_rule (organization_id, dimension, position, definition, changed_by_name) values ($1, $2, $3, $4::jsonb, $5) returning id`,
          [organizationId, key, position, text, by],
        );
    saved.push({ ...definition, id: written.rows[0]?.id ?? 0 });
  }
  return saved;
}

export async function deleteDimension(client: pg.ClientBase, organizationId: number, key: string): Promise<void> {
  await client.query('delete from allocation_rule where organization_id = $1 and dimension = $2', [organizationId, key]);
  await client.query('delete from allocation_dimension where organization_id = $1 and key = $2', [organizationId, key]);
}

/** Writes what belongs to no dimension, inside the caller's transaction. */
export const saveShared = (
  client: pg.ClientBase,
  organizationId: number,
  { synonyms, pools, tree }: Pick<AllocationSettings, 'synonyms' | 'pools' | 'tree'>,
  by: string,
) =>
  client.query(
    `insert into allocation_setting (organization_id, synonyms, pools, tree, changed_by_name) values ($1, $2::jsonb, $3::jsonb, $4::jsonb, $5)
     on conflict (organization_id) do update set synonyms = excluded.synonyms, pools = excluded.pools, tree = excluded.tree,
       changed_by_name = excluded.changed_by_name, changed_at = now()`,
    [organizationId, JSON.stringify(synonyms), JSON.stringify(pools), JSON.stringify(tree), by],
  );

export interface ClosedMonth extends MonthStatement {
  closedByName: string;
  closedAt: string;
}

/** The closed months of a dimension, the oldest first. */
export async function closedMonths(organizationId: number, dimension: string): Promise<ClosedMonth[]> {
  const rows = await prisma().allocationStatement.findMany({ where: { organizationId, dimension }, orderBy: { month: 'asc' } });
  return rows.map((r) => ({
    month: r.month,
    lines: r.statement as unknown as MonthStatement['lines'],
    closedByName: r.closedByName,
    closedAt: r.closedAt.toISOString(),
  }));
}

/** Freezes a month. False where it was closed already. */
export async function closeMonth(
  client: pg.ClientBase,
  organizationId: number,
  dimension: string,
  { month, lines }: MonthStatement,
  by: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into allocation_statement (organization_id, dimension, month, statement, closed_by_name) values ($1, $2, $3, $4::jsonb, $5) on conflict do nothing`,
    [organizationId, dimension, month, JSON.stringify(lines), by],
  );
  return rowCount === 1;
}
