import { type Command, Option } from 'commander';
import { taskGroups } from '../core/units/task-query';
import { operatorOf } from '../services/identity/operator';
import { importMetrics, type MetricsResult } from '../services/metrics/import-metrics';
import { applyTaskRules, exportTaskRules } from '../services/tasks/edit-task-rules';
import { alternativeText, queryTasks } from '../services/tasks/query-tasks';
import { readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `query tasks`, below the command that asks the ledger. */
export function addTaskQuery(ask: Command): void {
  ask
    .command('tasks')
    .description('what a task costs, on the invoice where it is known and at list prices')
    .requiredOption('--group-by <group>', Object.keys(taskGroups).join(', '))
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'the day after the last')
    .option('--team <team>', 'the tasks of one team alone')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const rows = await queryTasks(await operatorOf(o.org), o);
      console.log(
        o.json
          ? rows.map((r) => JSON.stringify(r)).join('\n')
          : printTable(
              rows.map((r) => ({ ...r, ...(r.cheapestAlternative !== undefined && { cheapestAlternative: alternativeText(r) }) })),
            ),
      );
    });
}

/** `tasks rules apply`, `tasks rules list`, `metrics import`. */
export function addTaskCommands(program: Command): void {
  const rules = program
    .command('tasks')
    .description('what calls of models were for')
    .command('rules')
    .description('rules that say what a call was for, where it does not say so itself');
  rules
    .command('apply <file>')
    .description('make the rules what a YAML or JSON file says, for what was used before as well; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .action(async (file: string, o) => {
      const result = await applyTaskRules(await operatorOf(o.org, 'My organisation'), await readFile(file));
      console.log(
        o.json
          ? JSON.stringify(result)
          : result.outcome === 'unchanged'
            ? 'Nothing changes.'
            : `${result.rules.length} rules. ${result.renamed} groups of events are called otherwise now; ${result.days} days were summed again.`,
      );
    });
  rules
    .command('list')
    .description('print the rules as a file that `tasks rules apply` reads')
    .addOption(org())
    .action(async (o) => console.log((await exportTaskRules(await operatorOf(o.org))).trimEnd()));

  program
    .command('metrics')
    .description('what the business counts: tickets closed, orders, revenue')
    .command('import <file...>')
    .description('load CSVs of date, name, value and, where it is money, currency; further columns are labels')
    .addOption(org())
    .addOption(json())
    .action(async (files: string[], o) => {
      const actor = await operatorOf(o.org, 'My organisation');
      for (const file of files) {
        const result = await importMetrics(actor, await readFile(file));
        console.log(o.json ? JSON.stringify(result) : printMetrics(result));
      }
    });
}

const printMetrics = (r: MetricsResult): string =>
  r.outcome === 'unchanged'
    ? `${r.file}: unchanged, it is there already.`
    : `${r.file}: ${r.metrics.join(', ')}, ${r.from} to before ${r.to}: ${r.added} new, ${r.changed} changed of ${r.rows}.`;
