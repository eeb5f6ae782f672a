import { type Command, Option } from 'commander';
import type { MonthEffect, RatesResult } from '../core/fx/view';
import { moneyText } from '../core/money/format';
import { closeMonth, reopenMonth } from '../services/fx/close-month';
import { changeReportingCurrency, getCurrencies, listRates } from '../services/fx/currencies';
import { importRates } from '../services/fx/import-rates';
import { operatorOf } from '../services/identity/operator';
import { readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const lines = (rows: readonly object[]) => rows.map((r) => JSON.stringify(r)).join('\n');
const today = () => new Date().toISOString().slice(0, 10);

/** `fx import`, `fx list`, `fx months`, `fx close`, `fx reopen`, `fx reporting`. */
export function addFxCommands(program: Command): void {
  const fx = program.command('fx').description('exchange rates, and the currency all is told in');
  fx.command('import <file...>')
    .description("take rates: the European Central Bank's eurofxref files (CSV, XML), or a CSV of base, quote, day, rate, source")
    .option('--preview', 'only say what would change')
    .addOption(org())
    .addOption(json())
    .action(async (files: string[], o) => {
      const actor = await operatorOf(o.org, 'My organisation');
      for (const file of files) {
        const { name, text } = await readFile(file);
        const result = await importRates(actor, { fileName: name, text, preview: Boolean(o.preview) });
        console.log(o.json ? JSON.stringify(result) : inWords(result));
      }
    });
  fx.command('list')
    .description('the rates there are, newest first')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'the day after the last')
    .option('--base <currency>', 'one unit of this')
    .option('--quote <currency>', 'is so much of that')
    .option('--limit <number>', 'no more than so many', '10000')
    .addOption(org())
    .addOption(json())
    .action(async ({ org: of, json: asJson, ...asked }) => {
      const rates = await listRates(await operatorOf(of), asked);
      console.log(
        asJson ? lines(rates) : printTable(rates.map(({ day, base, quote, rate, source }) => ({ day, base, quote, rate, source }))),
      );
    });
  fx.command('months')
    .description('what each month of the ledger is converted with, and whether it is closed')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const { reporting, months } = await getCurrencies(await operatorOf(o.org), today());
      const rows = months.flatMap(({ month, closed, pairs }) =>
        pairs.map(({ currency, amount, rate }) => ({
          ...{ month: month.slice(0, 7), currency, amount, reporting: reporting ?? '', rate: rate?.rate ?? '' },
          ...{ day: rate?.day ?? '', source: rate?.source ?? 'no rate', closed: closed ? `by ${closed.by}` : '' },
        })),
      );
      console.log(o.json ? lines(rows) : printTable(rows));
    });
  fx.command('close <month>')
    .description('close a month, YYYY-MM, with the rates known now: later rates do not change it')
    .addOption(org())
    .action(async (month: string, o) => {
      await closeMonth(await operatorOf(o.org), { month }, today());
      console.log(`${month} is closed.`);
    });
  fx.command('reopen <month>')
    .description('tell a closed month with the rates of now again')
    .addOption(org())
    .action(async (month: string, o) => {
      await reopenMonth(await operatorOf(o.org), month);
      console.log(`${month} is open.`);
    });
  fx.command('reporting <currency>')
    .description('what all views are told in unless they ask otherwise; "billing" keeps currencies apart')
    .addOption(org())
    .action(async (said: string, o) => {
      const { currency } = await changeReportingCurrency(await operatorOf(o.org), { currency: said === 'billing' ? null : said });
      console.log(currency ? `All is told in ${currency}.` : 'Each currency stands as it was billed.');
    });
}

const effectLine = ({ month, currency, before, after, nowConverted, stillApart }: MonthEffect): string =>
  [
    `  ${month.slice(0, 7)}: ${moneyText(before, currency)} → ${moneyText(after, currency)}`,
    nowConverted.length > 0 && `now with ${nowConverted.join(', ')}`,
    stillApart.length > 0 && `${stillApart.join(', ')} without a rate`,
  ]
    .filter(Boolean)
    .join(', ');

function inWords({ file, outcome, rates, added, changed, kept, effects, closed }: RatesResult): string {
  if (outcome === 'unchanged') return `${file}: ${rates} rates, all there already.`;
  const would = outcome === 'previewed' ? 'would be ' : '';
  const head = [`${file}: ${added} ${would}added, ${changed} ${would}replaced`, kept > 0 && `${kept} left out, agreed rates stay`]
    .filter(Boolean)
    .join(', ');
  const months = effects.map(effectLine);
  const fixed = closed.length > 0 ? [`  ${closed.map((m) => m.slice(0, 7)).join(', ')} closed: unchanged.`] : [];
  return [`${head}.`, ...months, ...fixed].join('\n');
}
