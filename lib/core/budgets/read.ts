import { z } from 'zod';
import { AppError } from '../app-error';
import { costDimensions, isCostDimension } from '../costs/dimensions';
import { day as anyDay, decimal, filters, positive, readText, sentenceOf, whole, words, yes } from '../input/fields';
import { defaultThresholds, parseThreshold } from './thresholds';
import { type Budget, type BudgetAmount, budgetMeasures, budgetPeriods } from './types';

const day = anyDay.refine((d) => d >= '1990-01-01' && d < '2200-01-01', 'is no day between 1990 and 2199');

const zone = z.string().refine((v) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: v }) !== null;
  } catch {
    return false;
  }
}, 'is no time zone like Europe/Berlin');

const thresholds = z
  .array(z.string())
  .max(20)
  .transform((list, context) =>
    list.flatMap((text) => {
      const threshold = parseThreshold(text);
      if (!threshold)
        context.addIssue({ code: 'custom', message: `has "${text.slice(0, 40)}", which is no threshold like 80%, forecast 100% or 450` });
      return threshold ? [threshold] : [];
    }),
  );

const BudgetInput = z
  .strictObject({
    name: words(120),
    owner: words(120).nullable().default(null),
    parent: words(120).nullable().default(null),
    filter: filters.default([]),
    measure: z.enum(budgetMeasures).default('effective'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'is no currency code like USD')
      .nullable()
      .default(null),
    period: z.enum(budgetPeriods).default('month'),
    days: whole.nullable().default(null),
    fiscal_start: whole.default(1),
    periods: z
      .array(z.strictObject({ name: words(120), from: day, to: day }))
      .max(200)
      .default([]),
    zone: zone.default('UTC'),
    amount: positive.optional(),
    amounts: z
      .array(z.strictObject({ from: day, amount: positive }))
      .max(500)
      .optional(),
    growth: decimal.optional(),
    carry: yes.default(false),
    since: day.optional(),
    per: z
      .string()
      .refine(isCostDimension, `is none of ${Object.keys(costDimensions).join(', ')}`)
      .nullable()
      .default(null),
    thresholds: thresholds.optional(),
    notes: words(2_000).nullable().default(null),
  })
  .transform((b, context): Budget => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (b.measure === 'tokens' && b.currency !== null) refuse('currency', 'is of no use for tokens');
    if (b.measure !== 'tokens' && b.currency === null) refuse('currency', 'is missing');
    if (b.period === 'rolling' && (b.days === null || b.days < 1 || b.days > 366)) refuse('days', 'must be 1 to 366 for a rolling window');
    if (b.period !== 'rolling' && b.days !== null) refuse('days', 'is for rolling windows only');
    if (b.fiscal_start < 1 || b.fiscal_start > 12) refuse('fiscal_start', 'is no month from 1 to 12');
    if ((b.period === 'custom') !== b.periods.length > 0) refuse('periods', 'go together with period: custom');
    const periods = [...b.periods].sort((x, y) => (x.from < y.from ? -1 : 1));
    periods.forEach((p, i) => {
      if (p.to < p.from) refuse('periods', `has "${p.name}", which ends before it begins`);
      if (i > 0 && p.from <= (periods[i - 1]?.to ?? '')) refuse('periods', `has "${p.name}", which overlaps the one before it`);
    });
    const amount = amountOf(b, refuse);
    return {
      name: b.name,
      owner: b.owner,
      parent: b.parent,
      filter: b.filter,
      measure: b.measure,
      currency: b.currency,
      window: { period: b.period, days: b.days, fiscalStart: b.fiscal_start, periods, zone: b.zone },
      amount,
      per: b.per as Budget['per'],
      thresholds: b.thresholds ?? [...defaultThresholds],
      notes: b.notes,
    };
  });

interface AmountFields {
  amount?: string | undefined;
  amounts?: { from: string; amount: string }[] | undefined;
  growth?: string | undefined;
  carry: boolean;
  since?: string | undefined;
  period: Budget['window']['period'];
}

function amountOf(b: AmountFields, refuse: (path: string, message: string) => void): BudgetAmount {
  if ((b.amount === undefined) === (b.amounts === undefined)) refuse('amount', 'or amounts must be given, and not both');
  if ((b.growth !== undefined || b.carry) && !b.since) refuse('since', 'must say from which day on it grows or carries over');
  if (b.growth !== undefined && b.carry) refuse('carry', 'and growth do not go together');
  if ((b.growth !== undefined || b.carry) && b.period === 'rolling') refuse('period', 'rolling has no next window to grow or carry into');
  const amount = b.amount ?? '0';
  if (b.amounts) return { kind: 'dated', amounts: [...b.amounts].sort((x, y) => (x.from < y.from ? -1 : 1)) };
  if (b.growth !== undefined) return { kind: 'growing', amount, growth: b.growth, since: b.since ?? '' };
  if (b.carry) return { kind: 'carried', amount, since: b.since ?? '' };
  return { kind: 'fixed', amount };
}

/** Reads one budget as it is written in a file or sent by a form, scalars as text. Throws `invalid` naming budget and field. */
export function readBudget(input: unknown, where = 'the budget'): Budget {
  const result = BudgetInput.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const named = typeof input === 'object' && input !== null && 'name' in input && input.name ? `"${String(input.name)}"` : where;
  throw new AppError('invalid', `${named}: ${sentenceOf(result.error.issues[0])}`);
}

const File = z.strictObject({ budgets: z.array(z.unknown()).max(10_000) });

/** The budgets of a YAML or JSON file. Throws `invalid` naming file, budget and field. */
export function readBudgets(text: string, fileName: string): Budget[] {
  const file = File.safeParse(readText(text, fileName));
  if (!file.success) throw new AppError('invalid', `${fileName}: it must hold one list, "budgets:". ${sentenceOf(file.error.issues[0])}`);
  return checkTree(
    file.data.budgets.map((b, i) => {
      try {
        return readBudget(b, `budget ${i + 1}`);
      } catch (e) {
        throw e instanceof AppError ? new AppError(e.code, `${fileName}: ${e.message}`) : e;
      }
    }),
    fileName,
  );
}

/** No two of one name, and no budget its own ancestor. A parent may also be one that exists already. */
export function checkTree(budgets: Budget[], fileName: string): Budget[] {
  const byName = new Map(budgets.map((b) => [b.name, b]));
  if (byName.size < budgets.length) {
    const twice = budgets.find((b, i) => budgets.findIndex((o) => o.name === b.name) !== i);
    throw new AppError('invalid', `${fileName}: there are two budgets named "${twice?.name}".`);
  }
  for (const budget of budgets) {
    const above = new Set([budget.name]);
    for (let b = byName.get(budget.parent ?? ''); b; b = byName.get(b.parent ?? '')) {
      if (above.has(b.name)) throw new AppError('invalid', `${fileName}: "${budget.name}" is its own parent, by way of "${b.name}".`);
      above.add(b.name);
    }
  }
  return budgets;
}
