import { expect, test } from 'vitest';
import { azureMeter, meaningOf } from './meters.fixture';
import type { Meaning, MeterUse } from './types';

type Row = [
  meter: string,
  model: string | null,
  tokenType: string | null,
  deployment: string | null,
  more?: Partial<Meaning>,
  said?: Partial<MeterUse>,
];

const gpt5 = { productName: 'Azure OpenAI GPT5' };
const priority = { serviceTier: 'priority' };
const batch = { serviceTier: 'batch' };

/** ai-meters §1, rows 1 to 40. */
const rows: Row[] = [
  ['gpt 4o 0513 Input global Tokens', 'gpt-4o-2024-05-13', 'input', 'global', { serviceTier: 'standard', modelFamily: 'gpt-4o' }],
  ['gpt-4o-mini-0718-Inp-glbl Tokens', 'gpt-4o-mini-2024-07-18', 'input', 'global'],
  ['gpt 4o 1120 cached Inp glbl Tokens', 'gpt-4o-2024-11-20', 'cached_input', 'global'],
  ['gpt 4o 1120 Batch Outp glbl Tokens', 'gpt-4o-2024-11-20', 'output', 'global', batch],
  ['gpt 4o 0513 Batch Inp glbl Tokens', 'gpt-4o-2024-05-13', 'input', 'global', batch],
  ['gpt 4.1 Inp Data Zone Tokens', 'gpt-4.1', 'input', 'data_zone'],
  ['gpt 4.1 Inp regnl Tokens', 'gpt-4.1', 'input', 'regional'],
  ['GPT 5 Mini Inpt Glbl 1M Tokens', 'gpt-5-mini', 'input', 'global', { modelFamily: 'gpt-5' }, gpt5],
  ['GPT 5 Mini cchd Inpt Glbl', 'gpt-5-mini', 'cached_input', 'global', {}, gpt5],
  ['GPT 5 Batch outpt Glbl', 'gpt-5', 'output', 'global', batch, gpt5],
  ['gpt 5 pro out glbl Tokens', 'gpt-5-pro', 'output', 'global'],
  ['gpt-5-codex-ccchd-inp-glbl Tokens', 'gpt-5-codex', 'cached_input', 'global'],
  ['5.4 inp Gl 1M Tokens', 'gpt-5.4', 'input', 'global', {}, gpt5],
  ['5.4 mini cd Inp Gl 1M Tokens', 'gpt-5.4-mini', 'cached_input', 'global'],
  ['5.4 pp opt Gl 1M Tokens', 'gpt-5.4', 'output', 'global', priority],
  ['5.1 pp cd inp Dz 1M Tokens', 'gpt-5.1', 'cached_input', 'data_zone', priority],
  ['5.2 chat 0210 opt Gl 1M Tokens', 'gpt-5.2-chat-2026-02-10', 'output', 'global'],
  ['chat-latest 08062026 inp Gl 1M Tokens', 'chat-latest-2026-08-06', 'input', 'global'],
  ['6-sol ShortCo Cd Wr Std Gl', 'gpt-6-sol', 'cache_write', 'global', { contextBand: 'short', serviceTier: 'standard' }],
  ['6-sol ShortCo Inp PP Gl', 'gpt-6-sol', 'input', 'global', { contextBand: 'short', serviceTier: 'priority' }],
  ['o4-mini 0416 Inp glbl Tokens', 'o4-mini-2025-04-16', 'input', 'global'],
  ['o3 mini 0131 output glbl Tokens', 'o3-mini-2025-01-31', 'output', 'global'],
  ['codex mini inp cchd glbl Tokens', 'codex-mini', 'cached_input', 'global'],
  ['gpt-4o-rt-aud-1217 cchd Inp glbl Tokens', 'gpt-4o-realtime-2024-12-17', 'cached_input', 'global', { modality: 'audio' }],
  ['gpt rt txt 0828 Outp glbl Tokens', 'gpt-realtime-2025-08-28', 'output', 'global', { modality: 'text' }],
  ['gpt-image-1-inp-cached-img-glbl Tokens', 'gpt-image-1', 'cached_input', 'global', { modality: 'image' }],
  ['gpt-4o-0806-FT-Hstng-glbl Unit', 'gpt-4o-2024-08-06', null, 'global', { lifecycle: 'hosting' }],
  ['gpt 4o dev ft cchd inpt glbl Tokens', 'gpt-4o', 'cached_input', 'global', { lifecycle: 'fine_tuned_inference' }],
  ['text-embedding-3-large-regional Tokens', 'text-embedding-3-large', 'input', 'regional', { modality: 'embedding' }],
  ['gpt-oss-120B Inp glbl Tokens', 'gpt-oss-120b', 'input', 'global', { modelVendor: 'openai' }],
  ['R1 Outp glbl Tokens', 'deepseek-r1', 'output', 'global', { modelVendor: 'deepseek' }, { productName: 'Azure Deepseek Models' }],
  ['V4 Flash cached glbl Tokens', 'deepseek-v4-flash', 'cached_input', 'global', { modelVendor: 'deepseek' }],
  [
    '4.6 Outp DZ L Tokens',
    'grok-4.6',
    'output',
    'data_zone',
    { contextBand: 'long', modelVendor: 'xai' },
    { productName: 'Azure Grok Models' },
  ],
  ['FW GLM 5.2 Inp DZ Tokens', 'glm-5.2', 'input', 'data_zone', { modelVendor: 'zai' }, { productName: 'Azure Fireworks Models' }],
  ['Phi-3.5-Mini-128K-Instruct-Output Tokens', 'phi-3.5-mini-128k-instruct', 'output', 'regional', { modelVendor: 'microsoft' }],
  ['Provisioned Managed Global Unit', null, null, 'global', { serviceTier: 'provisioned', modelClass: 'not_ai' }],
  ['Provisioned Managed Data Zone Unit', null, null, 'data_zone', { serviceTier: 'provisioned', modelClass: 'not_ai' }],
  ['Image-Dall-E-3 Std LowRes-regnl EP Images', 'dall-e-3', null, 'regional', { modality: 'image' }],
  ['Sora 2 dzone Second', 'sora-2', null, 'data_zone', { modality: 'video' }],
  ['Assistants-File Search-glbl GB', null, null, 'global', { lifecycle: 'storage', modelClass: 'not_ai' }],
];

test('the table has every Azure example', () => {
  expect(rows).toHaveLength(40);
});

test.each(rows)('Azure reads %s', (meter, model, tokenType, deploymentType, more = {}, said = {}) => {
  const meaning = meaningOf(azureMeter(meter, said));
  const modelClass = model === null ? 'not_ai' : 'classified';
  expect(meaning).toMatchObject({ isAi: true, provider: 'azure', modelClass, model, tokenType, deploymentType, ...more });
});

test.each([
  ['Phi-4-FT Tokens', 'Azure Phi Models', 'phi-4'],
  ['Phi-3-Mini-128K-Instruct-Finetuned Tokens', 'Azure Phi Models', 'phi-3-mini-128k-instruct'],
  ['3.3 70b FT Tokens', 'Azure Llama Models', 'llama-3.3-70b'],
  ['OSS-20b FT Tokens', 'Azure OpenAI OSS Models', 'gpt-oss-20b'],
  ['Qwen3 32B FT Tokens', 'Qwen models', 'qwen3-32b'],
])('%s names no direction beside its input and output meters: it is the training', (meter, productName, model) => {
  const said = { productName, consumedUnit: '1K', cost: 3, quantity: 1000 };
  expect(meaningOf(azureMeter(meter, said))).toMatchObject({
    ...{ model, tokenType: null, lifecycle: 'training', modelClass: 'classified', tokensPerUnit: '1000', scaleSuspect: false },
  });
});

test.each([
  ['Phi-4-Output-FT Tokens', 'Azure Phi Models', 'output'],
  ['Llama3.3 70b-IN-FT Tokens', 'Azure Llama Models', 'input'],
  ['Qwen3 32B-Out-FT Tokens', 'Qwen models', 'output'],
])('%s is what a fine-tuned model is called with', (meter, productName, tokenType) => {
  expect(meaningOf(azureMeter(meter, { productName }))).toMatchObject({
    tokenType,
    lifecycle: 'fine_tuned_inference',
    modelClass: 'classified',
  });
});
