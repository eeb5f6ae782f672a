import Big from 'big.js';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { csvLine, csvStart } from '../../core/csv/cell';
import { type KeptInvoice, lineKey, mayBeLate, type ReconciliationLine, reconcile } from '../../core/invoices/reconcile';
import type { ReconciliationRow } from '../../core/invoices/view';
import { sumOf } from '../../core/money/round';
import { addMonths, type Day } from '../../core/time/days';
import { ledgerAsOf, ledgerByInvoice } from '../../db/queries/ledger-by-invoice';
import { listInvoices as list } from '../../db/records/invoices';
import { providerName } from '../../ingest/enrich/provider';

const aMonth = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'is no month like 2026-10')
  .optional();

/** Both months are included; without them all. */
export const ReconciliationQuery = z
  .object({ from: aMonth, to: aMonth })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: 'is before the first month' });
export type ReconciliationQuery = z.output<typeof ReconciliationQuery>;

interface Months {
  from: Day;
  to: Day;
}

const monthsOf = ({ from, to }: ReconciliationQuery): Months => ({
  from: `${from ?? '1900-01'}-01`,
  to: addMonths(`${to ?? '2199-12'}-01`, 1),
});

/** The ledger against the invoices, by issuer, account, month and currency. Needs `sources:read`. */
export async function getReconciliation(actor: Actor, asked: z.input<typeof ReconciliationQuery>): Promise<ReconciliationRow[]> {
  requirePermission(actor, 'sources:read');
  const months = monthsOf(ReconciliationQuery.parse(asked));
  return (await linesOf(actor.organizationId, months)).map((l) => ({ ...l, providerName: providerName(l.provider) }));
}

async function linesOf(organization: number, months: Months): Promise<ReconciliationLine[]> {
  const [ledger, invoices] = await Promise.all([ledgerByInvoice(organization, months), list(organization, months)]);
  const lines = reconcile(ledger, invoices);
  const late = await lateSums(organization, months, lines);
  return late.size > 0 ? reconcile(ledger, invoices, late) : lines;
}

/** What the ledger has learned since the day of the invoice, where it knew anything by then. */
async function lateSums(organization: number, months: Months, lines: readonly ReconciliationLine[]): Promise<Map<string, string>> {
  const asked = mayBeLate(lines);
  const late = new Map<string, string>();
  for (const day of new Set(asked.map((a) => a.issued))) {
    const then = await ledgerAsOf(organization, months, day);
    for (const { line } of asked.filter((a) => a.issued === day)) {
      const known = then.filter((t) => lineKey(t) === line.key);
      if (known.length > 0 && line.ledger !== null)
        late.set(line.key, new Big(line.ledger).minus(sumOf(known.map((k) => new Big(k.amount)))).toFixed());
    }
  }
  return late;
}

/** The difference of the line that an invoice belongs to, as it stands now. */
export async function differenceOf(organization: number, invoice: KeptInvoice): Promise<string> {
  const months = { from: invoice.period, to: addMonths(invoice.period, 1) };
  const lines = reconcile(await ledgerByInvoice(organization, months), await list(organization, months));
  const difference = lines.find((l) => l.key === lineKey(invoice))?.difference;
  if (difference === null || difference === undefined)
    throw new AppError(
      'conflict',
      `The ledger has no charges of this account and month in ${invoice.currency}: there is no difference to accept.`,
    );
  return difference;
}

/** The table as CSV, one line for each category that both sides name and one for the whole. Needs `sources:read`. */
export async function exportReconciliation(actor: Actor, asked: z.input<typeof ReconciliationQuery>): Promise<string> {
  const rows = await getReconciliation(actor, asked);
  const header = ['issuer', 'account', 'period', 'currency', 'category', 'ledger', 'invoice', 'difference', 'unexplained', 'state'];
  const more = ['explained by', 'invoices', 'explanation', 'accepted by', 'accepted at'];
  const lines = rows.flatMap((r) => {
    const place = [r.provider, r.account, r.period.slice(0, 7), r.currency];
    const accepted = r.invoices.filter((i) => i.explanation !== null);
    const whole = [
      ...[...place, '', r.ledger ?? '', r.invoice ?? '', r.difference ?? '', r.unexplained ?? '', r.state],
      r.parts.map((p) => `${p.kind} ${p.amount}`).join('; '),
      r.invoices.map((i) => i.number).join('; '),
      ...[accepted.map((i) => i.explanation).join('; '), accepted.map((i) => i.acceptedBy).join('; ')],
      accepted.map((i) => i.acceptedAt).join('; '),
    ];
    const parts = r.categories.map((c) => [
      ...place,
      c.category,
      c.ledger ?? '',
      c.invoice ?? '',
      c.difference ?? '',
      ...Array(7).fill(''),
    ]);
    return [whole, ...parts];
  });
  return csvStart + [[...header, ...more], ...lines].map(csvLine).join('');
}
