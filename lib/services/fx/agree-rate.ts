import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { CONTRACT, type FxRate, isCurrencyCode, rateBook, rateDays } from '../../core/fx/rate';
import type { MonthEffect } from '../../core/fx/view';
import { isCurrency } from '../../core/money/currency';
import { addMonths, type Day, monthInFull } from '../../core/time/days';
import { recordLedgerAudit } from '../../db/records/audit';
import { deleteRate, listCloses, listRates, lockCurrencies, putRates } from '../../db/records/fx';
import { inTransaction } from '../../db/sql';
import { effectWith, effectWords } from './import-rates';

export const currencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCurrencyCode, { error: 'is no currency: write its three letters, like EUR', abort: true });
/** What figures may be told in. Rates may be kept of more: a published list has units like gold. */
export const currencyToldIn = currencyCode.refine(isCurrency, 'is no currency of ISO 4217');
export const aMonth = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'is no month like 2026-10');
const pair = { base: currencyCode, quote: currencyCode, month: aMonth, preview: z.boolean().default(false) };
const differ = ({ base, quote }: { base: string; quote: string }) => base !== quote;
const same = { path: ['quote'], error: 'A rate stands between two currencies.' };

const AgreedRate = z
  .strictObject({
    ...pair,
    rate: z
      .string()
      .trim()
      .regex(/^\d{1,15}(\.\d{1,20})?$/, 'is no rate: write a decimal number with a point, like 1.0842')
      .refine((text) => /[1-9]/.test(text), 'A rate is larger than zero.'),
  })
  .refine(differ, same);
const AgreedPair = z.strictObject(pair).refine(differ, same);

export interface AgreedResult {
  saved: boolean;
  effects: MonthEffect[];
}

/** Types a rate that was agreed for a month: it goes before what is published. `preview` only says what would change. Needs `currencies:write`. */
export async function agreeRate(actor: Actor, input: unknown): Promise<AgreedResult> {
  requirePermission(actor, 'currencies:write');
  const { base, quote, month, rate, preview } = AgreedRate.parse(input);
  const agreed: FxRate = { base, quote, day: `${month}-01`, rate, source: CONTRACT };
  return change(actor, agreed, preview, async (before) => {
    const effects = await effectWith(actor.organizationId, [agreed], before ? [before] : []);
    return { effects, news: [agreed] };
  });
}

/** Takes it back: the month is told with what is published again. Needs `currencies:write`. */
export async function withdrawRate(actor: Actor, input: unknown): Promise<AgreedResult> {
  requirePermission(actor, 'currencies:write');
  const { base, quote, month, preview } = AgreedPair.parse(input);
  return change(actor, { base, quote, day: `${month}-01` }, preview, async (before) => {
    if (!before) throw new AppError('not_found', `No rate of ${base} in ${quote} was agreed for ${monthInFull(`${month}-01`)}.`);
    return { effects: await effectWith(actor.organizationId, [], [before]), news: [] };
  });
}

async function change(
  actor: Actor,
  { base, quote, day }: Pick<FxRate, 'base' | 'quote' | 'day'>,
  preview: boolean,
  decide: (before: FxRate | undefined) => Promise<{ effects: MonthEffect[]; news: FxRate[] }>,
): Promise<AgreedResult> {
  const organization = actor.organizationId;
  return inTransaction(organization, async (client) => {
    await lockCurrencies(client, organization);
    await refuseClosed(organization, day);
    const known = await listRates(organization, { ...rateDays(day, addMonths(day, 1)), currencies: [base, quote, 'EUR'] });
    const before = known.find((r) => r.base === base && r.quote === quote && r.day === day && r.source === CONTRACT);
    const { effects, news } = await decide(before);
    if (preview) return { saved: false, effects };
    if (before) await deleteRate(client, organization, before);
    if (news.length > 0) await putRates(client, organization, news);
    const was = rateBook(known).monthRate(base, quote, day);
    await recordLedgerAudit(client, actor, {
      action: news.length > 0 ? 'fx.rate-agreed' : 'fx.rate-withdrawn',
      subject: `${base} in ${quote}, ${monthInFull(day)}`,
      details: { before: was ? `${was.rate} (${was.source})` : null, after: news[0]?.rate ?? null, ...effectWords(effects) },
    });
    return { saved: true, effects };
  });
}

async function refuseClosed(organization: number, month: Day): Promise<void> {
  const close = (await listCloses(organization)).find((c) => c.month === month);
  if (close)
    throw new AppError('conflict', `${monthInFull(month)} was closed by ${close.closedByName}: its rates stay. Reopen it to change them.`);
}
