import { type Demand, untagged, type Workload, work } from './company';

/** One kind of line in the report, seen day after day. */
export interface AwsSeries extends Demand {
  /** The bill's product code; sellers on the marketplace have codes of their own. */
  code: string;
  product: string;
  family: string;
  usageType: string;
  operation: string;
  /** Price of one `unit`. */
  rate: string;
  unit: string;
  decimals: number;
  resource: string;
  seller?: string;
  instanceType?: string;
  /** Price inside the savings plan; such lines appear twice, covered and taken back. */
  planRate?: string;
}

const bedrock = 'InvokeModelStreamingInference';
const marketplaceCodes = {
  haiku: '3nw8kq2v6ta5d7r4m2c5x7b2h',
  sonnet: '6nw2jf4p3ye7s5u2w6g4z3a5n',
  sonnet46: '5nw4tb6d2qm3h7c5l4v2r6e7k',
  opus: '2nw7xr5c4lj6p3g2y5q7f4d6u',
};

/** Usage types of the marketplace name no model: the product's name does. One unit is a million tokens. */
function claude(
  workload: Workload,
  product: string,
  code: string,
  curve: Demand['curve'],
  tokens: Record<string, [usage: string, perDay: number, rate: string]>,
): AwsSeries[] {
  return Object.entries(tokens).map(([kind, [usage, perDay, rate]]) => ({
    key: `aws ${workload.app} ${workload.environment} ${product} ${kind}`,
    workload,
    perDay,
    curve,
    code,
    product: `${product} (Amazon Bedrock Edition)`,
    family: '',
    usageType: `USE1-MP:USE1_${usage}-Units`,
    operation: bedrock,
    rate,
    unit: 'Units',
    decimals: 6,
    resource: profile(workload),
    seller: 'Anthropic, PBC',
  }));
}

function nova(workload: Workload, usage: string, perDay: number, rate: string, curve: Demand['curve']): AwsSeries {
  return {
    ...{ key: `aws ${workload.app} ${workload.environment} ${usage}`, workload, perDay, curve },
    ...{ code: 'AmazonBedrock', product: 'Amazon Bedrock', family: 'Amazon Bedrock', usageType: `USE1-${usage}`, operation: bedrock },
    ...{ rate, unit: '1K tokens', decimals: 3, resource: profile(workload) },
  };
}

/** Machine time in thousandths of an hour; what runs always is the same every day. */
function machine(workload: Workload, instanceType: string, milliHours: number, rate: string, more: Partial<AwsSeries> = {}): AwsSeries {
  return {
    ...{ key: `aws ${workload.app} ${workload.environment} ${instanceType}`, workload, perDay: milliHours, curve: 'steady' as const },
    ...{ code: 'AmazonEC2', product: 'Amazon Elastic Compute Cloud', family: 'Compute Instance', operation: 'RunInstances' },
    ...{ usageType: `USE1-BoxUsage:${instanceType}`, instanceType, rate, unit: 'Hrs', decimals: 3 },
    resource: `i-0${workload.app.replaceAll('-', '').slice(0, 6)}${instanceType.replace(/\W/g, '')}`,
    ...more,
  };
}

function storage(workload: Workload, usageType: string, perDay: number, rate: string, code: 'AmazonS3' | 'AmazonEC2'): AwsSeries {
  const isBucket = code === 'AmazonS3';
  return {
    ...{
      key: `aws ${workload.app} ${usageType}`,
      workload,
      perDay,
      curve: 'rising' as const,
      always: false,
      usageType: `USE1-${usageType}`,
    },
    ...{ code, product: isBucket ? 'Amazon Simple Storage Service' : 'Amazon Elastic Compute Cloud', family: 'Storage' },
    ...{ operation: isBucket ? 'StandardStorage' : 'CreateVolume-Gp3', rate, unit: 'GB-Mo', decimals: 6 },
    resource: isBucket ? `nw-${workload.app}-${workload.environment}` : `vol-0${workload.app.replaceAll('-', '')}`,
  };
}

export const accounts = {
  payer: { id: '111100002222', name: 'Northwind Learning' },
  prod: { id: '111100003333', name: 'northwind-production' },
  staging: { id: '111100004444', name: 'northwind-staging' },
  dev: { id: '111100005555', name: 'northwind-development' },
} as const;

export const awsSeries: AwsSeries[] = [
  ...claude(work('support'), 'Claude Haiku 4.5', marketplaceCodes.haiku, 'rising', {
    input: ['InputTokenCount', 36_000_000, '1'],
    read: ['CacheReadInputTokenCount', 60_000_000, '0.1'],
    write: ['CacheWriteInputTokenCount', 4_000_000, '1.25'],
    output: ['OutputTokenCount', 6_000_000, '5'],
  }),
  ...claude(work('content'), 'Claude Sonnet 4.5', marketplaceCodes.sonnet, 'fading', {
    input: ['InputTokenCount_Global', 22_000_000, '3'],
    read: ['CacheReadInputTokenCount_Global', 30_000_000, '0.3'],
    output: ['OutputTokenCount_Global', 4_600_000, '15'],
  }),
  ...claude(work('content'), 'Claude Sonnet 4.6', marketplaceCodes.sonnet46, 'newInSpring', {
    input: ['input_tokens_global_standard', 24_000_000, '3'],
    read: ['cache_read_tokens_global_standard', 50_000_000, '0.3'],
    write: ['cache_write_tokens_5m_global_standard', 3_000_000, '3.75'],
    output: ['output_tokens_global_standard', 5_000_000, '15'],
  }),
  ...claude(work('research', 'dev'), 'Claude Opus 5.5', marketplaceCodes.opus, 'newInSummer', {
    input: ['input_tokens_standard', 9_000_000, '5'],
    output: ['output_tokens_standard', 1_400_000, '25'],
  }),
  nova(work('search'), 'NovaPro-input-tokens', 70_000_000, '0.0008', 'rising'),
  nova(work('search'), 'NovaPro-output-tokens', 9_000_000, '0.0032', 'rising'),
  nova(work('platform'), 'NovaLite-input-tokens', 90_000_000, '0.00006', 'steady'),
  nova(work('platform'), 'NovaLite-output-tokens', 20_000_000, '0.00024', 'steady'),
  nova(work('search', 'staging'), 'NovaPro-input-tokens-batch', 8_000_000, '0.0004', 'steady'),
  machine(work('platform'), 'm6i.2xlarge', 96_000, '0.384', { always: true, planRate: '0.2764' }),
  machine(work('search'), 'c6i.4xlarge', 48_000, '0.68', { always: true, planRate: '0.4896' }),
  machine(work('content', 'staging'), 'm6i.xlarge', 30_000, '0.192'),
  machine(work('research', 'dev'), 'p5.48xlarge', 4_200, '55.04', { curve: 'rising' }),
  machine(work('research', 'dev'), 'g6.xlarge', 52_000, '0.8048', { curve: 'rising' }),
  machine(untagged('old-crawler'), 't3.large', 24_000, '0.0832', { always: true }),
  storage(work('content'), 'TimedStorage-ByteHrs', 420_000_000, '0.023', 'AmazonS3'),
  storage(work('research', 'dev'), 'TimedStorage-ByteHrs', 900_000_000, '0.023', 'AmazonS3'),
  storage(untagged('backups'), 'TimedStorage-ByteHrs', 260_000_000, '0.023', 'AmazonS3'),
  storage(work('platform'), 'EBS:VolumeUsage.gp3', 65_000_000, '0.08', 'AmazonEC2'),
];

function profile({ app, environment }: Workload): string {
  return `arn:aws:bedrock:us-east-1:${accounts[environment].id}:application-inference-profile/nw${app.replaceAll('-', '')}${environment}`;
}
