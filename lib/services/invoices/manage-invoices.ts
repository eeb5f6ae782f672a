import Big from 'big.js';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { words } from '../../core/input/fields';
import { chargeCategories, type Invoice } from '../../core/invoices/invoice';
import { amount, currencyCode, head, month } from '../../core/invoices/invoice-fields';
import { readInvoices } from '../../core/invoices/read-invoices';
import type { KeptInvoice } from '../../core/invoices/reconcile';
import type { InvoicesResult } from '../../core/invoices/view';
import { sumOf } from '../../core/money/round';
import { prisma } from '../../db/client';
import { issuersOfAccounts } from '../../db/queries/ledger-by-invoice';
import { recordAudit } from '../../db/records/audit';
import { deleteInvoice, explainInvoice, findInvoice, findInvoiceNamed, listInvoices as list, putInvoice } from '../../db/records/invoices';
import { providerOf } from '../../ingest/enrich/provider';
import { differenceOf } from './get-reconciliation';

export const InvoiceInput = z.strictObject({
  ...head,
  period: month,
  currency: currencyCode,
  amount,
  /** Empty for a total alone; else they add up to the amount. */
  categories: z.partialRecord(z.enum(chargeCategories), amount).default({}),
  issued: z.iso.date({ error: 'is no day like 2026-11-03' }).nullable().default(null),
});

/** `difference` is what the person saw; another one meanwhile is not accepted unseen. */
export const ExplanationInput = z.strictObject({ explanation: words(2_000), difference: amount.optional() });

/** How much of a file is taken. */
export const INVOICE_FILE_BYTES = 32 * 1024 ** 2;
const TYPED = 'typed';

/** Every invoice, the newest month first. Needs `sources:read`. */
export async function listInvoices(actor: Actor): Promise<KeptInvoice[]> {
  requirePermission(actor, 'sources:read');
  return list(actor.organizationId);
}

/** Takes an invoice that a person read from paper. Needs `invoices:write`. */
export async function addInvoice(actor: Actor, input: z.input<typeof InvoiceInput>): Promise<KeptInvoice> {
  requirePermission(actor, 'invoices:write');
  const typed = InvoiceInput.parse(input);
  const sum = sumOf(Object.values(typed.categories).map((a) => new Big(a)));
  if (Object.keys(typed.categories).length > 0 && !sum.eq(typed.amount))
    throw new AppError('invalid', `The categories add up to ${sum.toFixed()}, the invoice says ${typed.amount}.`);
  const lines = Math.max(1, Object.keys(typed.categories).length);
  const invoice = { ...typed, provider: (await issuers(actor))(typed), lines };
  return prisma().$transaction(async (tx) => {
    if (await findInvoiceNamed(tx, actor.organizationId, invoice))
      throw new AppError(
        'conflict',
        `Invoice ${invoice.number} of this account is there already. Delete it first, or import it to replace it.`,
      );
    const id = await putInvoice(tx, actor.organizationId, invoice, { origin: TYPED, by: actor.name, before: null });
    await recordAudit(tx, actor, { action: 'invoice.added', subject: subjectOf(invoice), details: amountOf(invoice) });
    const kept = await findInvoice(tx, actor.organizationId, id);
    if (!kept) throw new AppError('not_found', `Invoice ${invoice.number} is gone already.`);
    return kept;
  });
}

/** Takes the invoices of a file, all or none; one of a known number is replaced. Needs `invoices:write`. */
export async function importInvoices(actor: Actor, file: { name: string; text: string }): Promise<InvoicesResult> {
  requirePermission(actor, 'invoices:write');
  const read = readInvoices(file.text, file.name);
  const issuerOf = await issuers(actor);
  const named = <T extends Pick<Invoice, 'provider' | 'account'>>(i: T): T => ({ ...i, provider: issuerOf(i) });
  const count = { added: 0, changed: 0, voided: 0 };
  await prisma().$transaction(
    async (tx) => {
      for (const invoice of read.invoices.map(named)) {
        const before = await findInvoiceNamed(tx, actor.organizationId, invoice);
        if (before && isSame(before, invoice)) continue;
        await putInvoice(tx, actor.organizationId, invoice, { origin: file.name, by: actor.name, before });
        count[before ? 'changed' : 'added']++;
      }
      for (const gone of read.voided.map(named)) {
        const before = await findInvoiceNamed(tx, actor.organizationId, gone);
        if (before) count.voided += (await deleteInvoice(tx, actor.organizationId, before.id)).count;
      }
      if (count.added + count.changed + count.voided > 0)
        await recordAudit(tx, actor, { action: 'invoices.imported', subject: file.name, details: { ...count, open: read.open } });
    },
    { timeout: 120_000 },
  );
  const outcome = count.added + count.changed + count.voided > 0 ? 'imported' : 'unchanged';
  return { file: file.name, kind: read.kind, outcome, invoices: read.invoices.length, ...count, open: read.open };
}

/** Says why an invoice and the ledger differ and accepts it: the difference of now, no later one. Needs `invoices:write`. */
export async function acceptDifference(actor: Actor, id: number, input: z.input<typeof ExplanationInput>): Promise<KeptInvoice> {
  requirePermission(actor, 'invoices:write');
  const { explanation, difference: seen } = ExplanationInput.parse(input);
  return change(actor, id, async (invoice) => {
    const difference = await differenceOf(actor.organizationId, invoice);
    if (seen !== undefined && !new Big(seen).eq(difference))
      throw new AppError('conflict', `The difference is ${difference} ${invoice.currency} by now. Look at it again.`);
    return { explanation, difference, by: actor.name };
  });
}

/** Takes an explanation back. Needs `invoices:write`. */
export async function withdrawExplanation(actor: Actor, id: number): Promise<KeptInvoice> {
  requirePermission(actor, 'invoices:write');
  return change(actor, id, async () => null);
}

async function change(
  actor: Actor,
  id: number,
  decide: (invoice: KeptInvoice) => Promise<Parameters<typeof explainInvoice>[3]>,
): Promise<KeptInvoice> {
  return prisma().$transaction(async (tx) => {
    const invoice = await findInvoice(tx, actor.organizationId, id);
    if (!invoice) throw noInvoice(id);
    const accepted = await decide(invoice);
    await explainInvoice(tx, actor.organizationId, invoice, accepted);
    await recordAudit(tx, actor, {
      action: accepted ? 'invoice.explained' : 'invoice.reopened',
      subject: subjectOf(invoice),
      details: accepted
        ? { difference: `${accepted.difference} ${invoice.currency}`, explanation: accepted.explanation.slice(0, 200) }
        : {},
    });
    return (await findInvoice(tx, actor.organizationId, id)) ?? invoice;
  });
}

/** Needs `invoices:write`. */
export async function removeInvoice(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'invoices:write');
  await prisma().$transaction(async (tx) => {
    const invoice = await findInvoice(tx, actor.organizationId, id);
    if (!invoice) throw noInvoice(id);
    await deleteInvoice(tx, actor.organizationId, id);
    await recordAudit(tx, actor, { action: 'invoice.deleted', subject: subjectOf(invoice), details: amountOf(invoice) });
  });
}

const noInvoice = (id: number) => new AppError('not_found', `There is no invoice ${id}.`);
const subjectOf = ({ provider, account, number }: Invoice) => [provider, account, number].filter(Boolean).join(' ');
const amountOf = ({ period, amount, currency }: Invoice) => ({ period: period.slice(0, 7), amount: `${amount} ${currency}` });

const isSame = (kept: KeptInvoice, read: Invoice): boolean =>
  kept.period === read.period &&
  kept.currency === read.currency &&
  kept.issued === read.issued &&
  kept.lines === read.lines &&
  new Big(kept.amount).eq(read.amount) &&
  chargeCategories.every((c) => kept.categories[c] === read.categories[c]);

/** Who sends it, as the ledger names them: an account that only one of its issuers has decides where the words alone would not find one. */
async function issuers({ organizationId }: Actor): Promise<(invoice: Pick<Invoice, 'provider' | 'account'>) => string> {
  const known = await issuersOfAccounts(organizationId);
  return ({ provider, account }) => {
    const id = providerOf(provider);
    const owners = known.filter((k) => k.account === account && account !== '').map((k) => k.provider);
    return owners.length === 1 && !known.some((k) => k.provider === id && k.account === account) ? (owners[0] ?? id) : id;
  };
}
