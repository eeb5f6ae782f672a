import type { IncomingMessage } from 'node:http';
import { clockSentence, passingFailure } from '../files/network-failure';
import { Changed } from '../files/store';
import { ConnectionFailure } from '../types';

interface Asked {
  bucket: string;
  key: string | undefined;
  email: string;
}

/** What Google said, for a person. */
export function googleFailure(
  { statusCode: status = 0, headers }: IncomingMessage,
  text: string,
  { bucket, key, email }: Asked,
  now: Date,
): ConnectionFailure {
  const final = (sentence: string) => new ConnectionFailure(sentence, true);
  const need = key === undefined ? 'storage.objects.list' : 'storage.objects.get';
  const isRate = status === 403 && /rateLimitExceeded|userRateLimitExceeded/i.test(text);
  if (status === 404) return key !== undefined && !/bucket/i.test(text) ? new Changed(key) : final(`The bucket ${bucket} does not exist.`);
  if (status === 412) return new Changed(key ?? bucket);
  if (status === 401) {
    const clock = clockSentence(headers.date, now);
    // a token ends in the middle of a long pull: the next try fetches a new one
    return clock ? final(`The token was refused. ${clock}`) : new ConnectionFailure(`The token of ${email} was refused or has expired.`);
  }
  if (status === 403 && /billing/i.test(text)) return final(`The project of the bucket ${bucket} has no active billing account.`);
  if (status === 403 && !isRate)
    return final(`Access denied: give ${email} the permission ${need} on the bucket ${bucket} (role Storage Object Viewer).`);
  if (status >= 300 && status < 400) return final(`The address answered with a redirect (${status}): give the one that it leads to.`);
  return (
    passingFailure(isRate ? 429 : status, headers['retry-after'], `The bucket ${bucket}`, now) ??
    final(`The bucket ${bucket} refused the request (${status}).`)
  );
}
