import { inspectDays } from '../../duckdb/written-days';
import type { Format } from '../provider';
import { openRouterToFocus } from './map';

/** The activity export as a bill. The same file counts tokens as usage events, through their own door. */
export const openRouterActivity: Format = {
  id: 'openrouter-activity',
  provider: 'openrouter',
  title: 'OpenRouter activity',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    const isDaily = (header.has('slug') || header.has('modelpermaslug')) && header.has('usage') && header.has('prompttokens');
    const isByGeneration = header.has('generationid') && header.has('modelpermaslug') && header.has('costtotal');
    if (!isDaily && !isByGeneration) return null;
    return { score: 0.9, version: isDaily ? null : 'by generation', because: 'the model, its tokens and what they cost' };
  },
  needs: [
    ['date', 'createdat'],
    ['usage', 'costtotal'],
    ['slug', 'model', 'modelpermaslug'],
  ],
  mapping: openRouterToFocus,
  inspect: inspectDays('date', 'createdat'),
};
