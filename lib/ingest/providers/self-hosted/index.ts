import { inspectDays } from '../../duckdb/written-days';
import type { Format } from '../provider';
import { selfHostedToFocus } from './map';

/** Own GPUs as a bill: what each cluster ran for how long and what an hour costs. What was called on it comes as events of the channel `self`. */
export const selfHostedGpus: Format = {
  id: 'self-hosted-gpus',
  provider: 'self-hosted',
  title: 'Self-hosted GPU hours',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    if (!['cluster', 'gpuhours', 'rate'].every(header.has)) return null;
    return { score: 0.9, version: null, because: 'clusters with their GPU hours and the rate of an hour' };
  },
  needs: [['day', 'date'], ['cluster'], ['gpuhours'], ['rate']],
  mapping: selfHostedToFocus,
  inspect: inspectDays('day', 'date'),
};
