import { PrivateAddress } from '../../outside/private-addresses';
import { ConnectionFailure } from '../types';
import { retryAfterMs } from './retries';

const SKEW_MS = 5 * 60_000;

/** What a failed connection means; null where a server answered. The words of others are left out: they may hold what was sent. */
export function networkFailure(e: unknown, who: string): ConnectionFailure | null {
  const chain = causes(e);
  if (chain.some((c) => c.message.includes(new PrivateAddress().message))) return new ConnectionFailure(new PrivateAddress().message, true);
  const code = chain.map((c) => c.code).find((c) => typeof c === 'string' && c in sentences);
  if (typeof code === 'string') {
    const [sentence, isFinal] = sentences[code] as [string, boolean];
    return new ConnectionFailure(`${who}: ${sentence}`, isFinal);
  }
  const certificate = chain
    .map((c) => c.code)
    .find((c) => typeof c === 'string' && /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(c));
  if (certificate) return new ConnectionFailure(`${who}: its certificate is not trusted (${certificate}).`, true);
  return chain.some((c) => /socket hang up|aborted|timeout|network/i.test(`${c.name} ${c.message}`))
    ? new ConnectionFailure(`${who}: the connection broke off.`)
    : null;
}

const sentences: Record<string, [sentence: string, isFinal: boolean]> = {
  ENOTFOUND: ['the name of the host cannot be resolved. Check the address for a slip.', true],
  EAI_AGAIN: ['the name of the host cannot be resolved at the moment.', false],
  ECONNREFUSED: ['nothing listens at the address.', false],
  ECONNRESET: ['the connection broke off.', false],
  EPIPE: ['the connection broke off.', false],
  ETIMEDOUT: ['no connection came about in time.', false],
  TimeoutError: ['no connection came about in time.', false],
  EHOSTUNREACH: ['the host cannot be reached from this machine.', false],
  ENETUNREACH: ['the network of the host cannot be reached from this machine.', false],
  EPROTO: ['it does not speak TLS: check whether the address begins with https:// rightly.', true],
};

type Cause = { name: string; message: string; code?: unknown };

function causes(e: unknown): Cause[] {
  const chain: Cause[] = [];
  for (let at = e; at instanceof Error && chain.length < 8; at = at.cause) {
    chain.push(at as Cause);
    if (at instanceof AggregateError) chain.push(...at.errors.filter((one) => one instanceof Error));
  }
  return chain;
}

/** How far this machine's clock is from the one of an answer, as a sentence; empty while that is no reason to refuse a signature. */
export function clockSentence(date: string | null | undefined, now: Date): string {
  const away = date ? now.getTime() - Date.parse(date) : 0;
  if (!(Math.abs(away) > SKEW_MS)) return '';
  const minutes = Math.round(Math.abs(away) / 60_000);
  const words =
    minutes < 120 ? `${minutes} minutes` : minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
  return `This machine's clock is ${words} ${away > 0 ? 'ahead of' : 'behind'} theirs: set it right (NTP).`;
}

/** Too many requests, or trouble of the other side: the same question may be answered later. Null for any other status. */
export function passingFailure(status: number, retryAfter: string | null | undefined, who: string, now: Date): ConnectionFailure | null {
  if (status !== 408 && status !== 429 && status < 500) return null;
  const sentence = status === 429 || status === 503 ? `asks to go slower (${status})` : `answered ${status}, a fault of its own`;
  const pause = retryAfterMs(retryAfter, now);
  return pause === null ? new ConnectionFailure(`${who} ${sentence}.`) : new ConnectionFailure(`${who} ${sentence}.`, false, pause);
}
