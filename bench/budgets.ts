import { readBudget } from '../lib/core/budgets/read';
import { evaluateBudgets } from '../lib/services/alerts/evaluate-budgets';
import { writeBudgets } from '../lib/services/budgets/apply-budgets';
import { operatorOf } from '../lib/services/identity/operator';

/** A thousand budgets over one ledger: how long an evaluation takes, the first of which raises alerts for hundreds of them. Seconds. */
export async function evaluateThousand(day: string): Promise<{ first: number; again: number; raised: number }> {
  const actor = await operatorOf(undefined, 'Benchmark');
  const budgets = Array.from({ length: 1_000 }, (_, i) =>
    readBudget({
      name: `budget ${i}`,
      currency: 'USD',
      amount: '100',
      filter: [
        `team:team-${i % 12}`,
        `sub-account:Subscription ${i % 40}`,
        ...(i % 2 ? [`model:${['gpt-5', 'gpt-4.1'][i % 4 === 1 ? 0 : 1]}`] : []),
      ],
    }),
  );
  await writeBudgets(actor, budgets);
  const now = new Date(`${day}T12:00:00Z`);
  const timed = async () => {
    const started = performance.now();
    const raised = await evaluateBudgets(actor.organizationId, now);
    return { seconds: (performance.now() - started) / 1000, raised: raised.length };
  };
  const first = await timed();
  const again = await timed();
  return { first: first.seconds, again: again.seconds, raised: first.raised };
}
