import type { Told } from '../../core/alerts/tell/facts';
import { type AlertDraft, type Severity, severities } from '../../core/alerts/types';
import { prisma } from '../../db/client';
import { eventsTold, raiseAlerts } from '../../db/records/alerts';
import type { RuleInForce } from './rules-in-force';

export interface ToldByRule extends Told {
  by: RuleInForce;
}

const rank = (severity: string) => severities.indexOf(severity as Severity);

/**
 * Raises what rules tell, each event once: what any rule has told is told again only by one that takes it for more serious. Returns the ids of
 * the alerts raised.
 */
export async function raiseTold(organization: number, told: readonly ToldByRule[]): Promise<number[]> {
  if (told.length === 0) return [];
  return prisma().$transaction(async (tx) => {
    const known = new Map<string, number>();
    for (const t of await eventsTold(tx, organization, [...new Set(told.map((t) => t.event))]))
      known.set(t.event, Math.max(known.get(t.event) ?? -1, rank(t.severity)));
    const drafts: AlertDraft[] = [];
    for (const t of [...told].sort((a, b) => rank(b.draft.severity) - rank(a.draft.severity))) {
      if ((known.get(t.event) ?? -1) >= rank(t.draft.severity)) continue;
      known.set(t.event, rank(t.draft.severity));
      drafts.push({ ...t.draft, key: keyOf(t), ruleId: t.by.id });
    }
    drafts.sort((a, b) => told.findIndex((t) => keyOf(t) === a.key) - told.findIndex((t) => keyOf(t) === b.key));
    return raiseAlerts(tx, organization, drafts);
  });
}

/** What Headroom's own rules tell has no rule in its key: changing them tells nothing anew. */
const keyOf = ({ event, by }: ToldByRule): string => (by.rule.origin === null ? `${event} rule ${by.id}` : event);
