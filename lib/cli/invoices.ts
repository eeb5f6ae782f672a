import { type Command, Option } from 'commander';
import type { InvoicesResult } from '../core/invoices/view';
import { operatorOf } from '../services/identity/operator';
import { getReconciliation } from '../services/invoices/get-reconciliation';
import { importInvoices, listInvoices } from '../services/invoices/manage-invoices';
import { readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const lines = (rows: readonly object[]) => rows.map((r) => JSON.stringify(r)).join('\n');

/** `invoices import`, `invoices list`, `invoices reconcile`. */
export function addInvoiceCommands(program: Command): void {
  const invoices = program.command('invoices').description('what issuers ask for, against what the ledger says');
  invoices
    .command('import <file...>')
    .description('take FOCUS Invoice Details, or CSVs of provider, account, invoice number, period, currency, amount, category')
    .addOption(org())
    .addOption(json())
    .action(async (files: string[], o) => {
      const actor = await operatorOf(o.org, 'My organisation');
      for (const file of files) {
        const result = await importInvoices(actor, await readFile(file));
        console.log(o.json ? JSON.stringify(result) : inWords(result));
      }
    });
  invoices
    .command('list')
    .description('the invoices there are')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const rows = await listInvoices(await operatorOf(o.org));
      console.log(
        o.json
          ? lines(rows)
          : printTable(
              rows.map((i) => ({
                ...{ invoice: i.id, issuer: i.provider, account: i.account, number: i.number, period: i.period.slice(0, 7) },
                ...{ amount: i.amount, currency: i.currency, origin: i.origin, accepted: i.acceptedBy },
              })),
            ),
      );
    });
  invoices
    .command('reconcile')
    .description('the ledger against the invoices: what agrees, what is explained and by what, what is open')
    .option('--from <month>', 'first month, YYYY-MM')
    .option('--to <month>', 'last month')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const rows = await getReconciliation(await operatorOf(o.org), { from: o.from, to: o.to });
      console.log(
        o.json
          ? lines(rows)
          : printTable(
              rows.map((r) => ({
                ...{ issuer: r.provider, account: r.account, period: r.period.slice(0, 7), currency: r.currency },
                ...{ ledger: r.ledger ?? '', invoice: r.invoice ?? '', difference: r.difference ?? '', state: r.state },
                'explained by': r.parts.map((p) => `${p.kind} ${p.amount}`).join(', '),
              })),
            ),
      );
    });
}

function inWords({ file, outcome, invoices, added, changed, voided, open }: InvoicesResult): string {
  if (outcome === 'unchanged') return `${file}: ${invoices} invoices, all there already.${open ? ` ${open} not issued yet.` : ''}`;
  const more = [voided && `${voided} withdrawn`, open && `${open} not issued yet, left out`].filter(Boolean);
  return `${file}: ${added} added, ${changed} replaced${more.length ? `, ${more.join(', ')}` : ''}.`;
}
