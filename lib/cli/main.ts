import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Actor } from '../core/access/actor';
import { AppError } from '../core/app-error';
import type { ImportResult } from '../core/imports/result';
import { addDays } from '../core/time/days';
import { queryCosts } from '../services/costs/query-costs';
import { operatorOf } from '../services/identity/operator';
import { importPath } from '../services/imports/import-path';
import { listLoads } from '../services/loads/list-loads';
import { undoLoad } from '../services/loads/undo-load';
import { queryUnattributed, type UnattributedLine } from '../services/models/get-unattributed';
import { shutDown } from '../services/shut-down';
import { addAgreementCommands } from './agreements';
import { addAllocationCommands } from './allocation';
import { addBudgetCommands } from './budgets';
import { addConnectionCommands } from './connections';
import { addEventCommands } from './events';
import { addFxCommands } from './fx';
import { inWords } from './in-words';
import { addInvoiceCommands } from './invoices';
import { addMeterCommands } from './meters';
import { openHome } from './open-home';
import { addPeopleCommands } from './people';
import { addPriceCommands } from './prices';
import { printResult, printTable } from './print';
import { addTaskCommands, addTaskQuery } from './tasks';
import { addTokenCommands } from './tokens';
import { addViewCommands } from './views';
import { addWhatIfCommands } from './what-if';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const program = new Command('headroom')
  .description('Costs of AI across clouds, from a terminal. Every command talks to the same database as the dashboard.')
  .version(version, '-V, --version', 'print the version')
  .hook('preAction', openHome);
const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const today = () => new Date().toISOString().slice(0, 10);
const brief = ({ provider, account, resource, model, tier, currency, unattributed, why }: Omit<UnattributedLine, 'place'>) => ({
  provider,
  account,
  resource,
  model,
  tier,
  currency,
  unattributed,
  why,
});
const lines = (rows: readonly object[]) => rows.map((r) => JSON.stringify(r)).join('\n');

program
  .command('import <file...>')
  .description('load billing exports; a newer export of the same account and period replaces the older one')
  .addOption(org())
  .addOption(json())
  .option('--source <name>', 'the source these files belong to; otherwise it is found or made')
  .option('--currency <code>', 'the currency of files that name none')
  .option('--account <name>', 'the billing account of files that name none, to tell two organisations of one provider apart')
  .addOption(new Option('--date-order <order>', 'how days are written where a file leaves it open').choices(['mdy', 'dmy']))
  .addOption(new Option('--dataset <dataset>', "which of Azure's two exports it is").choices(['actual', 'amortized']))
  .option('--format <id>', 'the format, when the recognised one is wrong')
  .action(async (files: string[], o) => {
    const actor = await operatorOf(o.org, 'My organisation');
    const { source, account, dateOrder, dataset, format } = o;
    const choices = { source, account, currency: o.currency?.toUpperCase(), dateOrder, dataset, format };
    let refused = 0;
    for (const file of files) {
      const result: ImportResult = await importPath(actor, file, choices);
      if (result.outcome === 'refused') refused++;
      console.log(o.json ? JSON.stringify(result) : printResult(result));
    }
    process.exitCode = refused ? 1 : 0;
  });

program
  .command('loads')
  .description('what was loaded, newest first, and what of it counts')
  .addOption(org())
  .addOption(json())
  .action(async (o) => {
    const loads = await listLoads(await operatorOf(o.org));
    console.log(
      o.json
        ? lines(loads)
        : printTable(
            loads.map((l) => ({
              load: l.id,
              source: l.source,
              period: l.billingPeriod.slice(0, 7),
              rows: l.rows,
              state: l.state,
              file: l.fileName,
            })),
          ),
    );
  });

program
  .command('undo <load>')
  .description('take a load back; what it had replaced counts again')
  .addOption(org())
  .action(async (load: string, o) => {
    if (!/^\d+$/.test(load)) throw new AppError('invalid', `"${load}" is no load's number. See \`headroom loads\`.`);
    await undoLoad(await operatorOf(o.org), Number(load));
    console.log(`Load ${load} no longer counts.`);
  });

const ask = program.command('query').description('ask the ledger');
ask
  .command('costs')
  .requiredOption('--group-by <dimensions>', 'one to three, with commas: provider, service, model, team, day, month, …', (v: string) =>
    v.split(','),
  )
  .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
  .requiredOption('--to <day>', 'the day after the last')
  .option('--currency <code>', 'told in this currency at the rate of each month; without it each as it was billed')
  .addOption(org())
  .addOption(json())
  .action(async (o) => {
    const actor: Actor = await operatorOf(o.org);
    const rows = await queryCosts(actor, o);
    console.log(o.json ? lines(rows) : printTable(rows.map(({ group, ...r }) => ({ ...group, ...r }))));
  });

ask
  .command('unattributed')
  .description('AI spend of the bills that no event explains')
  .option('--from <day>', 'first day, YYYY-MM-DD', addDays(today(), -30))
  .option('--to <day>', 'the day after the last', addDays(today(), 1))
  .addOption(org())
  .addOption(json())
  .action(async (o) => {
    const { totals, lines: found } = await queryUnattributed(await operatorOf(o.org), o);
    const rows = found.map(({ place: _, ...r }) => r);
    console.log(
      o.json ? JSON.stringify({ from: o.from, to: o.to, totals, rows }) : `${printTable(totals)}\n\n${printTable(rows.map(brief))}`,
    );
  });

addAgreementCommands(program);
addAllocationCommands(program);
addBudgetCommands(program);
addConnectionCommands(program);
addEventCommands(program);
addFxCommands(program);
addInvoiceCommands(program);
addMeterCommands(program);
addPriceCommands(program);
addTaskQuery(ask);
addTaskCommands(program);
addWhatIfCommands(program);
addTokenCommands(program);
addViewCommands(program);
addPeopleCommands(program);

try {
  await program.parseAsync();
} catch (e) {
  console.error(inWords(e) ?? e);
  process.exitCode = 1;
} finally {
  await shutDown();
}
