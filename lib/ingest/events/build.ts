import { createHash } from 'node:crypto';
import { isChannel } from '../../core/usage/channels';
import type { UsageEvent } from '../../core/usage/event';
import { modelOf } from './places';
import type { EventChoices } from './types';

type Draft = Pick<UsageEvent, 'id' | 'at' | 'source' | 'tokens'> &
  Partial<Omit<UsageEvent, 'model' | 'vendor'>> & { modelText?: string | null };

/** A whole event out of what a source says and what the person says for it. People's names are hashed unless the choice is otherwise. */
export function eventOf(d: Draft, choices: EventChoices): UsageEvent {
  const { model, vendor } = modelOf(d.modelText ?? choices.model ?? null);
  return {
    id: d.id,
    at: d.at,
    source: d.source,
    channel: d.channel ?? (choices.channel && isChannel(choices.channel) ? choices.channel : null),
    vendor,
    model,
    region: d.region ?? null,
    deployment: d.deployment ?? null,
    tier: d.tier ?? 'standard',
    account: d.account ?? choices.account ?? null,
    apiKey: unnamed(d.apiKey ?? null, choices),
    operation: d.operation ?? null,
    taskId: d.taskId ?? null,
    taskType: d.taskType ?? choices.taskType ?? null,
    customer: unnamed(d.customer ?? null, choices),
    user: person(d.user ?? null, choices),
    agent: d.agent ?? null,
    feature: d.feature ?? null,
    team: d.team ?? choices.team ?? null,
    outcome: d.outcome ?? null,
    durationMs: d.durationMs ?? null,
    requests: d.requests ?? 1,
    tokens: d.tokens,
    estimate: d.estimate ?? null,
    flags: d.flags ?? [],
  };
}

const people = new Map<string, string>();

/** E-mail addresses and names do not belong in a ledger of costs: sixteen digits of their SHA-256 tell people apart and name nobody. */
function person(name: string | null, choices: EventChoices): string | null {
  if (name === null || choices.people === 'drop') return null;
  if (choices.people === 'keep') return name;
  const known = people.get(name);
  if (known) return known;
  const hashed = `person-${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16)}`;
  if (people.size < 50_000) people.set(name, hashed);
  return hashed;
}

const anEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A customer or a key that goes by somebody's e-mail address is a person, too. */
const unnamed = (name: string | null, choices: EventChoices): string | null =>
  name !== null && anEmail.test(name) ? person(name, choices) : name;

/** Begins ids that were made out of what an event says, because its source names none. */
export const DERIVED = '~';

/** A stable id out of what something says. */
export const idOf = (...parts: (string | number | null | undefined)[]): string =>
  createHash('sha256')
    .update(parts.map((p) => p ?? '').join('\0'))
    .digest('hex')
    .slice(0, 32);

/** A key may stand in a log by mistake: what looks like one is hashed, ids and hashes stay. */
export const keyOf = (key: string | null): string | null =>
  key !== null && /^(?:sk-|Bearer |AKIA|AIza|xai-|gsk_|pplx-|hf_|r8_|gh[ops]_)/.test(key) ? `key-${idOf(key).slice(0, 16)}` : key;
