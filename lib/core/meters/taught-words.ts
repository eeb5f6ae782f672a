import { deployments, serviceTiers } from '../usage/channels';

/** What of a meter can be taught, in the words of the ledger (ai-meters). */
export const taughtWords = {
  tokenType: ['input', 'cached_input', 'cache_write', 'output', 'reasoning'],
  cacheTtl: ['5m', '1h'],
  modality: ['text', 'audio', 'image', 'video', 'embedding', 'realtime'],
  deploymentType: deployments,
  serviceTier: serviceTiers,
  lifecycle: ['inference', 'training', 'fine_tuned_inference', 'hosting', 'storage'],
  tokensPerUnit: ['1', '1000', '1000000'],
} as const;

const axisWords: Readonly<Record<string, string>> = {
  cached_input: 'cached input',
  cache_write: 'cache write',
  data_zone: 'data zone',
  in_region: 'in region',
  fine_tuned_inference: 'fine-tuned inference',
  latency_optimized: 'latency optimised',
  '1': 'one token a unit',
  '1000': '1,000 tokens a unit',
  '1000000': '1,000,000 tokens a unit',
};

/** "input", "data zone", "1,000 tokens a unit". */
export const axisText = (word: string): string => axisWords[word] ?? word;
