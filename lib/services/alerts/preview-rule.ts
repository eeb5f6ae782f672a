import { type Actor, requirePermission } from '../../core/access/actor';
import { conditionOf, scopeWords } from '../../core/alerts/rule-words';
import { type AlertRule, readRule } from '../../core/alerts/rules';
import { between, only, type RuleFacts, scopeOf, spendByDay, type Told } from '../../core/alerts/tell/facts';
import { tellsOf } from '../../core/alerts/tell/tell';
import { addDays, type Day } from '../../core/time/days';
import { prisma } from '../../db/client';
import { listenToLedger } from '../../db/ledger-news';
import { eventsTold } from '../../db/records/alerts';
import { listExpected } from '../../db/records/expected-events';
import { tellAnomalies } from './evaluate-anomalies';
import { type FactsAndCells, readFacts } from './rule-facts';

/** Days that are looked back on. */
const LOOKED_AT = 90;

export interface RulePreview {
  /** The days looked at, half-open. */
  from: Day;
  to: Day;
  /** When it would have told what, oldest first. */
  fired: { day: Day; title: string }[];
  /** How many of these are news that nobody was told: saving the rule tells them. */
  news: number;
  /** Cost by day of what it watches; null for a rule that watches no cost. */
  cost: { currency: string; days: { day: Day; amount: string }[] } | null;
  condition: string;
  scope: string;
}

/** What a rule would have told in the last 90 days, before it is saved. Throws `invalid` naming the field. */
export async function previewRule(actor: Actor, input: Record<string, unknown>, now: Date): Promise<RulePreview> {
  requirePermission(actor, 'alerts:read');
  const { enabled: _, ...said } = input;
  const rule = readRule(said);
  const [facts, expected] = await Promise.all([heldFacts(actor.organizationId, now), listExpected(actor.organizationId)]);
  const to = rule.kind === 'source-late' ? facts.today : facts.completeTo;
  const from = addDays(to, -LOOKED_AT);
  const told = (rule.kind === 'anomaly' ? (facts.hasCosts ? await tellAnomalies(rule, { ...facts, expected }) : []) : tellsOf(rule, facts))
    .filter((t) => t.day >= from)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    from,
    to,
    fired: told.map((t) => ({ day: t.day, title: t.draft.title })),
    news: await unsaid(
      actor.organizationId,
      told.filter((t) => to <= t.until),
    ),
    cost: rule.kind === 'source-late' ? null : costOf(rule, facts, from),
    condition: conditionOf(rule),
    scope: scopeWords(rule),
  };
}

async function unsaid(organization: number, told: readonly Told[]): Promise<number> {
  if (told.length === 0) return 0;
  const known = new Set(
    (
      await eventsTold(
        prisma(),
        organization,
        told.map((t) => t.event),
      )
    ).map((t) => t.event),
  );
  return told.filter((t) => !known.has(t.event)).length;
}

/** What the rule watches, by day, in the currency in which it is most. */
function costOf(rule: AlertRule, { cube, completeTo, today }: RuleFacts, from: Day): RulePreview['cost'] {
  const filters = [...scopeOf(rule), ...(rule.kind === 'unclassified' ? [only('class', 'unclassified')] : [])];
  const measure = 'measure' in rule ? rule.measure : 'effective';
  const found = (rule.currency === null ? cube.currencies() : [rule.currency])
    .map((currency) => ({ currency, days: spendByDay(cube, filters, currency, measure) }))
    .sort((a, b) => (between(a.days, from, completeTo) < between(b.days, from, completeTo) ? 1 : -1))[0];
  if (!found) return null;
  const last = found.days.has(today) ? addDays(today, 1) : completeTo;
  const days: { day: Day; amount: string }[] = [];
  for (let day = from; day < last; day = addDays(day, 1)) days.push({ day, amount: cube.decimal(found.days.get(day) ?? 0n) });
  return { currency: found.currency, days };
}

const FRESH_MS = 60_000;
const held = new Map<number, { day: Day; until: number; facts: Promise<FactsAndCells> }>();
let listening = false;

/** From memory for a minute, unless a load is activated or taken back: a preview is asked for with every change of a field. */
function heldFacts(organization: number, now: Date): Promise<FactsAndCells> {
  if (!listening) {
    listening = true;
    listenToLedger((changed) => held.delete(changed)).catch(() => {
      listening = false;
    });
  }
  const day = now.toISOString().slice(0, 10);
  const before = held.get(organization);
  if (before?.day === day && before.until > now.getTime()) return before.facts;
  for (const [key, h] of held) if (h.until <= now.getTime()) held.delete(key);
  const facts = readFacts(organization, now, { days: LOOKED_AT, history: true });
  held.set(organization, { day, until: now.getTime() + FRESH_MS, facts });
  facts.catch(() => held.delete(organization));
  return facts;
}
