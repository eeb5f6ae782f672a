import { actorOfToken } from '../../auth/token';
import { checkHeadroom } from './check-headroom';

const pathOf = /^\/api\/v1\/headroom\/([^/?#]+)(?:\?([^#]*))?$/;

/**
 * The answer to a gateway's question as JSON, without the way through the pages' server; null for everything but a plain success, which then
 * goes that way and gets its words there. What is asked hundreds of times a second has to be quick.
 */
export async function answerQuickly(url: string, authorization: string, now: Date): Promise<string | null> {
  const [, name, query] = pathOf.exec(url) ?? [];
  const bearer = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (name === undefined || bearer === undefined) return null;
  try {
    const actor = await actorOfToken(bearer, now);
    return actor && JSON.stringify(await checkHeadroom(actor, decodeURIComponent(name), new URLSearchParams(query).get('value'), now));
  } catch {
    return null;
  }
}
