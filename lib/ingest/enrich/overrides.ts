import { type Grammar, type Reading, reading } from './reading';

/** Exact ids, decided by hand before any pattern is asked: the key is SkuId in lower case (ai-meters §5, oracle §4). */
const byId = new Map<string, Reading>([
  ['b108077', reading('model', 'override/sku-id', { model: 'command', vendor: 'cohere', modality: 'text', lifecycle: 'inference' })],
  ['b112416', reading('other', 'override/sku-id')],
  ['b112384', reading('other', 'override/sku-id', { lifecycle: 'storage' })],
  ['b111973', reading('other', 'override/sku-id')],
  ['b110463', reading('other', 'override/sku-id')],
]);

/** Exact meter texts, in lower case, that a grammar would read wrongly or not at all. */
const byText = new Map<string, Reading>([
  ['az-gpt-3.5-turbo tokens', reading('tokens', 'override/meter', { model: 'gpt-3.5-turbo', vendor: 'openai', modality: 'text' })],
  ['copilot_for_business', reading('other', 'override/meter')],
  ['copilot_enterprise', reading('other', 'override/meter')],
]);

/** Exact-id override, then exact-string override: the first two steps of ai-meters' order of decision. */
export const readOverride: Grammar = (meter) => {
  const id = meter.skuId?.trim().toLowerCase() ?? '';
  return byId.get(id) ?? byText.get(meter.skuMeter?.trim().toLowerCase() ?? '') ?? null;
};
