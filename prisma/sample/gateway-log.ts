import { accounts, awsSeries } from './aws-workloads';
import { enterprise } from './azure-meters';
import type { Day, Month } from './calendar';
import { type Demand, unitsOn } from './company';
import { decimal, exact } from './money';
import { openAiLines } from './openai';
import { hex, millionths } from './random';
import type { Story } from './story';

/** What the company's gateway logs: calls of these workloads, month by month. What does not go through it has bills and no log. */
interface Logged {
  task: string;
  team: string;
  feature: string;
  provider: 'bedrock' | 'azure' | 'openai';
  model: string;
  region?: string;
  deployment?: string;
  account: string;
  /** Tasks on a working day, and calls of one task in hundredths. */
  tasks: number;
  calls: number;
  customers: number;
  /** Of a thousand tasks. */
  failing: number;
  uncached: Demand[];
  cached: Demand[];
  written: Demand[];
  output: Demand[];
}

const aws = (product: string, kind: string) =>
  awsSeries.filter((s) => s.product.startsWith(product) && s.workload.environment === 'prod' && s.key.endsWith(` ${kind}`));
const azure = (team: string, meter: string) =>
  enterprise.filter((s) => s.workload.team === team && s.workload.environment === 'prod' && s.meter.name.startsWith(meter));
const azureMeters = (team: string, input: string, cached: string, output: string) => ({
  uncached: azure(team, input),
  cached: azure(team, cached),
  written: [],
  output: azure(team, output),
});
const openai = (item: string) => openAiLines.filter((l) => l.item === item && l.workload.environment === 'prod');

const bedrock = (product: string) => ({
  uncached: aws(product, 'input'),
  cached: aws(product, 'read'),
  written: aws(product, 'write'),
  output: aws(product, 'output'),
});
const direct = (model: string) => ({
  uncached: openai(`${model}, input`),
  cached: openai(`${model}, cached input`),
  written: [],
  output: openai(`${model}, output`),
});

const project = (item: string) => openai(item)[0]?.project ?? '';
const support = { task: 'support answer', team: 'support', feature: 'help-desk', customers: 24 };
const tutoring = { task: 'tutoring session', team: 'tutoring', feature: 'tutor-chat', customers: 40, failing: 15 };
const lessons = { task: 'lesson draft', team: 'content', feature: 'lesson-writer', customers: 6, failing: 40 };
const search = { task: 'course search', team: 'search', feature: 'course-search', customers: 40, failing: 8, calls: 100 };
const onBedrock = { provider: 'bedrock', region: 'us-east-1', account: accounts.prod.id } as const;
const onAzure = (resource: string) => ({ provider: 'azure', deployment: 'global', account: resource }) as const;
const tutorOnAzure = onAzure('nw-tutor-chat-prod-ai');
const gpt5Mini = direct('gpt-5-mini-2025-08-07');

const logged = (): Logged[] => [
  {
    ...support,
    ...onBedrock,
    deployment: 'in_region',
    model: 'claude-haiku-4-5',
    tasks: 190,
    calls: 220,
    failing: 90,
    ...bedrock('Claude Haiku 4.5'),
  },
  {
    ...support,
    ...onAzure('nw-help-desk-prod-ai'),
    model: 'gpt-5-mini',
    tasks: 140,
    calls: 200,
    failing: 70,
    ...azureMeters('support', 'GPT 5 Mini Inpt', 'GPT 5 Mini cchd', 'GPT 5 Mini outpt'),
  },
  { ...lessons, ...onBedrock, deployment: 'global', model: 'claude-sonnet-4-6', tasks: 36, calls: 420, ...bedrock('Claude Sonnet 4.6') },
  {
    ...lessons,
    provider: 'openai',
    account: project('gpt-5.5-2026-04-23, input'),
    model: 'gpt-5.5-2026-04-23',
    tasks: 24,
    calls: 300,
    ...direct('gpt-5.5-2026-04-23'),
  },
  {
    ...tutoring,
    provider: 'openai',
    account: project('gpt-5-mini-2025-08-07, input'),
    model: 'gpt-5-mini-2025-08-07',
    tasks: 170,
    calls: 100,
    ...gpt5Mini,
  },
  {
    ...tutoring,
    ...tutorOnAzure,
    model: 'gpt-5',
    tasks: 130,
    calls: 120,
    ...azureMeters('tutoring', 'GPT 5 Inpt', 'GPT 5 cchd', 'GPT 5 outpt'),
  },
  { ...tutoring, ...tutorOnAzure, model: 'gpt-5.4', tasks: 60, calls: 120, ...azureMeters('tutoring', '5.4 inp', '5.4 cd inp', '5.4 opt') },
  {
    ...search,
    provider: 'openai',
    account: project('gpt-4o-mini-2024-07-18, input'),
    model: 'gpt-4o-mini-2024-07-18',
    tasks: 380,
    ...direct('gpt-4o-mini-2024-07-18'),
  },
];

/**
 * What the gateway believes a million tokens cost, in USD: input, cached, written to the cache, output. Its list is as old as such lists are: it knows no
 * cheaper cached tokens of Bedrock's small model and no price of the newest one at all.
 */
const believed: Readonly<Record<string, readonly [uncached: string, cached: string, written: string, output: string]>> = {
  'claude-haiku-4-5': ['1', '1', '1.25', '5'],
  'claude-sonnet-4-6': ['3', '0.3', '3.75', '15'],
  'gpt-5': ['1.25', '0.125', '0', '10'],
  'gpt-5-mini': ['0.25', '0.025', '0', '2'],
  'gpt-5-mini-2025-08-07': ['0.25', '0.025', '0', '2'],
  'gpt-5.5-2026-04-23': ['2.5', '0.25', '0', '20'],
  'gpt-4o-mini-2024-07-18': ['0.15', '0.075', '0', '0.6'],
};

function estimateOf(model: string, tokens: readonly [uncached: number, cached: number, written: number, output: number]): string | null {
  const prices = believed[model];
  if (!prices) return null;
  return decimal(tokens.reduce((sum, n, kind) => sum + (BigInt(n) * exact(prices[kind] ?? '0')) / 1_000_000n, 0n));
}

export interface GatewayLog {
  path: string;
  events: number;
  content: string;
}

/** The last three months of the gateway, as Headroom's plain events in JSON lines. The same day gives the same bytes. */
export function gatewayLogs(months: readonly Month[], story: Story): GatewayLog[] {
  const works = logged();
  return months.slice(-3).map((month) => {
    const rows = month.days.flatMap((day) => works.flatMap((w, n) => rowsOf(w, n, day, story)));
    return { path: `gateway/events-${month.name}.jsonl`, events: rows.length, content: rows.length ? `${rows.join('\n')}\n` : '' };
  });
}

const week = [103, 106, 107, 105, 96, 70, 74];

function rowsOf(w: Logged, n: number, day: Day, story: Story): string[] {
  const tasks = Math.round((w.tasks * (week[day.weekday] ?? 100)) / 100);
  // the second version of the support agent looks things up again and asks more often
  const isNewAgent = w.task === 'support answer' && day.date >= story.newSupportAgent;
  const per = w.calls + (isNewAgent ? 90 : 0);
  const calls: { task: number; step: number; of: number; weight: bigint }[] = [];
  for (let task = 0; task < tasks; task++) {
    const of = Math.max(1, Math.round((per * Number(millionths(`calls ${n} ${day.date} ${task}`, 450_000))) / 100_000_000));
    for (let step = 0; step < of; step++)
      calls.push({ task, step, of, weight: millionths(`size ${n} ${day.date} ${task} ${step}`, 700_000) + BigInt(step * 250_000) });
  }
  const whole = calls.reduce((sum, c) => sum + c.weight, 0n);
  const units = {
    uncached: total(w.uncached, day),
    cached: total(w.cached, day),
    written: total(w.written, day),
    output: total(w.output, day),
  };
  if (units.uncached + units.output === 0n) return [];
  return calls.map((c, i) => row(w, n, day, c, i, isNewAgent, (kind) => Number((units[kind] * c.weight) / whole)));
}

const total = (demands: readonly Demand[], day: Day): bigint => demands.reduce((sum, d) => sum + unitsOn(d, day), 0n);

function row(
  w: Logged,
  n: number,
  day: Day,
  c: { task: number; step: number; of: number },
  i: number,
  isNewAgent: boolean,
  tokens: (kind: 'uncached' | 'cached' | 'written' | 'output') => number,
): string {
  const at =
    Date.parse(`${day.date}T00:00:00Z`) +
    Math.floor((Number(millionths(`when ${n} ${day.date} ${c.task}`, 999_000)) / 2_000_000) * 86_000_000) +
    c.step * 9_000;
  const chance = Number(millionths(`luck ${n} ${day.date} ${c.task}`, 500_000)) - 500_000; // 0 to a million
  const fails = chance < w.failing * 1_000;
  const isLast = c.step === c.of - 1;
  // a call that came to nothing and was made again
  const isRetried = !isLast && Number(millionths(`again ${n} ${day.date} ${c.task} ${c.step}`, 500_000)) < 500_000 + w.failing * 250;
  const { uncached, cached, written, output } = {
    uncached: tokens('uncached'),
    cached: tokens('cached'),
    written: tokens('written'),
    output: tokens('output'),
  };
  const estimate = estimateOf(w.model, [uncached, cached, written, output]);
  return JSON.stringify({
    time: new Date(at).toISOString(),
    event_id: `nw-${hex(`request ${n} ${day.date} ${i}`, 20)}`,
    task_id: `${w.feature}-${day.date}-${n}-${c.task}`,
    task_type: w.task,
    source: 'gateway',
    channel: w.provider,
    model: w.model,
    ...(w.region && { region: w.region }),
    ...(w.deployment && { deployment: w.deployment }),
    account: w.account,
    api_key: `gw-${w.feature}`,
    feature: w.feature,
    team: w.team,
    customer: `school-${String(1 + ((c.task * 7) % w.customers)).padStart(3, '0')}`,
    ...(w.team === 'support' && { agent: isNewAgent ? 'help-desk-2' : 'help-desk-1' }),
    // one event is one step of an agent: it asks the model until it knows enough
    requests: Math.max(1, Math.round((uncached + cached + written) / 60_000)),
    input_tokens: uncached,
    cached_input_tokens: cached,
    ...(written && { cache_write_tokens: written }),
    output_tokens: output,
    latency_ms: 700 + Math.floor(output / 40),
    ...(isLast ? { outcome: fails ? 'failure' : 'success' } : isRetried && { outcome: 'failure' }),
    ...(estimate !== null && { cost_estimate: estimate, currency: 'USD' }),
  });
}
