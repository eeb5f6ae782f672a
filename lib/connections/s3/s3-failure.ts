import { clockSentence, networkFailure, passingFailure } from '../files/network-failure';
import { Changed, NotThisOne } from '../files/store';
import { ConnectionFailure } from '../types';

/** What was asked, and what one must be allowed for it. */
export interface Asked {
  permission: 's3:ListBucket' | 's3:GetObject';
  key?: string;
}

interface Answer {
  name?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number; headers?: Record<string, string> };
}

/** What S3 said, for a person. Its own words are not passed on: they may hold identifiers of keys. */
export function s3Failure(
  e: unknown,
  { permission, key }: Asked,
  { bucket, region }: { bucket: string; region: string },
  now: Date,
): ConnectionFailure {
  const { name = '', message = '', $metadata, $response } = e as Answer;
  const status = $response?.statusCode ?? $metadata?.httpStatusCode;
  const headers = $response?.headers ?? {};
  const final = (sentence: string) => new ConnectionFailure(sentence, true);
  if (name === 'CredentialsProviderError') return final('This machine has no AWS credentials of its own: give an access key.');
  if (status === undefined)
    return (
      networkFailure(e, `the bucket ${bucket}`) ??
      new ConnectionFailure(`The bucket ${bucket} could not be asked (${name || 'no answer'}).`)
    );
  const clock = clockSentence(headers.date, now);
  if (name === 'RequestTimeTooSkewed' || name === 'RequestExpired')
    return final(`The signature was refused for its time. ${clock || "This machine's clock is wrong: set it right (NTP)."}`);
  const at = headers['x-amz-bucket-region'];
  if (
    name === 'PermanentRedirect' ||
    name === 'AuthorizationHeaderMalformed' ||
    name === 'IllegalLocationConstraintException' ||
    status === 301 ||
    status === 307
  )
    return final(
      at
        ? `The bucket ${bucket} lies in ${at} and not in ${region}: correct the region.`
        : `The bucket ${bucket} does not lie in ${region}: correct the region.`,
    );
  if (status === 412) return new Changed(key ?? bucket);
  if (status === 404)
    return key && name !== 'NoSuchBucket' ? new Changed(key) : final(`The bucket ${bucket} does not exist. Check its name and its region.`);
  if (/^(ExpiredToken|TokenRefreshRequired|ExpiredTokenException|InvalidToken)$/.test(name))
    return final(
      'The temporary credentials have expired, or their session token is not theirs. Give new ones, or the key of a user that does not expire.',
    );
  if (name === 'InvalidAccessKeyId') return final('The access key does not exist (any more).');
  if (name === 'SignatureDoesNotMatch') return final(`The secret access key does not belong to the access key.${clock && ` ${clock}`}`);
  if (name === 'InvalidObjectState')
    return new NotThisOne(
      `${key} lies in an archive (Glacier). Restore it, or keep exports out of the archive for as long as they are loaded.`,
    );
  if (/kms/i.test(message) && status === 403)
    return final(`Access denied to the key that ${key ?? bucket} is encrypted with: allow kms:Decrypt on it.`);
  if (status === 401 || status === 403) {
    const what = key ? `s3:GetObject on arn:aws:s3:::${bucket}/*` : `s3:ListBucket on arn:aws:s3:::${bucket}`;
    return final(`Access denied: allow ${what}.${clock && ` ${clock}`}`);
  }
  return (
    passingFailure(status, headers['retry-after'], `The bucket ${bucket}`, now) ??
    final(`The bucket ${bucket} refused ${permission} (${status}${/^[A-Za-z]{3,60}$/.test(name) ? `, ${name}` : ''}).`)
  );
}
