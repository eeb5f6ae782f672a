import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';
import { currencyIn, hrefOf, type RawAddress, unknownIn } from './cost-view';

export interface OverviewView {
  period: NamedPeriod;
  measure: 'effective' | 'billed';
  /** The currency of the panels below the strip; null is the one with most charges. */
  ccy: string | null;
}

const known = new Set(['period', 'measure', 'ccy']);

export const parseOverviewView = (raw: RawAddress): OverviewView => ({
  period: namedPeriods.find((p) => p === raw.period) ?? 'mtd',
  measure: raw.measure === 'billed' ? 'billed' : 'effective',
  ccy: currencyIn(raw),
});

export const overviewHref = ({ period, measure, ccy }: OverviewView): string =>
  hrefOf('/', [
    ['period', period !== 'mtd' && period],
    ['measure', measure === 'billed' && measure],
    ['ccy', ccy],
  ]);

export function overviewNotUnderstood(raw: RawAddress): string[] {
  const view = parseOverviewView(raw);
  const unread = (['period', 'measure', 'ccy'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((value) => (value === view[key] ? [] : [`${key}=${value}`])),
  );
  return [...unread, ...unknownIn(raw, known)];
}
