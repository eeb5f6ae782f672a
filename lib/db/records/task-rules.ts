import { type TaskRule, TaskRuleDefinition } from '../../core/usage/task-rules';
import { prisma, type Transaction } from '../client';

export interface StoredTaskRule extends TaskRule {
  id: number;
  name: string;
}

/** In the order in which they are asked. */
export async function listTaskRules(organizationId: number): Promise<StoredTaskRule[]> {
  const rows = await prisma().taskRule.findMany({ where: { organizationId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map((r) => ({ id: r.id, name: r.name, ...TaskRuleDefinition.parse(r.definition) }));
}

export const replaceTaskRules = async (tx: Transaction, organizationId: number, rules: readonly TaskRule[]): Promise<void> => {
  await tx.taskRule.deleteMany({ where: { organizationId } });
  await tx.taskRule.createMany({
    data: rules.map((definition, position) => ({ organizationId, name: `${position + 1}. ${definition.taskType}`, position, definition })),
  });
};
