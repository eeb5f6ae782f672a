import { type AlertRule, type RuleRecord, readRule, writeRule } from '../../core/alerts/rules';
import { prisma, type Transaction } from '../client';

/** A rule as it is stored. */
export interface StoredRule extends RuleRecord {
  id: number;
  updatedAt: Date;
}

const rowOf = ({ name, kind, ...rule }: AlertRule) => {
  const { name: _, kind: __, ...definition } = writeRule({ ...rule, name, kind } as AlertRule);
  return { name, kind, definition: definition as object };
};

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof prisma>['alertRule']['findFirst']>>>;
const stored = ({ id, enabled, name, kind, definition, updatedAt }: Row): StoredRule => ({
  id,
  enabled,
  updatedAt,
  rule: readRule({ ...(definition as object), name, kind }),
});

/** The rules of an organisation as they were made or changed; Headroom's own are not among them. */
export async function listRules(organizationId: number): Promise<StoredRule[]> {
  return (await prisma().alertRule.findMany({ where: { organizationId }, orderBy: { id: 'asc' } })).map(stored);
}

export async function findRule(organizationId: number, id: number): Promise<StoredRule | null> {
  const found = await prisma().alertRule.findFirst({ where: { organizationId, id } });
  return found && stored(found);
}

export const insertRule = (tx: Transaction, organizationId: number, { rule, enabled }: Omit<RuleRecord, 'id'>): Promise<{ id: number }> =>
  tx.alertRule.create({ data: { ...rowOf(rule), organizationId, enabled }, select: { id: true } });

export const updateRule = (tx: Transaction, organizationId: number, { id, rule, enabled }: RuleRecord & { id: number }) =>
  tx.alertRule.update({ where: { id, organizationId }, data: { ...rowOf(rule), enabled, updatedAt: new Date() } });

export const deleteRule = (tx: Transaction, organizationId: number, id: number) =>
  tx.alertRule.deleteMany({ where: { organizationId, id } });

/** How often something was told, and when last: by rule, and for Headroom's own, which have no number, by the first words of the event. */
export interface Firings {
  ruleId: number | null;
  /** `anomaly`, `new-value model`, `unclassified`, `source`. */
  event: string;
  last: Date;
  count: number;
}
export const firingsOf = (organizationId: number, since: Date): Promise<Firings[]> =>
  prisma().$queryRaw<Firings[]>`
    select rule_id as "ruleId",
           case when event_key like 'new-value %' then split_part(event_key, ' ', 1) || ' ' || split_part(event_key, ' ', 2)
                else split_part(event_key, ' ', 1) end as event,
           max(occurred_at) as last, (count(*) filter (where occurred_at >= ${since}))::int as count
      from alert where organization_id = ${organizationId} and kind in ('anomaly', 'new-value', 'unpriced', 'source', 'burn-rate', 'cost-above')
     group by 1, 2`;
