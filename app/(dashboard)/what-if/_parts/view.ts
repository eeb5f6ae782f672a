import { currencyIn, hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
import { rangeFault } from '@/lib/core/costs/cost-query';
import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';
import { readAssumption } from '@/lib/core/what-if/assumptions';

export interface WhatIfView {
  tab: 'scenario' | 'changed' | 'saved';
  period: NamedPeriod;
  /** Days of its own go before the named period. */
  from: string | undefined;
  to: string | undefined;
  task: string | null;
  team: string | null;
  model: string | null;
  channel: string | null;
  a: readonly string[];
  zone: readonly string[];
  preview: 'yes' | 'no';
  ccy: string | null;
  ids: readonly number[];
  /** The kept scenario that this was opened as: its figures stand beside those of now. */
  scenario: number | null;
}

const known = new Set([
  'tab',
  'period',
  'from',
  'to',
  'task',
  'team',
  'model',
  'channel',
  'a',
  'zone',
  'preview',
  'ccy',
  'ids',
  'scenario',
]);
const word = (value: string | string[] | undefined) => (typeof value === 'string' && value !== '' && value.length <= 200 ? value : null);
const list = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .filter((v) => v !== '')
    .slice(0, 20);

/** Both or neither, the first before the last. */
function pinnedIn(raw: RawAddress): { from: string | undefined; to: string | undefined } {
  const [from, to] = [raw.from, raw.to].map((v) => (typeof v === 'string' ? v : undefined));
  return rangeFault(from, to) === null ? { from, to } : { from: undefined, to: undefined };
}

export const parseWhatIfView = (raw: RawAddress): WhatIfView => ({
  ...pinnedIn(raw),
  tab: raw.tab === 'changed' || raw.tab === 'saved' ? raw.tab : 'scenario',
  period: namedPeriods.find((p) => p === raw.period) ?? 'last-month',
  task: word(raw.task),
  team: word(raw.team),
  model: word(raw.model),
  channel: word(raw.channel),
  a: list(raw.a).filter((text) => readAssumption(text) !== null),
  zone: list(raw.zone).filter((z) => /^[a-z-]{2,8}$/.test(z)),
  preview: raw.preview === 'no' ? 'no' : 'yes',
  ccy: currencyIn(raw),
  ids: list(raw.ids)
    .flatMap((id) => (/^\d{1,9}$/.test(id) ? [Number(id)] : []))
    .slice(0, 4),
  scenario: typeof raw.scenario === 'string' && /^\d{1,9}$/.test(raw.scenario) ? Number(raw.scenario) : null,
});

export const whatIfHref = (v: WhatIfView): string =>
  hrefOf('/what-if', [
    ['tab', v.tab !== 'scenario' && v.tab],
    ['period', !(v.from && v.to) && v.period !== 'last-month' && v.period],
    ['from', v.from && v.to && v.from],
    ['to', v.from && v.to && v.to],
    ['task', v.task],
    ['team', v.team],
    ['model', v.model],
    ['channel', v.channel],
    ...v.a.map((text): [string, string] => ['a', text]),
    ...v.zone.map((zone): [string, string] => ['zone', zone]),
    ['preview', v.preview === 'no' && 'no'],
    ['ccy', v.ccy],
    ['scenario', v.scenario !== null && v.tab === 'scenario' && String(v.scenario)],
    ...v.ids.map((id): [string, string] => ['ids', String(id)]),
  ]);

export function whatIfNotUnderstood(raw: RawAddress): string[] {
  const view = parseWhatIfView(raw);
  const unread = (['tab', 'period', 'from', 'to', 'preview', 'ccy'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((v) => (v === view[key] ? [] : [`${key}=${v}`])),
  );
  const scenario = raw.scenario !== undefined && view.scenario === null ? [`scenario=${raw.scenario}`] : [];
  return [...unread, ...scenario, ...list(raw.a).flatMap((text) => (readAssumption(text) ? [] : [`a=${text}`])), ...unknownIn(raw, known)];
}
