import { both, isPresent, not, text } from '../../duckdb/expressions';
import type { Format } from '../provider';
import { openAiToFocus } from './map';

const isEmptyBucket = both(not(isPresent(text('amountvalue'))), not(isPresent(text('lineitem'))), not(isPresent(text('amountcurrency'))));

/** The dashboard's cost export; pages of the Costs API are flattened to the same columns (pages.ts). */
export const openAiCosts: Format = {
  id: 'openai-costs',
  provider: 'openai',
  title: 'OpenAI costs',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    if (!header.has('starttime') || !header.has('amountvalue') || !header.has('amountcurrency')) return null;
    return { score: 0.95, version: null, because: 'the columns amount_value and amount_currency beside start_time' };
  },
  needs: [['starttime'], ['amountvalue'], ['amountcurrency']],
  mapping: openAiToFocus,
  skip: isEmptyBucket,
};

/** Tokens and requests without money: usage that allocates, and never adds to a bill. */
export const openAiUsage: Format = {
  ...openAiCosts,
  id: 'openai-usage',
  title: 'OpenAI usage',
  dataset: 'usage',
  recognise(header) {
    if (!header.has('starttime') || !header.has('endtime') || header.has('amountvalue')) return null;
    const isUsage =
      header.has('nummodelrequests') || header.has('inputtokens') || header.has('quantityunit') || header.written.length === 4;
    return isUsage ? { score: 0.9, version: null, because: 'usage columns beside start_time, and no amount' } : null;
  },
  needs: [['starttime']],
};
