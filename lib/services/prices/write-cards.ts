import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../core/access/actor';
import type { PlannedChange } from '../../core/plan';
import { cardIdentity, cardName, ratesInWords } from '../../core/pricing/own-price';
import type { RateCard } from '../../core/pricing/types';
import { prisma, type Transaction } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { insertPriceCards, listPriceCards, lockPrices, type StoredCard, withdrawPriceCards } from '../../db/records/price-cards';

interface Step {
  planned: PlannedChange;
  before: StoredCard | null;
  after: RateCard | null;
}

interface Options {
  note?: string;
  dryRun?: boolean;
  /** Withdraws own prices that are not among the wanted ones. */
  prune?: boolean;
}

/** Makes the wanted cards own prices, whole or not at all. A changed card is withdrawn and set anew, so that what counted before stays readable. */
export async function writeCards(
  actor: Actor,
  wanted: readonly RateCard[],
  { note = '', dryRun = false, prune = false }: Options,
): Promise<{ plan: PlannedChange[]; ids: number[] }> {
  if (dryRun) return { plan: planOf(await listPriceCards(actor.organizationId), wanted, prune).map((s) => s.planned), ids: [] };
  return prisma().$transaction(
    async (tx) => {
      await lockPrices(tx, actor.organizationId);
      const steps = planOf(await listPriceCards(actor.organizationId, tx), wanted, prune);
      const gone = steps.flatMap(({ planned, before }) => (before && planned.action !== 'unchanged' ? [before.id] : []));
      if (gone.length) await withdrawPriceCards(tx, actor.organizationId, gone);
      const set = steps.flatMap(({ planned, after }) => (after && planned.action !== 'unchanged' ? [{ card: after, note }] : []));
      const made = set.length ? await insertPriceCards(tx, actor.organizationId, set, actor.name) : [];
      for (const step of steps) await audit(tx, actor, step, note);
      return { plan: steps.map((s) => s.planned), ids: made.map((m) => m.id) };
    },
    { timeout: 60_000 },
  );
}

function planOf(stored: readonly StoredCard[], wanted: readonly RateCard[], prune: boolean): Step[] {
  const there = new Map(stored.map((s) => [cardIdentity(s.card), s]));
  const steps = wanted.map((after): Step => {
    const before = there.get(cardIdentity(after)) ?? null;
    const fields = before ? differing(before.card, after) : [];
    const action = before ? (fields.length ? 'change' : 'unchanged') : 'create';
    return { planned: { action, name: cardName(after), fields }, before, after };
  });
  const named = new Set(wanted.map(cardIdentity));
  const extra = prune ? stored.filter((s) => !named.has(cardIdentity(s.card))) : [];
  return [
    ...steps,
    ...extra.map((before): Step => ({ planned: { action: 'delete', name: cardName(before.card), fields: [] }, before, after: null })),
  ];
}

const differing = (before: RateCard, after: RateCard): string[] =>
  (Object.keys(after) as (keyof RateCard)[]).filter((k) => !isDeepStrictEqual(before[k], after[k]));

const verbs = { create: 'price.set', change: 'price.changed', delete: 'price.withdrawn' } as const;

async function audit(tx: Transaction, actor: Actor, { planned, before, after }: Step, note: string): Promise<void> {
  if (planned.action === 'unchanged') return;
  const details = {
    ...(before && { before: ratesInWords(before.card) }),
    ...(after && { after: ratesInWords(after) }),
    ...(note && { note }),
  };
  await recordAudit(tx, actor, { action: verbs[planned.action], subject: planned.name, details });
}
