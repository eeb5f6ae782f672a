import { type Command, Option } from 'commander';
import { applyBudgets } from '../services/budgets/apply-budgets';
import { budgetStatus } from '../services/budgets/budget-status';
import { exportBudgets } from '../services/budgets/edit-budget';
import { operatorOf } from '../services/identity/operator';
import { printPlan, readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `budgets apply`, `budgets status`, `budgets export`. */
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
                used: l.used,
                left: l.remaining,
                expected: l.forecast?.point ?? '',
                unit: l.currency ?? 'tokens',
                state: l.status,
              })),
            ),
      );
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
