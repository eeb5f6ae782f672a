import { anthropic } from './anthropic/anthropic';
import { azureBlob } from './azure-blob/azure-blob';
import { folder } from './folder/folder';
import { gcs } from './gcs/gcs';
import { github } from './github/github';
import { litellm } from './litellm/litellm';
import { openai } from './openai/openai';
import { s3 } from './s3/s3';
import { sftp } from './sftp/sftp';
import type { ConnectionKind } from './types';

/** Every kind of place that bills come from by themselves, in the order in which they are offered. */
export const connectionKinds = [
  s3,
  azureBlob,
  gcs,
  sftp,
  folder,
  openai,
  anthropic,
  litellm,
  github,
] as unknown as readonly ConnectionKind[];
