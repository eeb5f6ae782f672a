import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { addDays } from '../../core/time/days';
import { readTaskRules, TaskRuleList, writeTaskRules } from '../../core/units/task-rule-file';
import { type TaskRule, TaskRuleDefinition, taskTypeOf } from '../../core/usage/task-rules';
import { markDirty } from '../../db/loading/events';
import { usageSummary } from '../../db/queries/usage-coverage';
import { recordLedgerAudit } from '../../db/records/audit';
import {
  type CountedProfile,
  countedProfiles,
  daysOfProfiles,
  eachProfile,
  listTaskRules,
  nameProfiles,
  replaceTaskRules,
} from '../../db/records/task-rules';
import { inTransaction } from '../../db/sql';
import { refreshUsage } from '../events/refresh-usage';

/** Days that a preview looks back over. */
const PREVIEW_DAYS = 30;
const PREVIEW_EXAMPLES = 5;

/** The rules that name tasks, in the order in which they are asked. Needs `events:read`. */
export async function getTaskRules(actor: Actor): Promise<TaskRule[]> {
  requirePermission(actor, 'events:read');
  return (await listTaskRules(actor.organizationId)).map(({ id: _, name: __, ...rule }) => rule);
}

export interface RulesSaved {
  outcome: 'saved' | 'unchanged';
  rules: TaskRule[];
  /** Groups of events that are called otherwise now. */
  renamed: number;
  /** Days that were summed again, or will be in a moment where nobody waits for it. */
  days: number;
}

/**
 * Replaces the rules and names what was used before by them: at once, for everything of the past. What no rule names keeps the name it was sent
 * with. Without `wait` the background sums the days. Needs `tasks:write`.
 */
export async function saveTaskRules(actor: Actor, input: unknown, { wait = true }: { wait?: boolean } = {}): Promise<RulesSaved> {
  requirePermission(actor, 'tasks:write');
  const rules = TaskRuleList.parse(input);
  const before = await getTaskRules(actor);
  if (isDeepStrictEqual(before, rules)) return { outcome: 'unchanged', rules, renamed: 0, days: 0 };
  const judgedAnew = changedCriteria(before, rules);
  const result = await inTransaction(actor.organizationId, async (client) => {
    await replaceTaskRules(client, actor.organizationId, rules);
    const named: { key: string; taskType: string | null }[] = [];
    const touched: string[] = [];
    await eachProfile(client, actor.organizationId, (profiles) => {
      for (const p of profiles) {
        const taskType = taskTypeOf(p, rules);
        if (taskType !== p.calledNow) named.push({ key: p.key, taskType });
        if (taskType !== p.calledNow || (taskType !== null && judgedAnew.has(taskType))) touched.push(p.key);
      }
    });
    if (named.length) await nameProfiles(client, actor.organizationId, named);
    const days = await daysOfProfiles(client, actor.organizationId, touched);
    if (days.length) await markDirty(client, actor.organizationId, days);
    await recordLedgerAudit(client, actor, {
      action: 'task-rules.changed',
      subject: rules.length === 1 ? '1 rule' : `${rules.length} rules`,
      details: {
        rules: rules
          .map((r) => r.taskType)
          .join(', ')
          .slice(0, 500),
        days: days.length,
      },
    });
    return { renamed: named.length, days: days.length };
  });
  if (wait) await refreshUsage(actor.organizationId);
  return { outcome: 'saved', rules, ...result };
}

/** Makes the rules what a YAML or JSON file says. The same file again changes nothing. Needs `tasks:write`. */
export async function applyTaskRules(actor: Actor, file: { name: string; text: string }): Promise<RulesSaved> {
  requirePermission(actor, 'tasks:write');
  return saveTaskRules(actor, readTaskRules(file.text, file.name));
}

/** The rules as such a file. Needs `events:read`. */
export const exportTaskRules = async (actor: Actor): Promise<string> => writeTaskRules(await getTaskRules(actor));

/** Names of tasks whose success is told otherwise than before. The first of the alphabet counts where two rules of one name differ, as in the sums. */
function changedCriteria(before: readonly TaskRule[], after: readonly TaskRule[]): Set<string> {
  const criterion = (rules: readonly TaskRule[], name: string) => rules.flatMap((r) => (r.taskType === name ? [r.success] : [])).sort()[0];
  const names = [...before, ...after].map((r) => r.taskType);
  return new Set(names.filter((n) => (criterion(before, n) ?? 'last') !== (criterion(after, n) ?? 'last')));
}

export const RulePreviewInput = z.object({
  rule: TaskRuleDefinition,
  /** Rules that are asked before this one and take what they match. */
  before: TaskRuleList.default([]),
});

export interface RulePreview {
  from: string;
  to: string;
  /** Of how many events in all. */
  events: number;
  matched: number;
  /** Events that would be called otherwise than today. */
  renamed: number;
  /** Events that the conditions fit, taken by a rule before. */
  taken: number;
  examples: (Pick<CountedProfile, 'model' | 'channel' | 'team' | 'feature' | 'agent' | 'customer' | 'taskType' | 'calledNow'> & {
    events: number;
  })[];
}

/** What a rule would name, among the last 30 days of use. Needs `events:read`. */
export async function previewTaskRule(actor: Actor, input: z.input<typeof RulePreviewInput>, today: string): Promise<RulePreview> {
  requirePermission(actor, 'events:read');
  const { rule, before } = RulePreviewInput.parse(input);
  const { everLast } = await usageSummary(actor.organizationId, { from: today, to: today });
  const to = addDays(everLast ?? today, 1);
  const from = addDays(to, -PREVIEW_DAYS);
  const profiles = await countedProfiles(actor.organizationId, { from, to });
  const fits = (p: CountedProfile, rules: readonly TaskRule[]) =>
    taskTypeOf(
      { ...p },
      rules.map((r) => ({ ...r, taskType: mark })),
    ) === mark;
  const free = profiles.filter((p) => !fits(p, before));
  const matched = free.filter((p) => fits(p, [rule]));
  const count = (list: readonly CountedProfile[]) => list.reduce((n, p) => n + p.events, 0);
  return {
    from,
    to,
    events: count(profiles),
    matched: count(matched),
    renamed: count(matched.filter((p) => p.calledNow !== rule.taskType)),
    taken: count(profiles.filter((p) => fits(p, [rule]))) - count(matched),
    examples: matched.slice(0, PREVIEW_EXAMPLES).map(({ model, channel, team, feature, agent, customer, taskType, calledNow, events }) => ({
      model,
      channel,
      team,
      feature,
      agent,
      customer,
      taskType,
      calledNow,
      events,
    })),
  };
}

/** No event is called this: whether a rule matched can be told from its name. */
const mark = '\u0000matched';
