import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';
import { currencyIn, hrefOf, type RawAddress, unknownIn } from './cost-view';

export interface OverviewView {
  period: NamedPeriod;
  measure: 'effective' | 'billed';
  /** What all is told in; `billing` keeps currencies apart, null is the organisation's own. */
  ccy: string | null;
  /** Where they stand apart, the currency of the panels below the strip; null is the first. */
  draw: string | null;
}

const known = new Set(['period', 'measure', 'ccy', 'draw']);

export const parseOverviewView = (raw: RawAddress): OverviewView => ({
  period: namedPeriods.find((p) => p === raw.period) ?? 'mtd',
  measure: raw.measure === 'billed' ? 'billed' : 'effective',
  ccy: raw.ccy === 'billing' ? raw.ccy : currencyIn(raw),
  draw: currencyIn({ ccy: raw.draw }),
});

export const overviewHref = ({ period, measure, ccy, draw }: OverviewView): string =>
  hrefOf('/', [
    ['period', period !== 'mtd' && period],
    ['measure', measure === 'billed' && measure],
    ['ccy', ccy],
    ['draw', draw],
  ]);

export function overviewNotUnderstood(raw: RawAddress): string[] {
  const view = parseOverviewView(raw);
  const unread = (['period', 'measure', 'ccy', 'draw'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((value) => (value === view[key] ? [] : [`${key}=${value}`])),
  );
  return [...unread, ...unknownIn(raw, known)];
}
