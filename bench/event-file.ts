import { once } from 'node:events';
import fs from 'node:fs';

/** The same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const models = [
  ['gpt-5.4', 'openai'],
  ['gpt-5-mini', 'azure'],
  ['claude-sonnet-4-6', 'bedrock'],
  ['claude-haiku-4-5', 'anthropic'],
  ['gpt-4o', 'azure'],
] as const;
/** Each type of task is one team's, in two features. */
const types = ['support answer', 'summary', 'search', 'code review'];

/** A gateway's log as LiteLLM writes it: JSON lines, five calls a task, 40 keys, 200 customers, 500 people, from `from` on over `days` days. */
export async function writeEventFile(file: string, { events, from, days }: { events: number; from: string; days: number }): Promise<void> {
  const next = random(42);
  const out = fs.createWriteStream(file);
  const start = Date.parse(`${from}T00:00:00Z`);
  for (let i = 0; i < events; i++) {
    const [model, provider] = models[Math.floor(next() * models.length)] ?? models[0];
    const task = Math.floor(i / 5) % 4;
    const prompt = Math.floor(next() * 8000) + 50;
    const completion = Math.floor(next() * 800) + 1;
    const at = new Date(start + Math.floor((i / events) * days * 86_400_000));
    const row = {
      request_id: `req-${i}`,
      call_type: 'acompletion',
      api_key: `88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b${i % 40}`,
      spend: prompt * 2e-6 + completion * 1e-5,
      total_tokens: prompt + completion,
      prompt_tokens: prompt,
      completion_tokens: completion,
      startTime: at.toISOString(),
      endTime: new Date(at.getTime() + 900).toISOString(),
      model: provider === 'openai' || provider === 'anthropic' ? model : `${provider}/${model}`,
      model_group: model,
      custom_llm_provider: provider,
      api_base: provider === 'azure' ? `https://acme-${i % 3}.openai.azure.com` : '',
      user: `user${i % 500}@acme.example`,
      end_user: `customer-${i % 200}`,
      team_id: `team-${task}`,
      request_tags: ['env:prod'],
      status: next() < 0.95 ? 'success' : 'failure',
      session_id: `task-${Math.floor(i / 5)}`,
      metadata: {
        usage_object: {
          prompt_tokens_details: { cached_tokens: Math.floor(prompt * next() * 0.6) },
          completion_tokens_details: { reasoning_tokens: Math.floor(completion / 4) },
        },
        spend_logs_metadata: { task: types[task], feature: `feature-${task * 2 + (Math.floor(i / 20) % 2)}` },
      },
    };
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
