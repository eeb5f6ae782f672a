import { currencyIn, hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
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
  ccy: string | null;
  /** The model that is compared across its channels. */
  model: string | null;
  q: string | null;
}

const known = new Set(['tab', 'period', 'ccy', 'model', 'q']);
const word = (value: string | string[] | undefined, most = 120) =>
  typeof value === 'string' && value.length <= most && value !== '' ? value : null;

export const parseModelView = (raw: RawAddress): ModelView => ({
  tab: modelTabs.find((t) => t.key === raw.tab)?.key ?? 'usage',
  period: namedPeriods.find((p) => p === raw.period) ?? '90d',
  ccy: currencyIn(raw),
  model: word(raw.model),
  q: word(raw.q),
});

export const modelHref = ({ tab, period, ccy, model, q }: ModelView): string =>
  hrefOf('/models', [
    ['tab', tab !== 'usage' && tab],
    ['period', period !== '90d' && period],
    ['ccy', ccy],
    ['model', model],
    ['q', q],
  ]);

export function modelNotUnderstood(raw: RawAddress): string[] {
  const view = parseModelView(raw);
  const unread = (['tab', 'period', 'ccy'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((v) => (v === view[key] ? [] : [`${key}=${v}`])),
  );
  return [...unread, ...unknownIn(raw, known)];
}
