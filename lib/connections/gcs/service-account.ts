import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import type { agentsFor } from '../files/guarded-agents';
import { clockSentence, passingFailure } from '../files/network-failure';
import { ask, textOf } from '../http/ask';
import { ConnectionFailure } from '../types';

const SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';
const EARLY_MS = 5 * 60_000;

/** Of a downloaded key only these are used. Other kinds of credentials may name programs and addresses to call, so they are refused. */
const Key = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(3),
  private_key: z.string().min(1),
  private_key_id: z.string().optional(),
  token_uri: z.string().default('https://oauth2.googleapis.com/token'),
});

export type ServiceAccount = Omit<z.infer<typeof Key>, 'private_key'> & { privateKey: KeyObject };

export function readServiceAccount(text: string): ServiceAccount {
  const wrong = (what: string) =>
    new ConnectionFailure(`The key of the service account ${what}. Paste the whole JSON file that the console downloads under Keys.`, true);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw wrong('is no JSON');
  }
  const { data } = Key.safeParse(parsed);
  if (!data) throw wrong('is none of the type service_account, or lacks client_email or private_key');
  const { private_key, ...key } = data;
  try {
    return { ...key, privateKey: createPrivateKey(private_key) };
  } catch {
    throw wrong('holds a private_key that cannot be read');
  }
}

const Token = z.object({ access_token: z.string(), expires_in: z.number().default(3_600) });
const Refusal = z.object({ error: z.string().default(''), error_description: z.string().default('') });

/** Exchanges a signed statement of who we are for a token that may read storage, for an hour. */
export async function tokenOf(
  account: ServiceAccount,
  agents: ReturnType<typeof agentsFor>,
  now: Date,
  signal: AbortSignal,
): Promise<{ value: string; until: number }> {
  const who = 'Google’s sign-in';
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: statement(account, now),
  }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  const answer = await ask(agents, account.token_uri, { method: 'POST', headers, body, signal }, who);
  const text = await textOf(answer).catch(() => '');
  const { data } = Token.safeParse(json(text));
  if (answer.statusCode === 200 && data) return { value: data.access_token, until: now.getTime() + data.expires_in * 1000 - EARLY_MS };
  const passing = passingFailure(answer.statusCode ?? 0, answer.headers['retry-after'], who, now);
  if (passing) throw passing;
  const { error = '', error_description: why = '' } = Refusal.safeParse(json(text)).data ?? {};
  const clock = clockSentence(answer.headers.date, now);
  if (clock || /reasonable timeframe|iat|exp/i.test(why))
    throw new ConnectionFailure(
      `The sign-in was refused for its time. ${clock || "This machine's clock is wrong: set it right (NTP)."}`,
      true,
    );
  if (/account not found|disabled/i.test(why))
    throw new ConnectionFailure(`The service account ${account.client_email} was deleted or disabled.`, true);
  if (error === 'invalid_grant')
    throw new ConnectionFailure(`The key of ${account.client_email} was refused: it was deleted, or has expired. Make a new one.`, true);
  throw new ConnectionFailure(
    `${who} refused ${account.client_email} (${answer.statusCode}${/^[a-z_]{3,60}$/.test(error) ? `, ${error}` : ''}).`,
    true,
  );
}

function statement({ client_email, private_key_id, token_uri, privateKey }: ServiceAccount, now: Date): string {
  const at = Math.floor(now.getTime() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'RS256', typ: 'JWT', ...(private_key_id && { kid: private_key_id }) });
  const signed = `${head}.${part({ iss: client_email, scope: SCOPE, aud: token_uri, iat: at, exp: at + 3_600 })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
