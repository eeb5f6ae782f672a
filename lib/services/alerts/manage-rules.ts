import { type Actor, requirePermission } from '../../core/access/actor';
import { conditionOf, scopeWords } from '../../core/alerts/rule-words';
import { type AlertRule, ownRules, type RuleKind, type RuleRecord, readRule, withOwnRules, writeRule } from '../../core/alerts/rules';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import {
  type Firings,
  findRule,
  firingsOf,
  insertRule,
  listRules as list,
  deleteRule as remove,
  updateRule,
} from '../../db/records/alert-rules';
import { recordAudit } from '../../db/records/audit';
import { evaluateAnomalies } from './evaluate-anomalies';
import { evaluateRules } from './evaluate-rules';

/** Days in which it is counted how often a rule told something. */
const COUNTED_DAYS = 90;

export interface RuleRow {
  /** Null for a rule of Headroom's own that nobody has changed: it is changed by making it anew with its `origin`. */
  id: number | null;
  name: string;
  kind: RuleKind;
  enabled: boolean;
  /** Of which costs, and when it tells, in words. */
  scope: string;
  condition: string;
  severity: string;
  /** The rule as it is sent; it carries `origin` where it is one of Headroom's own. */
  rule: Record<string, unknown>;
  isOwn: boolean;
  lastFired: string | null;
  fired: number;
}

/** Every rule, Headroom's own first; when each last told something, and how often in 90 days. */
export async function listRules(actor: Actor, now: Date): Promise<RuleRow[]> {
  requirePermission(actor, 'alerts:read');
  const since = new Date(now.getTime() - COUNTED_DAYS * 86_400_000);
  const [stored, firings] = await Promise.all([list(actor.organizationId), firingsOf(actor.organizationId, since)]);
  return withOwnRules(stored).map((r) => rowOf(r, firings));
}

function rowOf({ id, enabled, rule }: RuleRecord, all: readonly Firings[]): RuleRow {
  // what one of Headroom's own told before it was changed carries no number
  const own = all.filter((f) => (f.ruleId === null ? rule.origin !== null && eventOf(rule.origin) === f.event : f.ruleId === id));
  const last = own.reduce<Date | null>((newest, f) => (newest === null || f.last > newest ? f.last : newest), null);
  return {
    id,
    name: rule.name,
    kind: rule.kind,
    enabled,
    scope: scopeWords(rule),
    condition: conditionOf(rule),
    severity: rule.severity,
    rule: writeRule(rule),
    isOwn: rule.origin !== null,
    lastFired: last?.toISOString() ?? null,
    fired: own.reduce((sum, f) => sum + f.count, 0),
  };
}

const eventOf = (origin: string): string => (origin === 'source-late' ? 'source' : origin);

/** Makes a rule, or changes one of Headroom's own by its `origin`; then looks at once what of the last days is news. Throws `invalid` naming the field. */
export async function createRule(actor: Actor, input: Record<string, unknown>): Promise<{ id: number }> {
  requirePermission(actor, 'rules:write');
  const { enabled, ...said } = input;
  const rule = readRule(said);
  const own = ownRules.find((o) => o.origin === rule.origin);
  if (rule.origin !== null && own?.kind !== rule.kind)
    throw new AppError('invalid', `origin: Headroom has no ${rule.kind} rule "${rule.origin}".`);
  const all = withOwnRules(await list(actor.organizationId));
  const before = rule.origin === null ? undefined : all.find((r) => r.rule.origin === rule.origin);
  if (before?.id) throw new AppError('conflict', `"${before.rule.name}" was changed already. Change it by its number, ${before.id}.`);
  refuseTwice(all, rule, before);
  const made = await prisma().$transaction(async (tx) => {
    const { id } = await insertRule(tx, actor.organizationId, { rule, enabled: enabled !== false });
    await recordAudit(tx, actor, {
      action: own ? 'alert-rule.changed' : 'alert-rule.created',
      subject: rule.name,
      details: { kind: rule.kind },
    });
    return { id };
  });
  await look(actor.organizationId, rule);
  return made;
}

/** Changes what is said and keeps the rest; nothing that was told before changes. Throws `invalid` naming the field. */
export async function changeRule(actor: Actor, id: number, input: Record<string, unknown>): Promise<RuleRow> {
  requirePermission(actor, 'rules:write');
  const all = withOwnRules(await list(actor.organizationId));
  const before = all.find((r) => r.id === id);
  if (!before) throw new AppError('not_found', 'There is no such rule.');
  const { enabled, ...said } = input;
  if (said.kind !== undefined && said.kind !== before.rule.kind)
    throw new AppError('invalid', 'kind: a rule keeps its kind. Make another one.');
  const rule = readRule({ ...writeRule(before.rule), ...said, origin: before.rule.origin });
  refuseTwice(all, rule, before);
  const isOn = typeof enabled === 'boolean' ? enabled : before.enabled;
  await prisma().$transaction(async (tx) => {
    await updateRule(tx, actor.organizationId, { id, rule, enabled: isOn });
    await recordAudit(tx, actor, { action: 'alert-rule.changed', subject: rule.name, details: { enabled: isOn } });
  });
  if (isOn) await look(actor.organizationId, rule);
  return rowOf({ id, enabled: isOn, rule }, []);
}

/** Deletes a rule; one of Headroom's own is then again as Headroom has it. What was told stays. */
export async function deleteRule(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'rules:write');
  const found = await findRule(actor.organizationId, id);
  if (!found) throw new AppError('not_found', 'There is no such rule.');
  await prisma().$transaction(async (tx) => {
    await remove(tx, actor.organizationId, id);
    const action = found.rule.origin === null ? 'alert-rule.deleted' : 'alert-rule.reset';
    await recordAudit(tx, actor, { action, subject: found.rule.name });
  });
}

function refuseTwice(all: readonly RuleRecord[], rule: AlertRule, self: RuleRecord | undefined): void {
  if (all.some((r) => r !== self && r.rule.name.toLowerCase() === rule.name.toLowerCase()))
    throw new AppError('conflict', `There is a rule "${rule.name}" already.`);
}

/** A rule is kept even if looking fails: the hourly evaluation comes again. */
const look = (organization: number, rule: AlertRule): Promise<void> =>
  (rule.kind === 'anomaly' ? evaluateAnomalies : evaluateRules)(organization, new Date()).then(
    () => {},
    (e) => console.error(`evaluation of organisation ${organization} failed`, e),
  );
