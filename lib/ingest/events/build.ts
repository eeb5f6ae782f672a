import { createHash } from 'node:crypto';
import { isChannel } from '../../core/usage/channels';
import type { UsageEvent } from '../../core/usage/event';
import { modelOf } from './places';
import type { EventChoices } from './types';

type Draft = Pick<UsageEvent, 'id' | 'at' | 'source' | 'tokens'> &
  Partial<Omit<UsageEvent, 'model' | 'vendor'>> & { modelText?: string | null };

/** A whole event out of what a source says and what the person says for it. People's names are hashed unless the choice is otherwise. */
export function eventOf({ modelText = null, ...d }: Draft, choices: EventChoices): UsageEvent {
  const { model, vendor } = modelOf(modelText ?? choices.model ?? null);
  const chosen = choices.channel && isChannel(choices.channel) ? choices.channel : null;
  const { id, at, source, tokens } = d;
  return {
    id,
    at,
    source,
    tokens,
    channel: chosen,
    region: null,
    deployment: null,
    tier: 'standard',
    account: choices.account ?? null,
    apiKey: null,
    operation: null,
    taskId: null,
    taskType: null,
    customer: null,
    agent: null,
    feature: null,
    team: null,
    outcome: null,
    durationMs: null,
    requests: 1,
    estimate: null,
    flags: [],
    ...withoutNulls(d, choices),
    user: person(d.user ?? null, choices),
    vendor,
    model,
  };
}

/** What a file leaves open is what the person said. */
function withoutNulls(d: object, choices: EventChoices): Partial<UsageEvent> {
  const said = Object.fromEntries(Object.entries(d).filter(([, v]) => v !== null && v !== undefined));
  if (!('taskType' in said) && choices.taskType) Object.assign(said, { taskType: choices.taskType });
  if (!('team' in said) && choices.team) Object.assign(said, { team: choices.team });
  return said;
}

/** E-mail addresses and names do not belong in a ledger of costs: sixteen digits of their SHA-256 tell people apart and name nobody. */
export function person(name: string | null, { people = 'hash' }: EventChoices): string | null {
  if (name === null || people === 'drop') return null;
  return people === 'keep' ? name : `person-${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16)}`;
}

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
  key !== null && /^(?:sk-|Bearer |AKIA|AIza|xai-|gsk_)/.test(key) ? `key-${idOf(key).slice(0, 16)}` : key;
