import { eventOf } from '../build';
import { count, decimal, firstText, inside, jsonFields, moment, text } from '../fields';
import { channelOf, tierOf } from '../places';
import { takeApart } from '../tokens-apart';
import { type EventChoices, type EventFormat, type Fields, isFields } from '../types';

/** A trace as Langfuse exports it. Generations count; agents, chains, spans and tools are context, and a generation around others is their sum. */
export const langfuseTrace: EventFormat = {
  id: 'langfuse-trace',
  title: 'Langfuse trace export',
  recognise: (item) => isFields(item.trace) && Array.isArray(item.observations),
  read: (item, choices) => {
    const trace = inside(item.trace);
    const observations = (item.observations as unknown[]).filter(isFields);
    const calls = observations.filter((o) => /^(?:GENERATION|EMBEDDING)$/.test(text(o.type) ?? '') && hasUsage(o));
    const parents = new Map(observations.map((o) => [text(o.id), text(o.parentObservationId)]));
    const covered = new Set<string>();
    for (const c of calls)
      for (let up = parents.get(text(c.id)) ?? null, n = 0; up !== null && n < 1000; up = parents.get(up) ?? null, n++) covered.add(up);
    const counted = calls.filter((c) => !covered.has(text(c.id) ?? ''));
    return {
      events: counted.map((o) => generation(o, trace, choices)),
      skipped: observations.length - counted.length,
      quantities: { inferenceCalls: counted.length },
    };
  },
};

const hasUsage = (o: Fields): boolean => Object.keys(inside(o.usageDetails)).length > 0 || Number(o.totalUsage ?? 0) > 0;

function generation(o: Fields, trace: Fields, choices: EventChoices) {
  const usage = inside(o.usageDetails);
  const costs = inside(o.costDetails);
  const metadata = jsonFields(o.metadata);
  const attributes = jsonFields(metadata.attributes);
  const read = count(usage.cache_read_input_tokens ?? usage.input_cached_tokens ?? usage.input_cache_read, 'usageDetails') ?? 0;
  const written = count(usage.cache_creation_input_tokens ?? usage.input_cache_creation, 'usageDetails') ?? 0;
  const reasoning = count(usage.output_reasoning_tokens ?? usage.output_reasoning, 'usageDetails') ?? 0;
  const [input, output] = [
    count(usage.input ?? o.inputUsage, 'usageDetails.input') ?? 0,
    count(usage.output ?? o.outputUsage, 'usageDetails.output') ?? 0,
  ];
  // its usage details are disjoint: the parts stand beside `input` and `output`
  const { tokens, flags } = takeApart({
    input,
    inputIsUncached: true,
    output: output + reasoning,
    cacheRead: read,
    cacheWrite5m: written,
    reasoning,
    total: count(usage.total ?? o.totalUsage, 'usageDetails.total'),
  });
  const model = firstText(o.model, attributes['gen_ai.response.model'], attributes['gen_ai.request.model']);
  const start = moment(o.startTime, 'startTime');
  const end = text(o.endTime);
  const cost = decimal(costs.total ?? o.totalCost, 'costDetails.total');
  return eventOf(
    {
      id: `${text(o.traceId) ?? text(trace.id) ?? ''}-${text(o.id) ?? ''}`,
      at: start,
      source: 'langfuse',
      channel: channelOf(
        firstText(
          attributes['gen_ai.provider.name'],
          attributes['gen_ai.system'],
          attributes['ai.model.provider'],
          inside(o.modelParameters).system,
        ),
        text(attributes['server.address']),
        model,
      ),
      modelText: model,
      tier: tierOf(firstText(attributes['openai.response.service_tier'])),
      operation: firstText(attributes['gen_ai.operation.name'], text(o.type)?.toLowerCase()),
      taskId: firstText(text(o.traceId), trace.id),
      taskType: null,
      feature: text(trace.name),
      user: text(trace.userId),
      agent: firstText(attributes['gen_ai.agent.name']),
      outcome: text(o.level) === 'ERROR' ? 'failure' : null,
      durationMs: end === null ? null : Math.max(0, Date.parse(moment(end, 'endTime')) - Date.parse(start)),
      tokens,
      estimate: cost === null ? null : { amount: cost, currency: 'USD' },
      flags,
    },
    choices,
  );
}
