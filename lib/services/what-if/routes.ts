import Big from 'big.js';
import { stringify } from 'yaml';
import { ENOUGH_TASKS, SUCCESS_TOLERANCE } from '../../core/units/quality';
import { type TaskModel, taskModels } from '../../db/queries/task-models';

/** A task type that could go to a model it has already run on for less, with what that is known by. */
export interface Route {
  taskType: string;
  currency: string;
  from: { model: string; channel: string | null; perTask: string; success: number | null; tasks: number };
  to: { model: string; channel: string | null; perTask: string; success: number | null; tasks: number };
  /** If all of them had gone there, at list price. */
  saving: string;
  evidence: string;
  caveat: string | null;
  /** A piece of LiteLLM's configuration. */
  config: string;
}

/** Per task type: a cheaper model whose own runs went as well. Nothing is suggested that has not been tried. */
export async function routesOf(
  organization: number,
  scope: { from: string; to: string; taskType?: string | null; team?: string | null },
): Promise<Route[]> {
  const rows = (await taskModels(organization, scope)).filter((r) => r.list !== null && r.listCurrency !== null && r.tasks > 0);
  const routes: Route[] = [];
  for (const taskType of new Set(rows.map((r) => r.taskType))) {
    const own = rows.filter((r) => r.taskType === taskType);
    const main = [...own].sort((a, b) => new Big(b.list ?? 0).cmp(a.list ?? 0))[0];
    if (!main) continue;
    const better = own
      .filter(
        (r) =>
          r !== main &&
          r.listCurrency === main.listCurrency &&
          r.tasks >= ENOUGH_TASKS &&
          perTask(r).lt(perTask(main)) &&
          isAsGood(r, main),
      )
      .sort((a, b) => perTask(a).cmp(perTask(b)))[0];
    if (better) routes.push(routeOf(taskType, main, better));
  }
  return routes.sort((a, b) => new Big(b.saving).cmp(a.saving));
}

const perTask = (r: TaskModel): Big => new Big(r.list ?? 0).div(r.tasks);
const successOf = (r: TaskModel): number | null => (r.reported > 0 ? r.succeeded / r.reported : null);
const isAsGood = (r: TaskModel, main: TaskModel): boolean => {
  const [a, b] = [successOf(r), successOf(main)];
  return a === null || b === null || a >= b - SUCCESS_TOLERANCE;
};

function routeOf(taskType: string, main: TaskModel, better: TaskModel): Route {
  const side = (r: TaskModel) => ({
    model: r.model,
    channel: r.channel,
    perTask: perTask(r).round(6, Big.roundHalfEven).toFixed(),
    success: successOf(r),
    tasks: r.tasks,
  });
  const [from, to] = [side(main), side(better)];
  const rate = (s: number | null) => (s === null ? 'success not reported' : `${(s * 100).toFixed(1)} % succeeded`);
  const provider =
    { bedrock: 'bedrock', azure: 'azure', vertex: 'vertex_ai', gemini: 'gemini' }[better.channel ?? ''] ?? better.channel ?? 'openai';
  return {
    taskType,
    currency: main.listCurrency ?? '',
    from,
    to,
    saving: perTask(main).minus(perTask(better)).times(main.tasks).round(2, Big.roundHalfEven).toFixed(),
    evidence: `${to.tasks} runs of its own there: ${rate(to.success)}; ${from.tasks} runs on ${from.model}: ${rate(from.success)}`,
    caveat: to.success === null || from.success === null ? 'Nobody reports how they went: check the answers before you move it.' : null,
    config: stringify({
      model_list: [
        {
          model_name: taskType.replaceAll(' ', '-'),
          litellm_params: { model: provider === 'openai' ? better.model : `${provider}/${better.model}` },
        },
      ],
      router_settings: { fallbacks: [{ [taskType.replaceAll(' ', '-')]: [main.model] }] },
    }),
  };
}
