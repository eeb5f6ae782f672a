import { addMonths, monthStart } from '../lib/core/time/days';
import { costsByGroup } from '../lib/db/queries/costs-by-group';
import { dailySums, dimensionSums } from '../lib/db/queries/overview';

/** The queries behind the overview, each asked 60 times: p50 and p95 in milliseconds. */
export async function askDashboard(organization: number, { label, from, to }: { label: string; from: string; to: string }): Promise<void> {
  const before = addMonths(monthStart(from), -1);
  const window = { from, to, previousFrom: before, previousTo: from, measure: 'effective' as const };
  const year = addMonths(monthStart(from), -11);
  const questions: [string, () => Promise<unknown>][] = [
    [
      'month to date against last month, by provider, service, model, team',
      () => dimensionSums(organization, ['provider', 'service_name', 'model', 'team', 'model_class'], window),
    ],
    ['two months by day and provider', () => dailySums(organization, { dimension: 'provider', from: before, to, measure: 'effective' })],
    ['twelve months by day and model', () => dailySums(organization, { dimension: 'model', from: year, to, measure: 'effective' })],
    [
      'slices of a month by model, filtered to one team',
      () =>
        costsByGroup(organization, { groupBy: ['model'], from, to, filters: [{ dimension: 'team', values: ['team-3'], exclude: false }] }),
    ],
  ];
  console.log(`\n| question (${label}) | p50 ms | p95 ms |\n|---|---|---|`);
  for (const [name, ask] of questions) {
    for (let i = 0; i < 5; i++) await ask();
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const started = performance.now();
      await ask();
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    console.log(`| ${name} | ${times[29]?.toFixed(1)} | ${times[56]?.toFixed(1)} |`);
  }
}
