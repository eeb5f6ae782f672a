import { clockSentence, networkFailure, passingFailure } from '../files/network-failure';
import { Changed, NotThisOne } from '../files/store';
import { ConnectionFailure } from '../types';

interface Answer {
  code?: string;
  statusCode?: number;
  details?: { errorCode?: string };
  response?: { headers?: { get(name: string): string | undefined } };
}

/** What Azure said, for a person. Its own words are not passed on: they may hold parts of the signature. */
export function azureFailure(
  e: unknown,
  blob: string | null,
  container: string,
  { sas, now }: { sas: string; now: Date },
): ConnectionFailure {
  const { code, statusCode: status, details, response } = e as Answer;
  const header = (name: string) => response?.headers?.get(name);
  const final = (sentence: string) => new ConnectionFailure(sentence, true);
  if (status === undefined)
    return (
      networkFailure(e, `the container ${container}`) ??
      new ConnectionFailure(`The container ${container} could not be asked (${code ?? 'no answer'}).`)
    );
  const name = header('x-ms-error-code') ?? details?.errorCode ?? code ?? '';
  const clock = clockSentence(header('date'), now);
  const need = blob === null ? 'list (l)' : 'read (r)';
  if (status === 401 || status === 403) {
    if (clock) return final(`The signature was refused. ${clock}`);
    const ended = expiry(sas, now); // whatever code comes with it: there are several
    if (ended) return final(`The SAS token ended on ${ended}. Make a new one.`);
  }
  if (status === 412) return new Changed(blob ?? container);
  if (name === 'ContainerNotFound' || name === 'ContainerBeingDeleted') return final(`The container ${container} does not exist.`);
  if (status === 404) return blob === null ? final(`The container ${container} does not exist.`) : new Changed(blob);
  if (name === 'BlobArchived') return new NotThisOne(`${blob} lies in the archive tier: move it to hot or cool.`);
  if (name === 'AuthorizationPermissionMismatch' || name === 'AuthorizationResourceTypeMismatch' || name === 'AuthorizationServiceMismatch')
    return final(`Access denied: the credentials lack the permission ${need} on the container ${container}.`);
  if (name === 'AuthorizationFailure' || name === 'AuthorizationSourceIPMismatch')
    return final('Access denied: the credentials were refused, or the firewall of the account does not let this machine in.');
  if (name === 'KeyBasedAuthenticationNotPermitted')
    return final('The account allows no account keys: give a SAS token that was made with a user delegation key.');
  if (status === 401 || status === 403) {
    return final(
      sas
        ? `The SAS token was refused: it was not copied whole, was revoked, or lacks the permission ${need}.`
        : 'The account key was refused: it is not of this account, or was replaced.',
    );
  }
  if (name === 'NoAuthenticationInformation') return final('The account wants credentials, and none were sent.');
  return (
    passingFailure(status, header('retry-after'), `The container ${container}`, now) ??
    final(
      `The container ${container} refused to ${blob === null ? 'list' : 'read'} (${status}${/^[A-Za-z]{3,60}$/.test(name) ? `, ${name}` : ''}).`,
    )
  );
}

/** When a SAS token ended; null while it has not. */
function expiry(sas: string, now: Date): string | null {
  const end = new URLSearchParams(sas).get('se');
  const at = end ? Date.parse(end) : Number.NaN;
  return at < now.getTime() ? new Date(at).toISOString().slice(0, 16).replace('T', ' ') : null;
}
