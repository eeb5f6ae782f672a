import type { Format } from '../provider';
import { anthropicDays, anthropicToFocus } from './map';

/** The console's cost export; pages of the cost report are flattened to columns of the same kind (pages.ts). */
export const anthropicCosts: Format = {
  id: 'anthropic-costs',
  provider: 'anthropic',
  title: 'Anthropic costs',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    if (header.has('usagedateutc') && header.has('costusd'))
      return { score: 0.95, version: 'console', because: 'the columns usage_date_utc and cost_usd' };
    if (!header.has('startingat') || !header.has('amountusd')) return null;
    return header.has('hasmore') && !header.has('lastpage')
      ? {
          score: 0.95,
          version: '(one page of several)',
          because: 'an answer of the cost report that says has_more: fetch the other pages too',
        }
      : { score: 0.95, version: null, because: 'an answer of the cost report' };
  },
  needs: [
    ['usagedateutc', 'startingat'],
    ['costusd', 'amountusd'],
  ],
  mapping: anthropicToFocus,
  inspect: anthropicDays,
};
