import { z } from 'zod';
import { chargeCategories, type Invoice } from '../../core/invoices/invoice';
import type { KeptInvoice } from '../../core/invoices/reconcile';
import { prisma, type Transaction } from '../client';

/** What the column `categories` keeps: the amounts by category, and what else belongs to them. */
const Details = z.object({
  amounts: z.partialRecord(z.enum(chargeCategories), z.string()).default({}),
  issued: z.iso.date().nullable().default(null),
  lines: z.number().int().min(1).default(1),
  acceptedDifference: z.string().nullable().default(null),
});

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof prisma>['invoice']['findFirst']>>>;

function keptOf(row: Row): KeptInvoice {
  const { amounts, issued, lines, acceptedDifference } = Details.parse(row.categories);
  return {
    ...{ id: row.id, provider: row.provider, account: row.billingAccount, number: row.number, currency: row.currency },
    period: row.period.toISOString().slice(0, 10),
    amount: row.amount.toFixed(),
    ...{ categories: amounts, issued, lines, acceptedDifference },
    ...{ origin: row.origin, explanation: row.explanation, acceptedBy: row.acceptedByName, createdBy: row.createdByName },
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  };
}

/** Invoices of these months, `[from, to)`; all without them. */
export async function listInvoices(organizationId: number, period?: { from: string; to: string }): Promise<KeptInvoice[]> {
  const within = period && { period: { gte: dateOf(period.from), lt: dateOf(period.to) } };
  const rows = await prisma().invoice.findMany({ where: { organizationId, ...within }, orderBy: [{ period: 'desc' }, { id: 'asc' }] });
  return rows.map(keptOf);
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

export async function findInvoice(tx: Transaction, organizationId: number, id: number): Promise<KeptInvoice | null> {
  const row = await tx.invoice.findFirst({ where: { organizationId, id } });
  return row && keptOf(row);
}

type Named = Pick<Invoice, 'provider' | 'account' | 'number'>;
const keyOf = (organizationId: number, { provider, account, number }: Named) => ({
  organizationId_provider_billingAccount_number: { organizationId, provider, billingAccount: account, number },
});

export async function findInvoiceNamed(tx: Transaction, organizationId: number, named: Named): Promise<KeptInvoice | null> {
  const row = await tx.invoice.findUnique({ where: keyOf(organizationId, named) });
  return row && keptOf(row);
}

/** Writes an invoice; one of the same number takes the place of the earlier, which keeps what was said about it. */
export async function putInvoice(
  tx: Transaction,
  organizationId: number,
  invoice: Invoice,
  { origin, by, before }: { origin: string; by: string; before: KeptInvoice | null },
): Promise<number> {
  const { period, currency, amount, categories, issued, lines } = invoice;
  const details = { amounts: categories, issued, lines, acceptedDifference: before?.acceptedDifference ?? null };
  const data = { period: dateOf(period), currency, amount, categories: details, origin };
  const { id } = await tx.invoice.upsert({
    where: keyOf(organizationId, invoice),
    create: {
      organizationId,
      provider: invoice.provider,
      billingAccount: invoice.account,
      number: invoice.number,
      createdByName: by,
      ...data,
    },
    update: data,
  });
  return id;
}

/** Says why the difference is as it is, for the difference there is now; null takes it back. */
export async function explainInvoice(
  tx: Transaction,
  organizationId: number,
  invoice: KeptInvoice,
  accepted: { explanation: string; difference: string; by: string } | null,
): Promise<void> {
  const { categories, issued, lines, id } = invoice;
  await tx.invoice.updateMany({
    where: { organizationId, id },
    data: {
      explanation: accepted?.explanation ?? null,
      acceptedByName: accepted?.by ?? null,
      acceptedAt: accepted ? new Date() : null,
      categories: { amounts: categories, issued, lines, acceptedDifference: accepted?.difference ?? null },
    },
  });
}

export const deleteInvoice = (tx: Transaction, organizationId: number, id: number) =>
  tx.invoice.deleteMany({ where: { organizationId, id } });
