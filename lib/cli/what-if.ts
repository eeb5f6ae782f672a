import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import { addDays } from '../core/time/days';
import { operatorOf } from '../services/identity/operator';
import { runWhatIf, type WhatIf } from '../services/what-if/run-what-if';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const today = () => new Date().toISOString().slice(0, 10);
const several = (value: string, before: string[]) => [...before, value];

/** `reprice`: what the same work would have cost elsewhere. */
export function addWhatIfCommands(program: Command): void {
  program
    .command('reprice')
    .description('what the same tokens would have cost on another model, channel, tier or region, at list price')
    .option('--from <day>', 'first day, YYYY-MM-DD', addDays(today(), -30))
    .option('--to <day>', 'the day after the last', addDays(today(), 1))
    .option('--scope <key=value>', 'task, team, model or channel; may be said more than once', several, [])
    .option('--team <team>', 'what the events of one team used; the same as --scope team=…')
    .option('--to-model <model>', 'the model it would run on')
    .option('--to-channel <channel>', 'where it would be bought')
    .option('--to-tier <tier>', 'standard, batch, flex, priority')
    .option('--to-region <region>', 'where it would run')
    .option('--assume <text>', 'any assumption as the address of the page has it: cache:*~0.6, discount:azure~0.12', several, [])
    .option('--prices <day>', "prices of this day instead of each day's own")
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const a = [
        ...(o.toModel ? [`model:*~${o.toModel}`] : []),
        ...(o.toChannel ? [`channel:*~${o.toChannel}`] : []),
        ...(o.toTier ? [`tier:*~${o.toTier}`] : []),
        ...(o.toRegion ? [`region:*~${o.toRegion}`] : []),
        ...o.assume,
      ];
      const result = await runWhatIf(await operatorOf(o.org), {
        from: o.from,
        to: o.to,
        a,
        ...scopeOf(o.scope),
        ...(o.team && { team: o.team }),
        ...(o.prices && { prices: o.prices }),
      });
      if (result.notUnderstood.length) throw new AppError('invalid', `Not understood: ${result.notUnderstood.join(', ')}.`);
      const { lines, totals, unpriced, broken, assumptions, alternatives, routes, period } = result;
      console.log(
        o.json ? JSON.stringify({ period, assumptions, totals, lines, unpriced, broken, alternatives, routes }) : printScenario(result),
      );
    });
}

function scopeOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=');
      if (!['task', 'team', 'model', 'channel'].includes(key) || rest.length === 0)
        throw new AppError('invalid', `--scope ${pair}: write task=…, team=…, model=… or channel=….`);
      return [key, rest.join('=')];
    }),
  );
}

function printScenario({ assumptions, lines, totals, unpriced }: WhatIf): string {
  const rows = [...lines.map((l) => ({ ...l, taskType: l.taskType ?? '(none)' })), ...totals.map((t) => ({ taskType: 'all', ...t }))];
  return [
    ...assumptions.map((a) => `  ${a.words}`),
    printTable(
      rows.map(({ taskType, currency, actual, scenario, difference, events }) => ({
        task: taskType,
        actual,
        scenario,
        difference,
        currency,
        events,
      })),
    ),
    ...unpriced.map((u) => `  left out: ${u.events} events, ${u.why}`),
  ].join('\n');
}
