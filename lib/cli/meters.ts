import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import { type TaughtMeaning, taughtText } from '../core/meters/taught';
import { taughtWords } from '../core/meters/taught-words';
import type { MetersView } from '../core/meters/view';
import { addDays } from '../core/time/days';
import { operatorOf } from '../services/identity/operator';
import { queryMeters } from '../services/meters/list-meters';
import { forgetMeter, type MeterTaught, teachMeter } from '../services/meters/teach-meter';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const today = () => new Date().toISOString().slice(0, 10);
const axis = (flags: string, description: string, choices: readonly string[]) =>
  new Option(flags, description).choices([...choices, 'none']);

/** `meters list`, `meters teach`, `meters forget`. */
export function addMeterCommands(program: Command): void {
  const meters = program.command('meters').description('which meters of AI spend are not recognised, and what they mean');
  meters
    .command('list')
    .description('how much is recognised, what is not, and what was taught')
    .option('--from <day>', 'first day, YYYY-MM-DD', addDays(today(), -90))
    .option('--to <day>', 'the day after the last', addDays(today(), 1))
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const view = await queryMeters(await operatorOf(o.org), o);
      console.log(o.json ? JSON.stringify({ from: o.from, to: o.to, ...view }) : inTables(view));
    });
  meters
    .command('teach <meter>')
    .description(
      'say what a meter means, from now on and in all that is loaded; a word that is left out stays as it is read, "none" is none',
    )
    .requiredOption('--provider <provider>', 'whose meter it is, as `meters list` has it: azure, aws, …')
    .option('--model <model>', 'the model')
    .option('--no-model', 'AI without a model: a tool, a seat, capacity')
    .option('--not-ai', 'no AI at all')
    .option('--vendor <vendor>', 'who made the model')
    .addOption(axis('--token-type <kind>', 'what is counted', taughtWords.tokenType))
    .addOption(axis('--cache-ttl <time>', 'how long a cache lives', taughtWords.cacheTtl))
    .addOption(axis('--modality <modality>', 'of what kind it is', taughtWords.modality))
    .addOption(axis('--deployment <type>', 'how it is sold', taughtWords.deploymentType))
    .addOption(axis('--tier <tier>', 'at which tier', taughtWords.serviceTier))
    .addOption(axis('--lifecycle <stage>', 'for what', taughtWords.lifecycle))
    .addOption(axis('--tokens-per-unit <tokens>', 'how many tokens one unit is', taughtWords.tokensPerUnit))
    .addOption(org())
    .addOption(json())
    .action(async (meter: string, o) =>
      say(o, await teachMeter(await operatorOf(o.org), { provider: o.provider, meter, meaning: said(o) })),
    );
  meters
    .command('forget <number>')
    .description('take back what a meter was taught, by its number in `meters list`')
    .addOption(org())
    .addOption(json())
    .action(async (id: string, o) => {
      if (!/^\d{1,9}$/.test(id)) throw new AppError('invalid', `"${id}" is no taught meter's number. See \`headroom meters list\`.`);
      say(o, await forgetMeter(await operatorOf(o.org), Number(id)));
    });
}

/** What the words of the command say. Nobody names a model for what is no AI; for the rest it has to be said that there is none. */
function said(o: Record<string, string | boolean | undefined>): TaughtMeaning {
  if (o.notAi) return { isAi: false, model: null };
  if (o.model === undefined || o.model === true)
    throw new AppError('invalid', 'Say --model <model>, --no-model for AI without one, or --not-ai.');
  const axes = {
    vendor: o.vendor,
    tokenType: o.tokenType,
    cacheTtl: o.cacheTtl,
    modality: o.modality,
    deploymentType: o.deployment,
    serviceTier: o.tier,
    lifecycle: o.lifecycle,
    tokensPerUnit: o.tokensPerUnit,
  };
  const given = Object.entries(axes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value === 'none' ? null : value]]));
  return { isAi: true, model: o.model === false ? null : o.model, ...Object.fromEntries(given) } as TaughtMeaning;
}

function say({ json: isJson }: { json?: boolean }, done: MeterTaught): void {
  if (isJson) console.log(JSON.stringify(done));
  else if (done.outcome === 'unchanged') console.log('That is what it means already: nothing to do.');
  else if (done.profiles === 0)
    console.log(`${done.outcome === 'taught' ? 'Taught' : 'Forgotten'}; nothing that is loaded means something else.`);
  else
    console.log(
      `${done.outcome === 'taught' ? 'Taught' : 'Forgotten'}: ${done.profiles} charge profiles in ${done.loads} loads mean something else now.`,
    );
}

const listed = (parts: readonly { amount: string; unit?: string | null; currency?: string }[]) =>
  parts.map((p) => [p.amount, p.currency ?? p.unit].filter(Boolean).join(' ')).join(' + ');

function inTables({ shares, unrecognised, taught }: MetersView): string {
  const tables: [string, Record<string, unknown>[]][] = [
    ['Recognised', shares.map(({ providerName: _, share, ...s }) => ({ ...s, recognised: share ?? '' }))],
    [
      'Not recognised',
      unrecognised.map((m) => ({
        provider: m.provider,
        meter: m.text ?? '(no name)',
        rows: m.charges,
        quantity: listed(m.quantities),
        cost: listed(m.costs),
        why: m.why,
        suggestion: m.suggestion ? taughtText(m.suggestion.meaning) : '',
      })),
    ],
    ['Taught', taught.map((t) => ({ number: t.id, provider: t.provider, meter: t.meter, means: taughtText(t.meaning), by: t.taughtBy }))],
  ];
  return tables.map(([title, rows]) => `${title}\n${printTable(rows)}`).join('\n\n');
}
