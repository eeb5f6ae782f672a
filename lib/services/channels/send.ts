import { channelKind } from '../../channels';
import { realOutside } from '../../channels/outside';
import { type Message, SendFailure } from '../../channels/types';
import { openChannel } from '../../db/records/channels';
import { env } from '../../env';

export type Sent = { ok: true; answer: string } | { ok: false; answer: string; isFinal: boolean };

/** Sends one message through one channel, and says how it went. Never throws for what the other side did. */
export async function sendThrough(channelId: number, message: Message): Promise<Sent> {
  const channel = await openChannel(channelId).catch(() => 'sealed' as const);
  if (channel === 'sealed')
    return {
      ok: false,
      answer: 'The secret of this channel cannot be read: NEXTAUTH_SECRET was changed. Enter the secret again.',
      isFinal: true,
    };
  const kind = channel && channelKind(channel.kind);
  if (!channel || !kind) return { ok: false, answer: 'The channel is gone.', isFinal: true };
  try {
    const outside = realOutside({ allowPrivate: env().HEADROOM_ALLOW_PRIVATE_TARGETS });
    return { ok: true, answer: await kind.send(message, kind.config.parse(channel.config), kind.secret.parse(channel.secret), outside) };
  } catch (e) {
    if (e instanceof SendFailure) return { ok: false, answer: e.message, isFinal: e.isFinal };
    console.error('sending failed', e instanceof Error ? e.name : 'unknown');
    return { ok: false, answer: 'It failed on our side.', isFinal: false };
  }
}
