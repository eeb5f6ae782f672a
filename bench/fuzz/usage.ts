// Usage logs as gateways and SDKs write them, small, to be damaged.
const span = (id: string, parent: string, attributes: object[]) => ({
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: id,
  parentSpanId: parent,
  name: 'chat gpt-5',
  startTimeUnixNano: '1785830400000000000',
  endTimeUnixNano: '1785830401500000000',
  attributes,
});
const attribute = (key: string, value: string | number) => ({
  key,
  value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
});
const called = [
  attribute('gen_ai.operation.name', 'chat'),
  attribute('gen_ai.request.model', 'gpt-5'),
  attribute('gen_ai.provider.name', 'openai'),
  attribute('gen_ai.usage.input_tokens', 900),
  attribute('gen_ai.usage.output_tokens', 120),
];
const litellm = (id: string) => ({
  request_id: id,
  call_type: 'acompletion',
  spend: 0.00125,
  total_tokens: 1020,
  prompt_tokens: 900,
  completion_tokens: 120,
  startTime: '2026-08-04T10:00:00.123Z',
  endTime: '2026-08-04T10:00:01.5Z',
  model: 'azure/gpt-5',
  custom_llm_provider: 'azure',
  metadata: { spend_logs_metadata: { task: 'answer', customer: 'c1' }, usage_object: { prompt_tokens_details: { cached_tokens: 300 } } },
  request_tags: ['team:search'],
  status: 'success',
});

export const usageLogs: { name: string; text: string }[] = [
  {
    name: 'events.csv',
    text: `time,event_id,task_id,task_type,customer,team,model,channel,account,tier,input_tokens,cached_input_tokens,output_tokens,outcome,latency_ms,cost_estimate
2026-08-04T10:00:00Z,e1,t1,answer,c1,search,gpt-5,openai,proj_a,standard,900,300,120,success,1500,0.00125
2026-08-04T10:00:09Z,e2,t1,answer,c1,search,gpt-5,azure,res-1,batch,100,0,20,failure,200,
`,
  },
  {
    name: 'events.jsonl',
    text: `${['e1', 'e2'].map((id) => JSON.stringify({ time: '2026-08-04T10:00:00Z', event_id: id, model: 'claude-haiku-4-5', channel: 'bedrock', input_tokens: 50, output_tokens: 9 })).join('\n')}\n`,
  },
  { name: 'spend-logs.json', text: JSON.stringify([litellm('r1'), litellm('r2')], null, 1) },
  { name: 'spend-logs.jsonl', text: `${JSON.stringify(litellm('r1'))}\n${JSON.stringify(litellm('r2'))}\n` },
  {
    name: 'traces.json',
    text: JSON.stringify({
      resourceSpans: [
        {
          resource: { attributes: [attribute('service.name', 'helpdesk')] },
          scopeSpans: [{ spans: [span('aaaaaaaaaaaaaaaa', '', called), span('bbbbbbbbbbbbbbbb', 'aaaaaaaaaaaaaaaa', called)] }],
        },
      ],
    }),
  },
];
