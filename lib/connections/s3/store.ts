import type { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { agentsFor, checkedAddress } from '../files/guarded-agents';
import { answered } from '../files/retries';
import { Changed, rangeStart, type Store } from '../files/store';
import { ConnectionFailure, type Opened } from '../types';
import type { Config, Secret } from './config';
import { type Asked, s3Failure } from './s3-failure';

export function storeOf({ config, secret, outside }: Opened<Config, Secret>): Store {
  const place = `the bucket ${config.bucket}`;
  const endpoint = config.endpoint ? checkedAddress(config.endpoint, outside) : null;
  if (endpoint && !secret.accessKeyId)
    throw new ConnectionFailure('An address of your own needs an access key: the credentials of this machine go to Amazon only.', true);
  if (!secret.accessKeyId && !outside.ownCredentials)
    throw new ConnectionFailure(
      'Enter an access key. The role of this machine is used only where whoever runs it has set HEADROOM_OWN_CREDENTIALS=true.',
      true,
    );
  const agents = agentsFor(outside);
  const client = new S3Client({
    region: config.region,
    ...(endpoint && { endpoint: endpoint.href, forcePathStyle: true }),
    ...(secret.accessKeyId && {
      credentials: {
        accessKeyId: secret.accessKeyId,
        secretAccessKey: secret.secretAccessKey,
        ...(secret.sessionToken && { sessionToken: secret.sessionToken }),
      },
    }),
    maxAttempts: 1, // who asks tries again, and knows what to go on with
    requestHandler: { httpAgent: agents.http, httpsAgent: agents.https, connectionTimeout: 15_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED', // a part of an object has no checksum of its own
  });
  const ask = async <T>(asked: Asked, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await answered(outside.signal, place, run);
    } catch (e) {
      throw e instanceof ConnectionFailure ? e : s3Failure(e, asked, config, outside.now());
    }
  };
  return {
    place,
    page: async (after) => {
      const command = new ListObjectsV2Command({
        Bucket: config.bucket,
        Prefix: config.prefix || undefined,
        ContinuationToken: after ?? undefined,
      });
      const { Contents = [], NextContinuationToken } = await ask({ permission: 's3:ListBucket' }, (abortSignal) =>
        client.send(command, { abortSignal }),
      );
      const objects = Contents.map((o) => ({
        key: o.Key ?? '',
        bytes: o.Size ?? 0,
        version: o.ETag ?? '',
        changedAt: o.LastModified ?? new Date(0),
      }));
      return { objects, next: NextContinuationToken ?? null };
    },
    read: async ({ key, version }, from) => {
      const command = new GetObjectCommand({
        Bucket: config.bucket,
        Key: key,
        IfMatch: version || undefined,
        ...(from > 0 && { Range: `bytes=${from}-` }),
      });
      const answer = await ask({ permission: 's3:GetObject', key }, (abortSignal) => client.send(command, { abortSignal }));
      const body = answer.Body as Readable;
      if (version && answer.ETag && answer.ETag !== version) {
        body.destroy(); // not every compatible server knows If-Match
        throw new Changed(key);
      }
      return { body, from: rangeStart(answer.ContentRange) };
    },
    close: () => {
      client.destroy();
      agents.end();
    },
  };
}
