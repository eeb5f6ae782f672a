import { field, groupingField, prefixField } from '../files/fields';
import { fileKind } from '../files/file-kind';
import { Config, Secret } from './config';

/** Amazon S3, and whatever speaks its language: MinIO, Cloudflare R2, Ceph, Wasabi, Oracle Object Storage. */
export const s3 = fileKind<Config, Secret>({
  kind: 's3',
  title: 'Amazon S3 and compatible',
  about:
    'Reads AWS Cost and Usage Reports, CUR 2.0, FOCUS exports or any bills in a bucket. It needs s3:ListBucket on the bucket and s3:GetObject on its objects ' +
    '(and kms:Decrypt where they are encrypted with a key of your own). Without an access key, the role of this machine is used where ' +
    'HEADROOM_OWN_CREDENTIALS=true allows it, for Amazon itself and never for an address of your own.',
  fields: [
    field('bucket', 'Bucket', 'Its name alone, such as acme-billing-exports.', { isRequired: true }),
    prefixField('bucket'),
    field('region', 'Region', 'Where the bucket lies, such as us-east-1. For other providers what they name, often us-east-1 or auto.', {
      isRequired: true,
    }),
    field(
      'endpoint',
      'Address',
      'Empty for Amazon. For another provider the address of its S3 service, such as https://minio.example.com:9000.',
    ),
    groupingField,
    field(
      'accessKeyId',
      'Access key',
      'Of a user that may only list and read this bucket. Empty for the role of this machine, where that is allowed.',
      {
        isSecret: true,
      },
    ),
    field('secretAccessKey', 'Secret access key', 'Shown once by AWS when the access key was made.', { isSecret: true }),
    field('sessionToken', 'Session token', 'Only with temporary credentials, which end after some hours.', { isSecret: true }),
  ],
  config: Config,
  secret: Secret,
  open: async (opened) => (await import('./store')).storeOf(opened),
  layout: (config) => ({ prefix: config.prefix, grouping: config.grouping, settleMs: 0 }),
});
