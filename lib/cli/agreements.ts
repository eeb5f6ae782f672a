import fs from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import type { PlannedChange } from '../core/plan';
import { applyAgreements } from '../services/agreements/apply-agreements';
import { exportAgreements, exportCalendar } from '../services/agreements/export-agreements';
import { type AgreementStatement, getStatement } from '../services/agreements/get-statement';
import { operatorOf } from '../services/identity/operator';
import { importSeries } from '../services/series/import-series';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `series import`, `agreements apply`, `agreements export`, `agreements statement`. */
export function addAgreementCommands(program: Command): void {
  program
    .command('series')
    .description('dated amounts that agreements accrue on')
    .command('import <name> <file>')
    .description('add the rows of a CSV (date, amount, currency, optional booked date, labels) to a series; nothing known is rewritten')
    .addOption(org())
    .addOption(json())
    .action(async (name: string, file: string, o) => {
      const result = await importSeries(await operatorOf(o.org, 'My organisation'), name, await readFile(file));
      console.log(
        o.json
          ? JSON.stringify(result)
          : `${result.file}: ${result.outcome}, ${result.added} of ${result.rows} rows added to "${result.series}".`,
      );
    });

  const agreements = program.command('agreements').description('revenue shares, commitments, credits and licences');
  agreements
    .command('apply <file>')
    .description('make the agreements what a YAML file says; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .option('--dry-run', 'only say what would change')
    .option('--prune', 'delete agreements that the file does not name')
    .action(async (file: string, o) => {
      const plan = await applyAgreements(await operatorOf(o.org, 'My organisation'), await readFile(file), o);
      console.log(o.json ? JSON.stringify(plan) : printPlan(plan, o.dryRun));
    });
  agreements
    .command('export [name...]')
    .description('print the agreements as a file that `agreements apply` reads, or their dates as a calendar')
    .addOption(new Option('--format <format>', 'yaml, or ics for calendars').choices(['yaml', 'ics']).default('yaml'))
    .addOption(org())
    .action(async (names: string[], o) => {
      const actor = await operatorOf(o.org);
      process.stdout.write(o.format === 'ics' ? await exportCalendar(actor, new Date()) : await exportAgreements(actor, names));
    });
  agreements
    .command('statement <name>')
    .description('what an agreement comes to, by day and by period')
    .option('--to <day>', 'the last day shown')
    .option('--as-of <day>', 'only what was known at the end of this day')
    .addOption(org())
    .addOption(json())
    .action(async (name: string, o) => {
      const statement = await getStatement(await operatorOf(o.org), { name }, { to: o.to, asOf: o.asOf });
      console.log(o.json ? JSON.stringify(statement) : printStatement(statement));
    });
}

/** A file that a person named, as text. Throws `invalid` when it cannot be read. */
export async function readFile(file: string): Promise<{ name: string; text: string }> {
  try {
    return { name: path.basename(file), text: new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(file)) };
  } catch (e) {
    const isEncoding = e instanceof TypeError;
    throw new AppError('invalid', isEncoding ? `${file} is not UTF-8.` : `${file} cannot be read: is the path right?`);
  }
}

const signs = { create: '+', change: '~', unchanged: '=', delete: '-' } as const;

/** One line per record: `~ share-a (terms, cap)`. */
export function printPlan(plan: readonly PlannedChange[], isDryRun = false): string {
  const lines = plan.flatMap(({ action, name, fields, warnings = [] }) => [
    `${signs[action]} ${name}${fields.length ? ` (${fields.join(', ')})` : ''}`,
    ...warnings.map((w) => `  ! ${w}`),
  ]);
  const changes = plan.filter((p) => p.action !== 'unchanged').length;
  return [...lines, `${changes} of ${plan.length} ${isDryRun ? 'would change' : 'changed'}.`].join('\n');
}

function printStatement(s: AgreementStatement): string {
  const missing = [s.missing, s.unconverted.length ? `${s.unconverted.length} rows have no exchange rate and are not counted.` : null];
  const body =
    'periods' in s
      ? [
          printTable(
            s.periods.map(({ period, to, opening, accrual, trueUp, posted, closing, state }) => ({
              period,
              opening,
              accrual,
              'true-up': trueUp,
              posted,
              closing,
              state: state === 'draft' && to >= new Date().toISOString().slice(0, 10) ? 'running' : state,
            })),
          ),
          `Posted ${s.posted} ${s.currency}${s.cap === null ? '' : ` of ${s.cap}; ${s.remaining} left`}${s.capDate ? `; the cap was reached on ${s.capDate}` : ''}.`,
          ...(/[1-9]/.test(s.pending)
            ? [`${s.pending} ${s.currency} of corrections became known later and stand in no statement shown here.`]
            : []),
        ]
      : 'tranches' in s
        ? [
            printTable(
              s.tranches.map(({ days: _, ahead: __, forecast, ...t }) => ({
                ...t,
                expected: forecast?.point ?? '',
                shortfall: forecast?.shortfall ?? '',
              })),
            ),
          ]
        : 'lots' in s
          ? [
              printTable(s.lots.map((l) => ({ ...l }))),
              `${/[1-9]/.test(s.balance) ? `${s.balance} ${s.currency} left` : 'Used up'}; ${s.uncovered} ${s.currency} of use was not covered.`,
            ]
          : [`${s.start} to ${s.end ?? 'open'}`];
  return [`${s.name} (${s.kind.replace('_', ' ')}, we ${s.direction}, ${s.currency})`, ...body, ...missing.filter((m) => m !== null)].join(
    '\n',
  );
}
