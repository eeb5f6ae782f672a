import { prisma } from '../../db/client';
import { evaluateAgreements } from './evaluate-agreements';
import { evaluateAnomalies } from './evaluate-anomalies';
import { evaluateBudgets } from './evaluate-budgets';
import { evaluateRules } from './evaluate-rules';
import { evaluateUsage } from './evaluate-usage';

/** Looks whether anything was crossed: after a load counts or no longer does, and every hour. Returns how many alerts it raised. */
export async function evaluate(organization: number, now: Date): Promise<number> {
  const raised = [
    ...(await evaluateBudgets(organization, now)),
    ...(await evaluateAnomalies(organization, now)),
    ...(await evaluateAgreements(organization, now)),
    ...(await evaluateRules(organization, now)),
    ...(await evaluateUsage(organization, now)),
  ];
  return raised.length;
}

/** The same for every organisation, one after the other; one that fails does not keep the others from it. */
export async function evaluateAll(now: Date): Promise<void> {
  for (const { id } of await prisma().organization.findMany({ select: { id: true } }))
    await evaluate(id, now).catch((e) => console.error(`evaluation of organisation ${id} failed`, e));
}

/** After a load: a failed evaluation must not make a good import look bad; the hourly one comes again. */
export const evaluateAfterLoad = (organization: number): Promise<void> =>
  evaluate(organization, new Date()).then(
    () => {},
    (e) => console.error(`evaluation of organisation ${organization} failed`, e),
  );
