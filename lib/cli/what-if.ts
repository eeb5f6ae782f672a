import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import { addDays } from '../core/time/days';
import { unknownWords } from '../core/what-if/base-moves';
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
      const ask = {
        from: o.from,
        to: o.to,
        a,
        ...scopeOf(o.scope),
        ...(o.team && { team: o.team }),
        ...(o.prices && { prices: o.prices }),
      };
      const result = await runWhatIf(await operatorOf(o.org), ask, today());
      if (result.notUnderstood.length) throw new AppError('invalid', `Not understood: ${result.notUnderstood.join(', ')}.`);
      const { lines, totals, unpriced, broken, assumptions, assumed, sideEffects, alternatives, routes, period } = result;
      console.log(
        o.json
          ? JSON.stringify({ period, assumptions, assumed, totals, lines, unpriced, broken, sideEffects, alternatives, routes })
          : printScenario(result),
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

function printScenario({ assumptions, assumed, lines, totals, unpriced, sideEffects }: WhatIf): string {
  const rows = [...lines.map((l) => ({ ...l, taskType: l.taskType ?? '(none)' })), ...totals.map((t) => ({ taskType: 'all', ...t }))];
  return [
    ...[...assumptions, ...assumed].map((a) => `  ${a.words}`),
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
    ...printSideEffects(sideEffects),
  ].join('\n');
}

function printSideEffects({ effects, net, unknown }: WhatIf['sideEffects']): string[] {
  if (effects.length === 0) return [];
  return [
    '',
    printTable(
      effects.map(({ agreement, what, from, to, before, after, money, currency }) => ({
        agreement,
        what,
        days: `${from} to ${to ?? 'no end'}`,
        before: before ?? 'not known',
        after: after ?? 'not known',
        adds: money ?? 'not known',
        currency,
      })),
    ),
    ...effects.flatMap((e) => [...e.notes, ...e.unknown.map((u) => unknownWords(u))].map((words) => `  ${e.agreement}: ${words}`)),
    ...net.map((n) => `  after agreements: ${n.net} ${n.currency} (${n.difference ?? '0'} and ${n.sideEffects} of agreements)`),
    ...(unknown > 0 ? [`  not known, and in no sum: what it does to ${unknown} of the agreements`] : []),
  ];
}
