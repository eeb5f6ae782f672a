import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export interface Bucket {
  /** Where the S3 server listens. */
  url: string;
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
  put(key: string, body: string | Buffer): Promise<void>;
  close(): Promise<void>;
}

/** An S3 server of this machine with one bucket, as a provider exports to. */
export async function openBucket(name: string): Promise<Bucket> {
  type Server = { run(): Promise<{ port: number }>; close(): Promise<void> };
  const { default: S3rver } = (await import('s3rver' as string)) as { default: new (options: object) => Server };
  const directory = mkdtempSync(path.join(tmpdir(), 'headroom-bucket-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, resetOnClose: true });
  const url = `http://127.0.0.1:${(await server.run()).port}`;
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const client = new S3Client({
    ...{ endpoint: url, region: 'us-east-1', forcePathStyle: true, credentials },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  await client.send(new CreateBucketCommand({ Bucket: name }));
  return {
    ...{ url, name, ...credentials },
    put: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket: name, Key, Body }));
    },
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
}
