import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { refreshUsage } from '../events/refresh-usage';
import { getCheapestAlternatives } from './cheapest-alternatives';
import { exportWhatIf } from './export-what-if';
import { runWhatIf } from './run-what-if';
import { listScenarios, saveScenario } from './scenarios';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor('admin');
});

const head =
  'time,event_id,task_id,task_type,model,channel,region,deployment,input_tokens,cached_input_tokens,cache_write_5m_tokens,output_tokens,outcome';
const october = { from: '2026-10-01', to: '2026-11-01' };
const today = '2026-12-15';
let n = 0;
const call = (type: string, model: string, place: string, tokens: string) =>
  `2026-10-0${1 + (n % 9)}T10:00:00Z,e-${n},t-${n++},${type},${model},${place},${tokens},success`;
const claude = (place = 'anthropic,,') => call('support answer', 'claude-haiku-4-5', place, '100000,50000,20000,10000');
const mini = () => call('support answer', 'gpt-5-mini', 'openai,,', '100000,50000,0,10000');
const many = (count: number, make: () => string) => Array.from({ length: count }, () => make());
const load = async (rows: readonly string[]) => {
  expect((await importEvents(actor, writeFile('events.csv', [head, ...rows].join('\n')))).outcome).toBe('imported');
  await refreshUsage(actor.organizationId);
};

test('Claude with cache writes can go to OpenAI: What-if says what it cost there, Tasks and the suggestion say the same', async () => {
  await load([...many(40, claude), ...many(30, mini)]);
  const scope = { ...october, task: 'support answer', model: 'claude-haiku-4-5' };
  const scenario = await runWhatIf(actor, { ...scope, a: ['model:*~gpt-5-mini', 'channel:*~openai'] }, today);
  const words = 'cache writes count as input: gpt-5-mini on OpenAI bills none';
  expect(scenario).toMatchObject({ unpriced: [], assumed: [{ words, events: 40 }] });
  // 40 calls: 120,000 of input at 0.25, 50,000 cached at 0.025, 10,000 of output at 2; before 0.1 + 0.005 + 0.025 + 0.05 each
  expect(scenario.totals).toMatchObject([{ actual: '7.2', scenario: '2.05', events: 40 }]);

  const { routes } = await runWhatIf(actor, october, today);
  expect(routes).toMatchObject([{ from: { model: 'claude-haiku-4-5' }, to: { model: 'gpt-5-mini' }, saving: '5.15', leftOut: 0 }]);
  const built = await runWhatIf(actor, { ...scope, channel: routes[0]?.from.channel ?? '', a: routes[0]?.assumptions }, today);
  expect(built.totals[0]).toMatchObject({ difference: `-${routes[0]?.saving}`, events: 40 });

  const [answer] = await getCheapestAlternatives(actor, { ...october, basis: 'list' }, 'USD');
  expect(answer?.best).toMatchObject({ model: 'gpt-5-mini', cost: '2.05', saving: '5.15' });

  const ask = { ...scope, a: ['model:*~gpt-5-mini', 'channel:*~openai'] };
  expect(await exportWhatIf(actor, ask, today)).toContain(`assumed: ${words}`);
  await saveScenario(actor, { name: 'Mini', query: ask }, today);
  expect((await listScenarios(actor))[0]?.assumptions).toContain(words);
});

test('what no scenario can price is no suggestion', async () => {
  // its own runs cost less, having written nothing; the same tokens have no price there
  const nova = () => call('support answer', 'nova-lite', 'bedrock,us-east-1,in_region', '100000,0,0,10000');
  await load([...many(40, claude), ...many(30, nova)]);
  expect((await runWhatIf(actor, { ...october, model: 'nova-lite' }, today)).totals).toMatchObject([{ currency: 'USD', events: 30 }]);
  const ask = { ...october, model: 'claude-haiku-4-5', a: ['model:*~nova-lite', 'channel:*~bedrock'] };
  const why = 'nova-lite on bedrock has no price for cache write 5m';
  expect(await runWhatIf(actor, ask, today)).toMatchObject({ totals: [], assumed: [], unpriced: [{ events: 40, why }], routes: [] });
});

test('what Tasks rules out for its region What-if keeps, where nobody asks for one, with the same remark', async () => {
  await load(many(3, () => claude('bedrock,us-east-1,in_region')));
  const [answer] = await getCheapestAlternatives(actor, { ...october, basis: 'list' }, 'USD');
  const isAnthropic = (a: { model: string; channel: string | null }) => a.model === 'claude-haiku-4-5' && a.channel === 'anthropic';
  expect(answer?.ruledOut && isAnthropic(answer.ruledOut)).toBe(true);
  expect(answer?.ruledOut?.why).toEqual(['claude-haiku-4-5 on anthropic: the region is not said, US cannot be promised']);
  const { alternatives } = await runWhatIf(actor, october, today);
  expect(alternatives.find(isAnthropic)).toMatchObject({ change: -0.090909, broken: [], remarks: ['region not said'] });
  const asked = await runWhatIf(actor, { ...october, zone: 'us' }, today);
  expect(asked.alternatives.find(isAnthropic)).toMatchObject({ broken: answer?.ruledOut?.why, remarks: [] });
});
