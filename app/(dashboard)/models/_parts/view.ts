import { currencyIn, hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
import { rangeFault } from '@/lib/core/costs/cost-query';
import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';

export const modelTabs = [
  { key: 'usage', label: 'Usage' },
  { key: 'prices', label: 'Prices' },
  { key: 'unattributed', label: 'Unattributed' },
  { key: 'unpriced', label: 'Unpriced' },
  { key: 'meters', label: 'Meters' },
] as const;
export type ModelTab = (typeof modelTabs)[number]['key'];

export interface ModelView {
  tab: ModelTab;
  period: NamedPeriod;
  /** Days of its own go before the named period. */
  from: string | undefined;
  to: string | undefined;
  ccy: string | null;
  /** The model that is compared across its channels. */
  model: string | null;
  q: string | null;
}

const known = new Set(['tab', 'period', 'from', 'to', 'ccy', 'model', 'q']);
const word = (value: string | string[] | undefined, most = 120) =>
  typeof value === 'string' && value.length <= most && value !== '' ? value : null;

/** Both or neither, the first before the last. */
function pinnedIn(raw: RawAddress): { from: string | undefined; to: string | undefined } {
  const [from, to] = [raw.from, raw.to].map((v) => (typeof v === 'string' ? v : undefined));
  return rangeFault(from, to) === null ? { from, to } : { from: undefined, to: undefined };
}

export const parseModelView = (raw: RawAddress): ModelView => ({
  ...pinnedIn(raw),
  tab: modelTabs.find((t) => t.key === raw.tab)?.key ?? 'usage',
  period: namedPeriods.find((p) => p === raw.period) ?? '90d',
  ccy: currencyIn(raw),
  model: word(raw.model),
  q: word(raw.q),
});

export const modelHref = ({ tab, period, from, to, ccy, model, q }: ModelView): string =>
  hrefOf('/models', [
    ['tab', tab !== 'usage' && tab],
    ['period', !(from && to) && period !== '90d' && period],
    ['from', from && to && from],
    ['to', from && to && to],
    ['ccy', ccy],
    ['model', model],
    ['q', q],
  ]);

export function modelNotUnderstood(raw: RawAddress): string[] {
  const view = parseModelView(raw);
  const unread = (['tab', 'period', 'from', 'to', 'ccy'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((v) => (v === view[key] ? [] : [`${key}=${v}`])),
  );
  return [...unread, ...unknownIn(raw, known)];
}
