import { type Command, Option } from 'commander';
import { applyBudgets } from '../services/budgets/apply-budgets';
import { budgetStatus } from '../services/budgets/budget-status';
import { copyBudgets } from '../services/budgets/copy-budgets';
import { exportBudgets } from '../services/budgets/edit-budget';
import { operatorOf } from '../services/identity/operator';
import { printPlan, readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `budgets apply`, `budgets status`, `budgets copy`, `budgets export`. */
export function addBudgetCommands(program: Command): void {
  const budgets = program.command('budgets').description('limits we set for ourselves');
  budgets
    .command('apply <file>')
    .description('make the budgets what a YAML, JSON or CSV file says; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .option('--dry-run', 'only say what would change')
    .option('--prune', 'delete budgets that came from a file and are not in this one')
    .action(async (file: string, o) => {
      const plan = await applyBudgets(await operatorOf(o.org, 'My organisation'), await readFile(file), o);
      console.log(o.json ? JSON.stringify(plan) : printPlan(plan, o.dryRun));
    });
  budgets
    .command('status [name...]')
    .description('what is used, left and expected, in the window of today')
    .option('--as-of <day>', 'stand on a past day')
    .addOption(org())
    .addOption(json())
    .action(async (names: string[], o) => {
      const lines = await budgetStatus(await operatorOf(o.org), new Date(), { names: names.length ? names : undefined, asOf: o.asOf });
      console.log(
        o.json
          ? lines.map((l) => JSON.stringify(l)).join('\n')
          : printTable(
              lines.map((l) => ({
                budget: l.value === null ? l.budget : `${l.budget} · ${l.value}`,
                window: l.window.name,
                limit: l.limit,
                used: `${l.unpriced ? '≥ ' : ''}${l.used}`,
                left: l.remaining,
                expected: l.forecast?.point ?? '',
                unit: l.currency ?? 'tokens',
                state: l.status,
              })),
            ),
      );
    });
  budgets
    .command('copy')
    .description('carry the budgets on into another year; prints what they would be, unless told to apply it')
    .requiredOption('--from-year <year>', 'the year whose amounts and periods are copied')
    .requiredOption('--to-year <year>', 'the year they are copied to; what it has already stays')
    .option('--grow <percent>', 'how much more each amount is: 5%, -2.5%', '0%')
    .option('--apply', 'do it, and print what changed')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const { plan, yaml } = await copyBudgets(await operatorOf(o.org), {
        ...{ fromYear: o.fromYear, toYear: o.toYear, grow: o.grow },
        dryRun: !o.apply,
      });
      console.log(o.json ? JSON.stringify(plan) : o.apply ? printPlan(plan) : yaml.trimEnd());
    });
  budgets
    .command('export')
    .description('print the budgets as a file that `budgets apply` reads')
    .addOption(
      new Option('--format <format>', 'yaml holds everything, csv what fits into a table').choices(['yaml', 'csv']).default('yaml'),
    )
    .addOption(org())
    .action(async (o) => console.log((await exportBudgets(await operatorOf(o.org), o.format)).trimEnd()));
}
