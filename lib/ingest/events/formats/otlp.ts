import type { UsageEvent } from '../../../core/usage/event';
import { eventOf, keyOf } from '../build';
import { count, decimal, duration, firstText, inside, moment, outcome, text } from '../fields';
import { azureResource, channelOf, deploymentOf, regionOf, tierOf } from '../places';
import { takeApart } from '../tokens-apart';
import { BadEvent, type EventChoices, type EventFormat, type Fields, isFields, type ReadItem } from '../types';

/** OpenTelemetry traces as OTLP/HTTP sends them in JSON; a collector's file exporter writes one such document a line (otel §1, §3). */
export const otlpTraces: EventFormat = {
  id: 'otlp-traces',
  title: 'OpenTelemetry traces (OTLP JSON)',
  recognise: (item) => Array.isArray(item.resourceSpans) || Array.isArray(item.resource_spans),
  read: (document, choices) => readSpans(document, choices, new CoveredSpans()),
};

/** Operations that call no model themselves: what they report is their children's once more. */
const noInference =
  /^(?:invoke_agent|invoke_workflow|create_agent|execute_tool|plan|retrieval|fetch_response|.*memory.*|ai\.toolCall|workflow|agent|chain|tool)$/i;

/** Spans below which usage was counted already. Children end before their parents, so a parent that repeats them comes later, maybe in another request. */
export class CoveredSpans {
  private readonly ids = new Set<string>();

  constructor(private readonly limit = 200_000) {}

  has = (span: string): boolean => this.ids.has(span);

  add(span: string): void {
    this.ids.add(span);
    if (this.ids.size > this.limit) this.ids.delete(this.ids.values().next().value ?? '');
  }
}

interface Span {
  span: Fields;
  attributes: Fields;
  resource: Fields;
  id: string;
  trace: string;
  parent: string;
}

/**
 * The inference spans of one export request. What cannot be read goes to `refuse`, span by span, and the rest is taken; without it the first one
 * throws BadEvent. Nothing is guessed.
 */
export function readSpans(document: Fields, choices: EventChoices, covered: CoveredSpans, refuse?: (fault: BadEvent) => void): ReadItem {
  const spans = spansOf(document, refuse);
  const byId = new Map(spans.map((s) => [`${s.trace} ${s.id}`, s]));
  const usable = spans
    .filter((s) => hasUsage(s.attributes) && !noInference.test(operationOf(s) ?? ''))
    .map((s) => ({ ...s, read: attempt(() => eventOfSpan(s, choices)) }));
  const climbed = new Set<string>(); // what is above a span that was climbed already is covered, and a trace that bites its tail ends
  for (const s of usable) {
    if (s.read instanceof BadEvent) continue; // what is refused covers nobody
    for (
      let up = byId.get(`${s.trace} ${s.parent}`);
      up && !climbed.has(`${up.trace} ${up.id}`);
      up = byId.get(`${up.trace} ${up.parent}`)
    ) {
      climbed.add(`${up.trace} ${up.id}`);
      covered.add(`${up.trace} ${up.id}`);
    }
    if (s.parent) covered.add(`${s.trace} ${s.parent}`);
  }
  const counted = usable.filter((s) => {
    const isCovered = covered.has(`${s.trace} ${s.id}`);
    if (isCovered && s.parent) covered.add(`${s.trace} ${s.parent}`);
    return !isCovered;
  });
  return {
    events: counted.flatMap(({ read }) => (read instanceof BadEvent ? refused(read, refuse) : [read])),
    skipped: spans.length - counted.length,
    quantities: { inferenceCalls: counted.length },
  };
}

function attempt<T>(work: () => T): T | BadEvent {
  try {
    return work();
  } catch (e) {
    if (e instanceof BadEvent) return e;
    throw e;
  }
}

type Refuse = ((fault: BadEvent) => void) | undefined;

/** Told to who listens; thrown where nobody does. */
function refused(fault: BadEvent, refuse: Refuse): never[] {
  if (!refuse) throw fault;
  refuse(fault);
  return [];
}

/** What the work gives, or nothing where it finds a fault. */
export function orRefused<T>(work: () => T[], refuse: Refuse): T[] {
  const read = attempt(work);
  return read instanceof BadEvent ? refused(read, refuse) : read;
}

function spansOf(document: Fields, refuse?: (fault: BadEvent) => void): Span[] {
  const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
  return list(document.resourceSpans ?? document.resource_spans).flatMap((r) => {
    const resource = attributesOf(inside(r.resource).attributes);
    return list(r.scopeSpans ?? r.scope_spans ?? r.instrumentationLibrarySpans).flatMap((scope) =>
      list(scope.spans).flatMap((span) =>
        orRefused(
          () => [
            {
              span,
              resource,
              attributes: attributesOf(span.attributes),
              id: idText(span.spanId ?? span.span_id, 16),
              trace: idText(span.traceId ?? span.trace_id, 32),
              parent: text(span.parentSpanId ?? span.parent_span_id)?.toLowerCase() ?? '',
            },
          ],
          refuse,
        ),
      ),
    );
  });
}

function idText(value: unknown, length: number): string {
  const id = text(value)?.toLowerCase() ?? '';
  if (!new RegExp(`^[0-9a-f]{${length}}$`).test(id))
    throw new BadEvent(length === 16 ? 'spanId' : 'traceId', `"${id.slice(0, 40)}" is no id: ${length} hexadecimal digits are expected.`);
  return id;
}

const anyProse = /messages|prompt$|completion$|content|system_instructions|\.input$|\.output$/;

/** `[{key, value: {stringValue}}]` as a plain object; what instrumentation writes as prompt or answer is not even looked at. */
function attributesOf(list: unknown): Fields {
  const out: Fields = {};
  if (!Array.isArray(list)) return out;
  for (const item of list) {
    const { key, value } = inside(item);
    // OpenInference's counts end like its prompts: `llm.token_count.prompt`
    if (typeof key === 'string' && (key.startsWith('llm.token_count.') || !anyProse.test(key))) out[key] = scalar(inside(value));
  }
  return out;
}

const scalar = (v: Fields): unknown =>
  v.stringValue ?? v.string_value ?? v.intValue ?? v.int_value ?? v.doubleValue ?? v.double_value ?? v.boolValue ?? v.bool_value ?? null;

/** Newest name first, then what older conventions and other libraries still send (otel §1). */
const names = {
  input: [
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.prompt_tokens',
    'llm.usage.prompt_tokens',
    'llm.token_count.prompt',
    'ai.usage.promptTokens',
    'ai.usage.inputTokens',
  ],
  output: [
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
    'llm.usage.completion_tokens',
    'llm.token_count.completion',
    'ai.usage.completionTokens',
    'ai.usage.outputTokens',
  ],
  cacheRead: [
    'gen_ai.usage.cache_read.input_tokens',
    'gen_ai.usage.cache_read_input_tokens',
    'llm.token_count.prompt_details.cache_read',
    'ai.usage.cachedInputTokens',
  ],
  cacheWrite: [
    'gen_ai.usage.cache_write.input_tokens',
    'gen_ai.usage.cache_creation.input_tokens',
    'gen_ai.usage.cache_creation_input_tokens',
    'llm.token_count.prompt_details.cache_write',
  ],
  reasoning: [
    'gen_ai.usage.reasoning.output_tokens',
    'gen_ai.usage.details.reasoning_tokens',
    'llm.token_count.completion_details.reasoning',
    'ai.usage.reasoningTokens',
  ],
  inputAudio: ['gen_ai.usage.details.input_audio_tokens', 'llm.token_count.prompt_details.audio'],
  outputAudio: ['gen_ai.usage.details.output_audio_tokens', 'llm.token_count.completion_details.audio'],
  total: ['gen_ai.usage.total_tokens', 'llm.usage.total_tokens', 'llm.token_count.total'],
} as const;

const tokensNamed = (a: Fields, kind: keyof typeof names): number | null => {
  const name = names[kind].find((n) => a[n] !== undefined && a[n] !== null);
  return name ? count(a[name], name) : null;
};
const hasUsage = (a: Fields): boolean => [...names.input, ...names.output].some((n) => a[n] !== undefined && a[n] !== null);
const operationOf = ({ attributes: a }: Span): string | null =>
  firstText(a['gen_ai.operation.name'], a['openinference.span.kind'], a['ai.operationId'], a['traceloop.span.kind']);

function eventOfSpan(s: Span, choices: EventChoices): UsageEvent {
  const { attributes: a, resource } = s;
  const model = firstText(
    a['gen_ai.response.model'],
    a['gen_ai.request.model'],
    a['llm.model_name'],
    a['ai.response.model'],
    a['ai.model.id'],
  );
  const provider = firstText(a['gen_ai.provider.name'], a['gen_ai.system'], a['llm.provider'], a['llm.system'], a['ai.model.provider']);
  const host = firstText(a['server.address'], a.api_base, a['url.full']);
  const channel = channelOf(provider, host, model);
  const { tokens, flags } = takeApart({
    input: tokensNamed(a, 'input') ?? 0,
    output: tokensNamed(a, 'output') ?? 0,
    cacheRead: tokensNamed(a, 'cacheRead'),
    cacheWrite5m: tokensNamed(a, 'cacheWrite'),
    reasoning: tokensNamed(a, 'reasoning'),
    inputAudio: tokensNamed(a, 'inputAudio'),
    outputAudio: tokensNamed(a, 'outputAudio'),
    total: tokensNamed(a, 'total'),
  });
  const start = text(s.span.startTimeUnixNano ?? s.span.start_time_unix_nano);
  const end = text(s.span.endTimeUnixNano ?? s.span.end_time_unix_nano);
  const cost = decimal(firstText(a['gen_ai.usage.cost'], a['llm.usage.cost'], a['operation.cost']), 'gen_ai.usage.cost');
  const said = (...keys: string[]) => firstText(...keys.map((k) => a[k]), ...keys.map((k) => resource[k]));
  return eventOf(
    {
      id: `${s.trace}-${s.id}`,
      at: moment(start, 'startTimeUnixNano'),
      source: 'otel',
      channel,
      modelText: model,
      region: firstText(a['cloud.region'], regionOf(host, model), resource['cloud.region']),
      deployment: deploymentOf(channel, firstText(a['gen_ai.request.model'], model), null),
      tier: tierOf(
        firstText(
          a['openai.response.service_tier'],
          a['gen_ai.openai.response.service_tier'],
          a['gen_ai.openai.request.service_tier'],
          a['openai.request.service_tier'],
        ),
      ),
      account: said('cloud.account.id', 'account.id') ?? azureResource(host),
      apiKey: keyOf(said('api_key.id')),
      operation: operationOf(s),
      taskId: said('task.id', 'task.run.id') ?? s.trace,
      taskType: said('task.type', 'task.name'),
      customer: said('customer.id', 'tenant.id', 'customer'),
      user: said('enduser.id', 'user.id'),
      agent: said('gen_ai.agent.name', 'gen_ai.agent.id'),
      feature: said('feature', 'feature.name') ?? text(resource['service.name']),
      team: said('team', 'team.name'),
      outcome: outcome(said('task.outcome')) ?? statusOf(s),
      durationMs: start && end ? nanosBetween(start, end) : null,
      tokens,
      estimate: cost === null ? null : { amount: cost, currency: 'USD' },
      flags,
    },
    choices,
  );
}

function statusOf({ span, attributes }: Span): 'success' | 'failure' | null {
  const code = inside(span.status).code;
  if (code === 2 || code === 'STATUS_CODE_ERROR' || text(attributes['error.type']) !== null) return 'failure';
  return code === 1 || code === 'STATUS_CODE_OK' ? 'success' : null;
}

function nanosBetween(start: string, end: string): number | null {
  if (!/^\d+$/.test(start) || !/^\d+$/.test(end)) return null;
  const ms = Number((BigInt(end) - BigInt(start)) / 1_000_000n);
  return ms >= 0 ? duration(ms, 'endTimeUnixNano') : null;
}
