import fs from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { readAllocation } from '../core/allocation/allocation-file';
import { nobody } from '../core/allocation/nobody';
import type { StatementLine } from '../core/allocation/statement';
import { plus } from '../core/allocation/statement';
import { AppError } from '../core/app-error';
import { exportStatements, statementFormats } from '../services/allocation/export-statements';
import { previewRules } from '../services/allocation/preview';
import { applyAllocation, exportAllocation } from '../services/allocation/save';
import { closeStatements, getStatements, getStatementsOf } from '../services/allocation/statements';
import { operatorOf } from '../services/identity/operator';
import { printPlan, readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const today = () => new Date().toISOString().slice(0, 10);

/** `allocation export`, `allocation apply`, `allocation preview`, `allocation statement`. */
export function addAllocationCommands(program: Command): void {
  const allocation = program.command('allocation').description('who owns what: rules, shared costs, the tree, statements');
  allocation
    .command('export')
    .description('print rules, synonyms, shared costs and the tree as a file that `allocation apply` reads')
    .addOption(org())
    .action(async (o) => console.log((await exportAllocation(await operatorOf(o.org))).trimEnd()));
  allocation
    .command('apply <file>')
    .description('make the allocation what a YAML or JSON file says, for the past as well; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .option('--dry-run', 'only say what would change')
    .action(async (file: string, o) => {
      const plan = await applyAllocation(await operatorOf(o.org, 'My organisation'), await readFile(file), { dryRun: o.dryRun });
      console.log(o.json ? JSON.stringify(plan) : printPlan(plan, o.dryRun));
    });
  allocation
    .command('preview <file>')
    .description('what the rules of such a file would move, over the last days of bills')
    .addOption(org())
    .addOption(json())
    .addOption(new Option('--days <days>', 'how far to look back').choices(['30', '90']).default('30'))
    .action(async (name: string, o) => {
      const file = await readFile(name);
      const actor = await operatorOf(o.org);
      const { dimensions } = readAllocation(file.text, file.name);
      for (const { key, rules } of dimensions) {
        const preview = await previewRules(actor, { dimension: key, rules, days: o.days === '90' ? 90 : 30 }, today());
        if (o.json) console.log(JSON.stringify({ dimension: key, ...preview }));
        else {
          const named = (value: string | null) => value ?? nobody;
          console.log(`${key}, ${preview.from} to before ${preview.to}:`);
          console.log(
            preview.moved.length === 0
              ? 'Nothing moves.'
              : printTable(preview.moved.map((m) => ({ ...m, from: named(m.from), to: named(m.to) }))),
          );
        }
      }
    });
  allocation
    .command('statement')
    .description('the statements of a month, or of one target')
    .option('--month <month>', 'such as 2026-10; without it the next that can be closed')
    .option('--dimension <key>', 'the dimension; without it the first')
    .option('--target <name>', 'one target, or everything below a name of the tree')
    .option('--close', 'close the month: its statements never change again')
    .addOption(new Option('--format <format>', 'write a file instead').choices([...statementFormats]))
    .option('--out <file>', 'where the file goes; without it, CSV is printed')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const actor = await operatorOf(o.org);
      const ask = { dimension: o.dimension ?? null, month: o.month ?? null };
      if (o.close) {
        const { dimension, month } = await getStatements(actor, ask, today());
        await closeStatements(actor, { dimension: dimension.key, month }, today());
        ask.month = month;
      }
      if (o.format) {
        const file = await exportStatements(actor, { ...ask, target: o.target }, o.format, today());
        if (o.format === 'xlsx' && !o.out) throw new AppError('invalid', 'A workbook needs --out and a file.');
        if (o.out) await fs.writeFile(o.out, file.bytes);
        else process.stdout.write(file.bytes);
        return;
      }
      const statements = await getStatementsOf(actor, { ...ask, target: o.target }, today());
      const { dimension, month, state, lines } = statements;
      const table = lines.length === 0 ? 'There are no costs in this month.' : printTable(lines.map(printed));
      console.log(o.json ? JSON.stringify(statements) : `${dimension.title}, ${month}: ${state}\n${table}`);
    });
}

const printed = (l: StatementLine) => ({
  above: (l.path ?? []).join(' / '),
  target: l.target ?? nobody,
  currency: l.currency,
  direct: l.direct,
  credits: l.credits,
  shared: l.shared.map((s) => s.amount).reduce(plus, '0'),
  'passed on': l.passedOn,
  'true-ups': l.adjustments.map((a) => a.amount).reduce(plus, '0'),
  total: l.total,
});
