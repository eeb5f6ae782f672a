import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { AppError } from '../app-error';
import { type TaskRule, TaskRuleDefinition } from '../usage/task-rules';

const mostRules = 200;
const words: Readonly<Record<string, string>> = { task_type: 'taskType', api_key: 'apiKey' };

/** `task_type` and `taskType` mean the same, as a name and as the field a rule asks for. */
function spelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelt);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [words[k] ?? k, k === 'field' && typeof v === 'string' ? (words[v] ?? v) : spelt(v)]),
  );
}

export const TaskRuleList = z.array(TaskRuleDefinition).max(mostRules);

/** Reads the rules of a YAML or JSON file: a list, or a list under `rules`. Their order is the order in which they are asked. */
export function readTaskRules(text: string, fileName: string): TaskRule[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? e.message.split('\n')[0] : 'is no YAML'}`);
  }
  const list = Array.isArray(value) ? value : typeof value === 'object' && value !== null && 'rules' in value ? value.rules : undefined;
  const read = TaskRuleList.safeParse(spelt(list));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.length ? `, ${issue.path.map((p) => (typeof p === 'number' ? `no. ${p + 1}` : String(p))).join(', ')}` : '';
  throw new AppError(
    'invalid',
    list === undefined ? `${fileName} has no list of rules.` : `${fileName}${at}: ${issue?.message ?? 'cannot be read'}.`,
  );
}

/** A file that `readTaskRules` reads as the same rules. */
export const writeTaskRules = (rules: readonly TaskRule[]): string =>
  stringify({ rules: rules.map(({ taskType, match, success, owner }) => ({ taskType, match, success, owner })) });
