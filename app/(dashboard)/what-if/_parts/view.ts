import { currencyIn, hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';
import { readAssumption } from '@/lib/core/what-if/assumptions';

export interface WhatIfView {
  tab: 'scenario' | 'changed' | 'saved';
  period: NamedPeriod;
  task: string | null;
  team: string | null;
  model: string | null;
  channel: string | null;
  a: readonly string[];
  zone: readonly string[];
  preview: 'yes' | 'no';
  ccy: string | null;
  ids: readonly number[];
}

const known = new Set(['tab', 'period', 'task', 'team', 'model', 'channel', 'a', 'zone', 'preview', 'ccy', 'ids']);
const word = (value: string | string[] | undefined) => (typeof value === 'string' && value !== '' && value.length <= 200 ? value : null);
const list = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .filter((v) => v !== '')
    .slice(0, 20);

export const parseWhatIfView = (raw: RawAddress): WhatIfView => ({
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
});

export const whatIfHref = (v: WhatIfView): string =>
  hrefOf('/what-if', [
    ['tab', v.tab !== 'scenario' && v.tab],
    ['period', v.period !== 'last-month' && v.period],
    ['task', v.task],
    ['team', v.team],
    ['model', v.model],
    ['channel', v.channel],
    ...v.a.map((text): [string, string] => ['a', text]),
    ...v.zone.map((zone): [string, string] => ['zone', zone]),
    ['preview', v.preview === 'no' && 'no'],
    ['ccy', v.ccy],
    ...v.ids.map((id): [string, string] => ['ids', String(id)]),
  ]);

export function whatIfNotUnderstood(raw: RawAddress): string[] {
  const view = parseWhatIfView(raw);
  const unread = (['tab', 'period', 'preview', 'ccy'] as const).flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((v) => (v === view[key] ? [] : [`${key}=${v}`])),
  );
  return [...unread, ...list(raw.a).flatMap((text) => (readAssumption(text) ? [] : [`a=${text}`])), ...unknownIn(raw, known)];
}
