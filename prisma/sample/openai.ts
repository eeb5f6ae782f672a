import type { Day, Month } from './calendar';
import { addDays } from './calendar';
import { company, type Demand, unitsOn, work } from './company';
import { csvText } from './csv';
import { decimal, type Exact, exact, scaled, times } from './money';
import { letters } from './random';
import { billedIn, type SampleContent } from './sample-file';
import type { Story } from './story';

/** One line of the bill. Prices are per million of what is counted, in dollars. */
interface Line extends Demand {
  project: string;
  item: string;
  /** Null where the API names no unit. */
  unit: 'tokens' | 'duration_minutes' | null;
  perMillion: string;
  /** The model and what the usage page counts it as. */
  usage?: { model: string; field: 'uncached' | 'cached' | 'output' };
}

const directions = { uncached: 'input', cached: 'cached input', output: 'output' } as const;
type Field = keyof typeof directions;
const project = (team: string) => `proj_${letters(`project ${team}`, 24)}`;

function model(
  workload: Demand['workload'],
  name: string,
  curve: Demand['curve'],
  tokens: Partial<Record<Field, [number, string]>>,
): Line[] {
  return Object.entries(tokens).map(([key, [perDay, perMillion]]) => {
    const field = key as Field;
    const item = `${name}, ${directions[field]}`;
    const whose = { workload, project: project(workload.team) };
    return {
      ...whose,
      key: `openai ${workload.team} ${item}`,
      perDay,
      curve,
      item,
      unit: 'tokens',
      perMillion,
      usage: { model: name, field },
    };
  });
}

function tool(workload: Demand['workload'], item: string, unit: Line['unit'], perDay: number, perMillion: string): Line {
  return { key: `openai ${item}`, workload, project: project(workload.team), perDay, curve: 'rising', item, unit, perMillion };
}

/** What the organisation buys of OpenAI each day. */
export const openAiLines: Line[] = [
  ...model(work('tutoring'), 'gpt-5-mini-2025-08-07', 'rising', {
    uncached: [60_000_000, '0.25'],
    cached: [80_000_000, '0.025'],
    output: [9_000_000, '2'],
  }),
  ...model(work('content'), 'gpt-4.1-2025-04-14', 'fading', {
    uncached: [18_000_000, '2'],
    cached: [9_000_000, '0.5'],
    output: [5_000_000, '8'],
  }),
  ...model(work('content'), 'gpt-5.5-2026-04-23', 'newInSummer', {
    uncached: [15_000_000, '2.5'],
    cached: [26_000_000, '0.25'],
    output: [3_600_000, '20'],
  }),
  ...model(work('search'), 'gpt-4o-mini-2024-07-18', 'steady', { uncached: [40_000_000, '0.15'], output: [6_000_000, '0.6'] }),
  ...model(work('support', 'staging'), 'o4-mini-2025-04-16', 'steady', { uncached: [3_000_000, '1.1'], output: [900_000, '4.4'] }),
  tool(work('search'), 'text-embedding-3-large, input', 'tokens', 90_000_000, '0.13'),
  tool(work('tutoring'), 'whisper-1, audio', 'duration_minutes', 2_600, '6000'),
  tool(work('support'), 'web search tool calls', null, 900, '10000'),
];

/** The research team's organisation has no admin key: its costs are exported by hand from the dashboard. */
const labLines = model(work('research', 'prod'), 'gpt-5.4-2026-03-05', 'steady', {
  uncached: [4_000_000, '2.5'],
  cached: [2_500_000, '0.25'],
  output: [700_000, '15'],
});

export function* openAiFiles(months: Month[]): Generator<SampleContent> {
  for (const month of months) {
    let billed: Exact = 0n;
    const costs = month.days.map((day) =>
      openAiLines.flatMap((line) => {
        const units = unitsOn(line, day);
        if (units === 0n) return [];
        const cost = costOf(line, units);
        billed += cost;
        return [costResult(line, units, cost, month.index)];
      }),
    );
    const usage = month.days.map(usageResults);
    const meta = { provider: 'openai', month: month.name } as const;
    yield {
      ...meta,
      ...page(`openai/costs-${month.name}.json`, month, costs),
      format: 'openai-costs-api',
      billed: billedIn('USD', billed),
    };
    yield { ...meta, ...page(`openai/completions-usage-${month.name}.json`, month, usage), format: 'openai-usage-api', billed: [] };
  }
}

/** Days without spend stand in the export with empty cells; here every Sunday. */
export function openAiDashboardFile(months: Month[], story: Story): SampleContent {
  const days = months.flatMap((month) => month.days).filter((day) => day.date >= story.dashboardFrom);
  const last = days.at(-1)?.next ?? story.dashboardFrom;
  let billed: Exact = 0n;
  const rows = days.flatMap((day) => {
    const time = {
      start_time: String(seconds(day.date)),
      end_time: String(seconds(day.next)),
      start_time_iso: `${day.date}T00:00:00+00:00`,
      end_time_iso: `${day.next}T00:00:00+00:00`,
    };
    if (day.weekday === 6) return [time];
    return labLines.map((line) => {
      const units = unitsOn(line, day);
      const cost = costOf(line, units);
      billed += cost;
      const [whole, fraction = ''] = decimal(cost).split('.');
      return { ...time, ...lab, amount_value: `${whole}.${fraction.padEnd(30, '0')}`, quantity: String(units), line_item: line.item };
    });
  });
  const path = `openai/cost_${story.dashboardFrom}_${last}.csv`;
  const month = last.slice(0, 7);
  const content = csvText(dashboardColumns, rows);
  return { path, provider: 'openai', format: 'openai-cost-csv', month, rows: rows.length, billed: billedIn('USD', billed), content };
}

const dashboardColumns = [
  ...['start_time', 'end_time', 'start_time_iso', 'end_time_iso', 'amount_value', 'amount_currency', 'quantity', 'quantity_unit'],
  ...['line_item', 'user_id', 'api_key_id', 'project_id', 'organization_id', 'project_name', 'organization_name', 'user_email'],
  'api_source',
] as const;

const lab = {
  amount_currency: 'usd',
  quantity_unit: 'tokens',
  api_key_id: `key_${letters('lab key', 16)}`,
  project_id: project('research'),
  project_name: 'learning-lab',
  organization_id: 'org-northwind-lab',
  organization_name: 'Northwind Learning Lab',
  user_email: company.labContact,
};

function costOf(line: Line, units: bigint): Exact {
  return times(scaled(units, 6), exact(line.perMillion));
}

/** Older answers have the amount as a number, newer ones as text. */
function costResult(line: Line, units: bigint, cost: Exact, monthIndex: number): string {
  const value = monthIndex < 6 ? decimal(cost) : `"${decimal(cost)}"`;
  const quantity = line.unit === null ? 'null' : String(units);
  const who = `"line_item":${JSON.stringify(line.item)},"project_id":"${line.project}","api_key_id":null`;
  const unit = JSON.stringify(line.unit);
  return `{"object":"organization.costs.result","amount":{"value":${value},"currency":"usd"},${who},"quantity":${quantity},"quantity_unit":${unit}}`;
}

/** Tokens by project and model; the three lines of a model are one result. */
function usageResults(day: Day): string[] {
  const groups = new Map<string, { project: string; model: string; counts: Record<Field, bigint> }>();
  for (const line of openAiLines) {
    if (!line.usage) continue;
    const key = `${line.project} ${line.usage.model}`;
    const group = groups.get(key) ?? { project: line.project, model: line.usage.model, counts: { uncached: 0n, cached: 0n, output: 0n } };
    group.counts[line.usage.field] += unitsOn(line, day);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ counts }) => counts.uncached + counts.output > 0n).map(usageResult);
}

function usageResult({ project, model, counts }: { project: string; model: string; counts: Record<Field, bigint> }): string {
  const { uncached, cached, output } = counts;
  return JSON.stringify({
    object: 'organization.usage.completions.result',
    input_tokens: Number(uncached + cached),
    input_cached_tokens: Number(cached),
    input_cache_write_tokens: 0,
    input_uncached_tokens: Number(uncached),
    output_tokens: Number(output),
    input_text_tokens: Number(uncached),
    output_text_tokens: Number(output),
    input_cached_text_tokens: Number(cached),
    input_audio_tokens: 0,
    input_cached_audio_tokens: 0,
    output_audio_tokens: 0,
    num_model_requests: Number((uncached + cached) / 2_400n) + 1,
    project_id: project,
    user_id: null,
    api_key_id: null,
    model,
    batch: null,
    service_tier: null,
  });
}

/** One page holds the whole month; its last bucket is the day after, which is still empty. */
function page(path: string, month: Month, days: string[][]): { path: string; rows: number; content: string } {
  const bucket = (date: string, results: string[]) =>
    `{"object":"bucket","start_time":${seconds(date)},"end_time":${seconds(addDays(date, 1))},"results":[${results.join(',')}]}`;
  const buckets = month.days.map((day, nth) => bucket(day.date, days[nth] ?? []));
  const open = month.closed ? [] : [bucket(month.days.at(-1)?.next ?? month.first, [])];
  const content = `{"object":"page","data":[\n${[...buckets, ...open].join(',\n')}\n],"has_more":false,"next_page":null}\n`;
  return { path, rows: days.reduce((sum, results) => sum + results.length, 0), content };
}

function seconds(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
