import Big from 'big.js';
import { stringify } from 'yaml';
import type { PriceBook } from '../../core/pricing/price-book';
import { ENOUGH_TASKS, SUCCESS_TOLERANCE } from '../../core/units/quality';
import { isChannel } from '../../core/usage/channels';
import { type Assumption, writeAssumption } from '../../core/what-if/assumptions';
import { runScenario } from '../../core/what-if/scenario';
import type { UsageCell } from '../../core/what-if/usage-cell';
import { type TaskModel, taskModels } from '../../db/queries/task-models';

/** A task type that could go to a model it has already run on for less, with what that is known by. */
export interface Route {
  taskType: string;
  currency: string;
  from: { model: string; channel: string | null; perTask: string; success: number | null; tasks: number };
  to: { model: string; channel: string | null; perTask: string; success: number | null; tasks: number };
  /** The same tokens there, at list price: what the scenario of `assumptions` says of this task type on `from`. */
  saving: string;
  /** Calls that are on neither side of it, having no price. */
  leftOut: number;
  /** As an address has them, of the task type, the model and the channel of `from`. */
  assumptions: string[];
  evidence: string;
  caveat: string | null;
  /** A piece of LiteLLM's configuration. */
  config: string;
}

/**
 * Per task type: a cheaper model whose own runs went as well. Nothing is suggested that has not been tried, nor what the scenario of it would not
 * bear out. `cells` is the use of the scope.
 */
export async function routesOf(
  organization: number,
  scope: { from: string; to: string; taskType?: string | null; team?: string | null },
  { cells, book, priceDay }: { cells: readonly UsageCell[]; book: PriceBook; priceDay: string | null },
): Promise<Route[]> {
  const rows = (await taskModels(organization, scope)).filter((r) => r.list !== null && r.listCurrency !== null && r.tasks > 0);
  const routes: Route[] = [];
  for (const taskType of new Set(rows.map((r) => r.taskType))) {
    const own = rows.filter((r) => r.taskType === taskType);
    const main = [...own].sort((a, b) => new Big(b.list ?? 0).cmp(a.list ?? 0))[0];
    if (!main) continue;
    const moved = cells.filter((c) => c.taskType === taskType && c.model === main.model && c.channel === main.channel);
    const better = own
      .filter(
        (r) =>
          r !== main &&
          r.listCurrency === main.listCurrency &&
          r.tasks >= ENOUGH_TASKS &&
          perTask(r).lt(perTask(main)) &&
          isAsGood(r, main),
      )
      .sort((a, b) => perTask(a).cmp(perTask(b)))
      .flatMap((r) => {
        const assumptions = assumptionsOf(main, r);
        const { totals, unpriced } = runScenario(moved, assumptions, book, { priceDay });
        const total = totals.find((t) => t.currency === main.listCurrency);
        if (!total || !new Big(total.difference).lt(0)) return [];
        const saving = new Big(total.difference).times(-1).round(2, Big.roundHalfEven).toFixed();
        const leftOut = unpriced.reduce((n, u) => n + u.events, 0);
        return [{ to: r, said: { saving, leftOut, assumptions: assumptions.map(writeAssumption) } }];
      })[0];
    if (better) routes.push({ ...routeOf(taskType, main, better.to), ...better.said });
  }
  return routes.sort((a, b) => new Big(b.saving).cmp(a.saving));
}

const perTask = (r: TaskModel): Big => new Big(r.list ?? 0).div(r.tasks);
const successOf = (r: TaskModel): number | null => (r.reported > 0 ? r.succeeded / r.reported : null);
const isAsGood = (r: TaskModel, main: TaskModel): boolean => {
  const [a, b] = [successOf(r), successOf(main)];
  return a === null || b === null || a >= b - SUCCESS_TOLERANCE;
};

function assumptionsOf(main: TaskModel, { model, channel }: TaskModel): Assumption[] {
  return [
    ...(model === main.model ? [] : [{ kind: 'model', from: main.model, to: model, share: '1' } as const]),
    ...(channel === null || channel === main.channel || !isChannel(channel)
      ? []
      : [{ kind: 'channel', from: null, to: channel, share: '1' } as const]),
  ];
}

function routeOf(taskType: string, main: TaskModel, better: TaskModel): Omit<Route, 'saving' | 'leftOut' | 'assumptions'> {
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
