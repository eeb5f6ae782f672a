import Big from 'big.js';
import { z } from 'zod';
import { AppError } from '../app-error';
import { day, decimal, filters, positive, readText, sentenceOf, whole, words, yes } from '../input/fields';
import { formatPlain, minorUnitsOf } from '../money/format';
import { roundings } from '../money/round';
import { type Agreement, agreementKinds } from './types';

const base = z
  .strictObject({ series: words(200).optional(), filter: filters.optional(), measure: z.enum(['billed', 'effective']).default('billed') })
  .refine((b) => (b.series === undefined) !== (b.filter === undefined), 'needs either a series or a filter')
  .transform(({ series, filter, measure }) => (filter ? { filter, measure } : { series: series ?? '' }))
  .nullable()
  .default(null);

const fx = z
  .array(z.strictObject({ from: day, currency: words(10), rate: positive }))
  .max(20_000)
  .default([]);

const common = {
  name: words(120),
  group: words(120).nullable().default(null),
  counterparty: words(120).nullable().default(null),
  direction: z.enum(['pay', 'receive'], { error: 'is neither pay nor receive' }),
  currency: z.string({ error: 'is missing' }).regex(/^[A-Z]{3}$/, 'is no currency code like USD'),
  start: day,
  end: day.nullable().default(null),
  milestones: z
    .array(z.strictObject({ name: words(200), date: day.nullable().default(null), remind_days: z.array(whole).max(10).default([]) }))
    .max(200)
    .default([])
    .transform((list) => list.map(({ remind_days, ...m }) => ({ ...m, remindDays: remind_days }))),
  rights: z
    .array(z.strictObject({ name: words(120), text: words(2_000), until: day.nullable().default(null) }))
    .max(100)
    .default([]),
  notes: words(5_000).nullable().default(null),
  unconfirmed: words(1_000).nullable().default(null),
};

const term = z.strictObject({
  ...common,
  kind: z.literal('term'),
  notice_days: whole.nullable().default(null),
  renewal_months: whole.nullable().default(null),
  exclusive: yes.nullable().default(null),
});

const revenueShare = z.strictObject({
  ...common,
  kind: z.literal('revenue_share'),
  terms: z
    .array(z.strictObject({ from: day, rate: positive }))
    .min(1, 'has no rate')
    .max(1_000),
  /** A rate above 1 is meant. */
  confirm_rate: yes.default(false),
  cap: positive.nullable().default(null),
  cap_per_year: positive.nullable().default(null),
  cap_year: z.enum(['calendar', 'contract']).default('calendar'),
  prior: decimal.default('0'),
  mode: z.enum(['net', 'ratchet']).default('net'),
  settlement: z.enum(['month', 'quarter']).default('month'),
  rounding: z.enum(roundings).default('half-even'),
  final_claim: day.nullable().default(null),
  fx,
  base,
});

const committedSpend = z.strictObject({
  ...common,
  kind: z.literal('committed_spend'),
  tranches: z
    .array(z.strictObject({ from: day, to: day, amount: positive }))
    .max(100)
    .default([]),
  amount: positive.optional(),
  fx,
  base,
});

const prepaidCredits = z.strictObject({
  ...common,
  kind: z.literal('prepaid_credits'),
  lots: z
    .array(z.strictObject({ name: words(120), amount: positive, purchased: day, expires: day.nullable().default(null) }))
    .min(1, 'has no lot')
    .max(1_000),
  fx,
  base,
});

/** Somebody who writes 20 means 20 %. */
function tooHigh(rate: string): string {
  const meant = Number(rate) <= 100 ? `; ${formatPlain(rate)} % is ${new Big(rate).div(100).toFixed()}` : '';
  return `has the rate ${rate}, which is ${formatPlain(new Big(rate).times(100).toFixed())} %${meant}. If it is meant, say confirm_rate: true`;
}

/** One agreement as it is written in a file or sent by a form; all scalars as text, so that no amount passes through a float. */
const AgreementInput = z
  .discriminatedUnion('kind', [revenueShare, committedSpend, prepaidCredits, term], { error: `is none of ${agreementKinds.join(', ')}` })
  .transform((input, context): Agreement => {
    if (input.kind === 'revenue_share') {
      const { cap_per_year, cap_year, final_claim, confirm_rate, ...rest } = input;
      const high = rest.terms.find((t) => Number(t.rate) > 1);
      if (high && !confirm_rate) context.addIssue({ code: 'custom', path: ['terms'], message: tooHigh(high.rate) });
      const terms = [...rest.terms].sort((a, b) => (a.from < b.from ? -1 : 1));
      return { ...rest, terms, capPerYear: cap_per_year, capYear: cap_year, finalClaim: final_claim };
    }
    if (input.kind === 'committed_spend') {
      const { amount, ...rest } = input;
      const one = amount !== undefined && rest.end ? [{ from: rest.start, to: rest.end, amount }] : [];
      return { ...rest, tranches: rest.tranches.length ? rest.tranches : one };
    }
    if (input.kind === 'term') {
      const { notice_days, renewal_months, ...rest } = input;
      return { ...rest, noticeDays: notice_days, renewalMonths: renewal_months };
    }
    return input;
  })
  .superRefine((a, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (a.end !== null && a.end < a.start) refuse('end', 'lies before start');
    const cents = minorUnitsOf(a.currency);
    const finer = (v: string | null) => v !== null && (v.split('.')[1] ?? '').replace(/0+$/, '').length > cents;
    if (a.kind === 'revenue_share') {
      if (finer(a.cap)) refuse('cap', `has more than ${cents} decimals: a cap is in whole minor units of ${a.currency}`);
      if (finer(a.capPerYear)) refuse('cap_per_year', `has more than ${cents} decimals`);
      if (new Set(a.terms.map((t) => t.from)).size < a.terms.length) refuse('terms', 'has two rates from one day');
      if (a.finalClaim !== null && a.end !== null && a.finalClaim < a.end) refuse('final_claim', 'lies before end');
    }
    if (a.kind === 'committed_spend') {
      if (a.tranches.length === 0) refuse('tranches', 'is empty: give tranches, or an amount and an end');
      for (const t of a.tranches) if (t.to < t.from) refuse('tranches', `has a tranche from ${t.from} that ends before it begins`);
    }
    if (a.kind === 'prepaid_credits')
      for (const l of a.lots)
        if (l.expires && l.expires < l.purchased) refuse('lots', `has "${l.name}", which expires before its purchase`);
  });

/** Reads one agreement. Throws `invalid` with a sentence that names the agreement, the field and what is wrong with it. */
function readAgreement(input: unknown, where = 'the agreement'): Agreement {
  const result = AgreementInput.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const named = typeof input === 'object' && input !== null && 'name' in input ? `"${String(input.name)}"` : where;
  throw new AppError('invalid', `${named}: ${sentenceOf(result.error.issues[0])}`);
}

const File = z.strictObject({ agreements: z.array(z.unknown()).max(1_000) });

/** The agreements of a YAML or JSON file. Throws `invalid` naming file, line where YAML tells it, agreement and field. */
export function readAgreements(text: string, fileName: string): Agreement[] {
  const file = File.safeParse(readText(text, fileName));
  if (!file.success)
    throw new AppError('invalid', `${fileName}: it must hold one list, "agreements:". ${sentenceOf(file.error.issues[0])}`);
  const list = file.data.agreements.map((a, i) => {
    try {
      return readAgreement(a, `agreement ${i + 1}`);
    } catch (e) {
      throw e instanceof AppError ? new AppError(e.code, `${fileName}: ${e.message}`) : e;
    }
  });
  const twice = list.find((a, i) => list.findIndex((b) => b.name === a.name) !== i);
  if (twice) throw new AppError('invalid', `${fileName}: there are two agreements named "${twice.name}".`);
  return list;
}
