import type { Format } from '../provider';
import { gitHubDays, gitHubToFocus } from './map';

/** All usage reports with amounts: AI credits, premium requests, seats, metered products. Later reports tell days again. copilot.md §1. */
export const gitHubUsage: Format = {
  id: 'github-usage',
  provider: 'github',
  title: 'GitHub usage report',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    if (!header.has('netamount') || !header.has('grossamount') || !header.has('sku') || !header.has('product')) return null;
    const isTokens = header.has('cacheread') && header.has('input');
    const version = isTokens
      ? 'AI usage with tokens'
      : header.has('aicquantity') || header.has('exceedsquota')
        ? 'premium requests'
        : header.has('model')
          ? 'AI usage'
          : 'metered';
    return { score: 0.9, version, because: 'the columns sku, gross_amount and net_amount' };
  },
  needs: [['netamount'], ['sku'], ['date', 'usageat', 'timeperiodyear']],
  mapping: gitHubToFocus,
  inspect: gitHubDays,
};
