/** What each kind of channel asks for; the server checks it again. */
export interface ChannelField {
  key: string;
  label: string;
  hint?: string;
  optional?: boolean;
  secret?: boolean;
  initial?: () => string;
}

export const channelFields: Record<string, readonly ChannelField[]> = {
  email: [
    { key: 'host', label: 'SMTP server', hint: 'smtp.example.com' },
    { key: 'port', label: 'Port', hint: '465 speaks TLS from the first byte; else STARTTLS is used where offered', initial: () => '587' },
    { key: 'user', label: 'User', optional: true },
    { key: 'password', label: 'Password', secret: true, optional: true },
    { key: 'from', label: 'From', hint: 'headroom@example.com' },
    { key: 'to', label: 'To', hint: 'Several with commas between them' },
  ],
  slack: [{ key: 'url', label: 'Address of the incoming webhook', secret: true, hint: 'https://hooks.slack.com/services/…' }],
  teams: [
    { key: 'url', label: 'Address of the workflow', secret: true, hint: 'Workflow: post to a channel when a webhook request is received' },
  ],
  pagerduty: [{ key: 'routingKey', label: 'Integration key', secret: true, hint: 'Of an Events API v2 integration' }],
  webhook: [
    { key: 'url', label: 'Address', hint: 'https://example.com/headroom' },
    { key: 'key', label: 'Signing key', secret: true, initial: newKey },
  ],
};

/** 256 random bits, as text. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (b) => b.toString(16).padStart(2, '0')).join('');
}

export type ChannelValues = Record<string, string>;

/** An empty form, or that of a channel there is: its secrets are known to nobody and stay empty. */
export const startValues = (kind: string, config?: Record<string, unknown>): ChannelValues =>
  Object.fromEntries(
    (channelFields[kind] ?? []).map((f) => [f.key, config ? (f.secret ? '' : shown(config[f.key])) : (f.initial?.() ?? '')]),
  );

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '' : String(value);

/** What the API takes: numbers and lists as such, empty optional fields left out. No secret was entered: it stays as it is. */
export function channelBody(kind: string, values: ChannelValues): { config: object; secret?: object } {
  const entries = (secret: boolean) =>
    Object.fromEntries(
      (channelFields[kind] ?? []).flatMap((f): [string, unknown][] => {
        const value = values[f.key]?.trim() ?? '';
        return Boolean(f.secret) !== secret || ((f.optional || secret) && !value) ? [] : [[f.key, typed(f.key, value)]];
      }),
    );
  const config = { ...entries(false), ...(kind === 'email' && { secure: values.port?.trim() === '465' }) };
  const secret = entries(true);
  return { config, ...(Object.keys(secret).length > 0 && { secret }) };
}

function typed(key: string, value: string): unknown {
  if (key === 'port') return Number(value);
  if (key !== 'to') return value;
  return value
    .split(',')
    .map((v) => v.trim())
    .filter(Boolean);
}
