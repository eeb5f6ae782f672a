import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import { addDays } from '@/lib/core/time/days';
import { listRules } from '@/lib/services/alerts/manage-rules';
import { queryCosts } from '@/lib/services/costs/query-costs';
import { RulesPanel } from './rules-panel';

/** The rules, and the currencies of the last three months for new ones. */
export async function RulesTab({ actor, now }: { actor: Actor; now: Date }) {
  const to = addDays(now.toISOString().slice(0, 10), 1);
  const [rules, costs] = await Promise.all([
    listRules(actor, now),
    queryCosts(actor, { groupBy: ['currency'], from: addDays(to, -92), to }),
  ]);
  const currencies = [...new Set(costs.map((c) => c.currency))].filter((c) => /^[A-Z]{3}$/.test(c)).sort();
  return <RulesPanel rules={rules} currencies={currencies} mayWrite={can(actor.role, 'rules:write')} now={now.toISOString()} />;
}
