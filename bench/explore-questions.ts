import { addMonths } from '../lib/core/time/days';

/** The same question in SQL over the files, or over the wide table. */
export type Baseline = (files: string) => string;

export interface Question {
  name: string;
  address: string;
  duck?: Baseline;
  wide?: Baseline;
}

/** What finance people and engineers ask of twelve months that begin with `first`. */
export function exploreQuestions(first: string): Question[] {
  const end = addMonths(first, 12);
  const last = addMonths(first, 11);
  const year = `from=${first}&to=${end}`;
  const month = `from=${last}&to=${end}`;
  const costs = (search: string) => `/api/v1/costs?${search}`;
  const both = (duck: string, wide: string, where: string): Pick<Question, 'duck' | 'wide'> => ({
    duck: (files) => `select ${duck}, day, sum(EffectiveCost) from '${files}' where ${where} group by all`,
    wide: () => `select ${wide}, day, sum(effective_cost) from bench_wide_million where ${where} group by 1, 2`,
  });
  const inYear = `day >= date '${first}' and day < date '${end}'`;
  const inMonth = `day >= date '${last}' and day < date '${end}'`;
  return [
    {
      name: 'a year by service and month',
      address: costs(`${year}&by=service&compare=none`),
      ...both('ServiceName', 'service_name', inYear),
    },
    {
      name: 'a year by day and service',
      address: costs(`${year}&by=service&bin=day&compare=none`),
      ...both('ServiceName', 'service_name', inYear),
    },
    { name: 'a year by day and meter', address: costs(`${year}&by=meter&bin=day&compare=none`), ...both('SkuMeter', 'sku_meter', inYear) },
    { name: 'a year by model', address: costs(`${year}&by=model&compare=none`) },
    { name: 'a year by tag team', address: costs(`${year}&by=tag:team&compare=none`), ...both('tag_team', 'tag_team', inYear) },
    {
      name: 'a year by tag cost-center, by day',
      address: costs(`${year}&by=tag:cost-center&bin=day&compare=none`),
      ...both('tag_cc', 'tag_cc', inYear),
    },
    {
      name: 'a year by sub account and month',
      address: costs(`${year}&by=sub-account&bin=month&compare=none`),
      ...both('SubAccountName', 'sub_account_name', inYear),
    },
    {
      name: 'a year, account x region',
      address: costs(`${year}&by=account&by2=region&compare=none`),
      ...both('BillingAccountId, RegionName', 'billing_account_id || region_name', inYear),
    },
    {
      name: 'a year by resource, the largest of 100,000',
      address: costs(`${year}&by=resource&compare=none`),
      duck: (files) => `select ResourceName, sum(EffectiveCost) c from '${files}' where ${inYear} group by all order by c desc limit 50`,
      wide: () => `select resource_name, sum(effective_cost) c from bench_wide_million where ${inYear} group by 1 order by c desc limit 50`,
    },
    { name: 'a month by service', address: costs(`${month}&by=service&compare=none`), ...both('ServiceName', 'service_name', inMonth) },
    {
      name: 'a month by resource against the month before',
      address: costs(`${month}&by=resource`),
      duck: (files) =>
        `select ResourceName, sum(EffectiveCost) filter (where ${inMonth}) c, sum(EffectiveCost) filter (where not (${inMonth})) b
           from '${files}' where day >= date '${addMonths(last, -1)}' and day < date '${end}' group by all order by c desc limit 50`,
    },
    { name: 'why a month costs other than the month before', address: `/api/v1/costs/why?${month}` },
    { name: 'a month by model and token type', address: costs(`${month}&by=model&by2=token-type`) },
    {
      name: 'a month by tag team, one service',
      address: costs(`${month}&by=tag:team&f=service:Virtual+Machines&compare=none`),
      duck: (files) =>
        `select tag_team, day, sum(EffectiveCost) from '${files}' where ${inMonth} and ServiceName = 'Virtual Machines' group by all`,
      wide: () =>
        `select tag_team, day, sum(effective_cost) from bench_wide_million where ${inMonth} and service_name = 'Virtual Machines' group by 1, 2`,
    },
    { name: 'a year, resources that contain 77', address: costs(`${year}&by=service&f=resource~77&compare=none`) },
    { name: 'a year, everything but two teams', address: costs(`${year}&by=model&f=-tag:team:team-1,team-2&compare=none`) },
    { name: 'a year without a model', address: costs(`${year}&by=sub-account&f=model:(none)&compare=none`) },
    { name: 'a year of tokens by model', address: costs(`${year}&by=model&measure=tokens&compare=none`) },
    {
      name: 'a year, cost per 1M tokens by model and month',
      address: costs(`${year}&by=model&measure=per-million&bin=month&compare=none`),
    },
    { name: 'a year of savings against list by service', address: costs(`${year}&by=service&measure=savings&compare=none`) },
    { name: 'a year without tax and purchases, by week', address: costs(`${year}&by=provider&bin=week&without=tax,purchase&compare=none`) },
    { name: 'drill-down, page 1 of a year', address: `/api/v1/charges?${year}` },
    { name: 'drill-down, page 100 of a year', address: `/api/v1/charges?${year}&page=100` },
    { name: 'drill-down of one resource', address: `/api/v1/charges?${year}&f=resource:resource-4242` },
    { name: 'search of a filter value among 100,000 resources', address: `/api/v1/costs/values?${month}&by=resource&q=4242` },
    { name: 'search of a filter value among accounts', address: `/api/v1/costs/values?${year}&by=sub-account&q=3` },
  ];
}
