import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { CONTRACT, type FxRate } from '../../core/fx/rate';
import { isSameRate, lastOfEach, readRates } from '../../core/fx/read-rates';
import type { MonthEffect, RatesResult } from '../../core/fx/view';
import { addDays, addMonths, monthStart } from '../../core/time/days';
import { recordLedgerAudit } from '../../db/records/audit';
import { billingCurrencies, listCloses, listRates, lockCurrencies, putRates, reportingCurrencyOf } from '../../db/records/fx';
import { inTransaction } from '../../db/sql';
import { effectOf } from './effect';

/** How much of a file of rates is taken: the bank's history since 1999 is a fortieth of it. */
export const RATE_FILE_BYTES = 32 * 1024 ** 2;
const RateFile = z.strictObject({ fileName: z.string().min(1).max(300), text: z.string(), preview: z.boolean().default(false) });
/** Months whose change the audit log tells one by one. */
const TOLD = 12;

/**
 * Takes the rates of a file, all or none; one of a known pair and day is replaced, but what was agreed for a month stays. `preview` only says
 * what would change. Closed months keep the rates they were closed with. Needs `currencies:write`.
 */
export async function importRates(actor: Actor, input: unknown): Promise<RatesResult> {
  requirePermission(actor, 'currencies:write');
  const { fileName, text, preview } = RateFile.parse(input);
  const { kind, rates: all } = readRates(text, fileName);
  const rates = lastOfEach(all);
  const organization = actor.organizationId;
  const days = rates.map((r) => r.day).sort();
  const [from, to] = [days[0] ?? '', addDays(days.at(-1) ?? '', 1)];
  return inTransaction(organization, async (client) => {
    await lockCurrencies(client, organization);
    const known = new Map((await listRates(organization, { from, to })).map((r) => [keyOf(r), r]));
    const kept = rates.filter((r) => r.source !== CONTRACT && known.get(keyOf(r))?.source === CONTRACT);
    const left = new Set(kept);
    const news = rates.filter((r) => {
      const before = known.get(keyOf(r));
      return !left.has(r) && !(before && isSameRate(before, r));
    });
    const added = news.filter((r) => !known.has(keyOf(r))).length;
    const months = new Set(rates.map((r) => monthStart(r.day)));
    const counts = { rates: rates.length, added, changed: news.length - added, kept: kept.length, from, to };
    const result = {
      ...{ file: fileName, kind, ...counts },
      effects: news.length > 0 ? await effectWith(organization, news) : [],
      closed: (await listCloses(organization)).map((c) => c.month).filter((m) => months.has(m)),
    };
    if (preview) return { ...result, outcome: 'previewed' };
    if (news.length === 0) return { ...result, outcome: 'unchanged' };
    await putRates(client, organization, news);
    const { rates: _, ...told } = counts;
    await recordLedgerAudit(client, actor, {
      action: 'fx.imported',
      subject: fileName,
      details: { ...told, ...effectWords(result.effects) },
    });
    return { ...result, outcome: 'imported' };
  });
}

const keyOf = ({ base, quote, day }: Pick<FxRate, 'base' | 'quote' | 'day'>): string => `${base} ${quote} ${day}`;

/** What these rates would change, put over what there is; `gone` are taken away. */
export async function effectWith(organization: number, news: readonly FxRate[], gone: readonly FxRate[] = []): Promise<MonthEffect[]> {
  const to = await reportingCurrencyOf(organization);
  if (to === null) return [];
  const changed = [...news, ...gone].map((r) => r.day).sort();
  // a rate is good for its month and the one after
  const from = addMonths(monthStart(changed[0] ?? ''), -2);
  const end = addMonths(monthStart(changed.at(-1) ?? ''), 3);
  const currencies = new Set([...(await billingCurrencies(organization)), to, 'EUR']);
  const before = await listRates(organization, { from, to: end, currencies: [...currencies] });
  const after = new Map(before.map((r) => [keyOf(r), r]));
  for (const r of gone) after.delete(keyOf(r));
  for (const r of news) if (currencies.has(r.base) && currencies.has(r.quote)) after.set(keyOf(r), r);
  return effectOf(organization, to, { before, after: [...after.values()], within: { from: addMonths(from, 2), to: addMonths(end, -1) } });
}

/** For the audit log: what each month was and became. */
export const effectWords = (effects: readonly MonthEffect[]): Record<string, string> => ({
  ...Object.fromEntries(effects.slice(0, TOLD).map((e) => [e.month.slice(0, 7), `${e.before} → ${e.after} ${e.currency}`])),
  ...(effects.length > TOLD && { 'more months': String(effects.length - TOLD) }),
});
