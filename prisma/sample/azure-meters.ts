import { type Demand, untagged, type Workload, work } from './company';
import { exact, scaled, times } from './money';
import { guid, hex } from './random';

export interface Meter {
  id: string;
  name: string;
  /** What Azure calls the category; models are `Cognitive Services` until the category is renamed. */
  category: string;
  subCategory: string;
  family: string;
  service: string;
  unit: string;
  /** Public price of one unit. A `1K` meter counts blocks of a thousand tokens. */
  list: string;
  /** Decimals of the quantity: with 3 in a `1K` meter and 6 in a `1M` meter every single token is billed. */
  decimals: number;
}

export interface Charged extends Demand {
  meter: Meter;
  resource: string;
  /** `Microsoft.CognitiveServices/accounts` */
  type: string;
}

export const models = 'Foundry Models';
const ai = 'AI + Machine Learning';

function tokens(name: string, subCategory: string, unit: '1K' | '1M', list: string): Meter {
  const decimals = unit === '1M' ? 6 : 3;
  return {
    id: guid(`meter ${name}`),
    name,
    category: models,
    subCategory,
    family: ai,
    service: 'Microsoft.CognitiveServices',
    unit,
    list,
    decimals,
  };
}

function meter(service: string, family: string, category: string, subCategory: string, name: string, unit: string, list: string): Meter {
  return { id: guid(`meter ${category} ${name}`), name, category, subCategory, family, service, unit, list, decimals: 4 };
}

/** Meter texts as Azure writes them, with prices in the billing currency of the enterprise agreement (EUR). */
export const meters = {
  gpt41Input: tokens('gpt 4.1 Inp glbl Tokens', 'Azure OpenAI', '1K', '0.00172'),
  gpt41Cached: tokens('gpt 4.1 cached Inp glbl Tokens', 'Azure OpenAI', '1K', '0.00043'),
  gpt41Output: tokens('gpt 4.1 Outp glbl Tokens', 'Azure OpenAI', '1K', '0.00688'),
  gpt41BatchInput: tokens('gpt 4.1 Batch Inp glbl Tokens', 'Azure OpenAI', '1K', '0.00086'),
  gpt41BatchOutput: tokens('gpt 4.1 Batch Outp glbl Tokens', 'Azure OpenAI', '1K', '0.00344'),
  gpt4oInput: tokens('gpt 4o 1120 Inp glbl Tokens', 'Azure OpenAI', '1K', '0.00215'),
  gpt4oOutput: tokens('gpt 4o 1120 Outp glbl Tokens', 'Azure OpenAI', '1K', '0.0086'),
  gpt5Input: tokens('GPT 5 Inpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '1.075'),
  gpt5Cached: tokens('GPT 5 cchd Inpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '0.1075'),
  gpt5Output: tokens('GPT 5 outpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '8.6'),
  gpt5MiniInput: tokens('GPT 5 Mini Inpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '0.215'),
  gpt5MiniCached: tokens('GPT 5 Mini cchd Inpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '0.0215'),
  gpt5MiniOutput: tokens('GPT 5 Mini outpt Glbl 1M Tokens', 'Azure OpenAI GPT5', '1M', '1.72'),
  gpt54Input: tokens('5.4 inp Gl 1M Tokens', 'Azure OpenAI GPT5', '1M', '2.15'),
  gpt54Cached: tokens('5.4 cd inp Gl 1M Tokens', 'Azure OpenAI GPT5', '1M', '0.215'),
  gpt54Output: tokens('5.4 opt Gl 1M Tokens', 'Azure OpenAI GPT5', '1M', '12.9'),
  gpt54Priority: tokens('5.4 pp opt Gl 1M Tokens', 'Azure OpenAI GPT5', '1M', '25.8'),
  embedding: tokens('text-embedding-3-large-regional Tokens', 'Azure OpenAI Embedding', '1K', '0.000112'),
  /** No rule knows this model. */
  zeta: tokens('Zeta 9 omni Inp Glbl Tokens', 'Azure Zeta Models', '1K', '0.0042'),
  ptu: { ...tokens('Provisioned Managed Global Unit', 'Azure OpenAI', '1K', '0.86'), unit: '1/Hour', decimals: 0 },
  virtualMachine: meter('Microsoft.Compute', 'Compute', 'Virtual Machines', 'Dsv5 Series', 'D4s v5', '1 Hour', '0.196'),
  gpuMachine: meter('Microsoft.Compute', 'Compute', 'Virtual Machines', 'NCads A100 v4 Series', 'NC24ads A100 v4', '1 Hour', '3.42'),
  storage: meter('Microsoft.Storage', 'Storage', 'Storage', 'Tiered Block Blob', 'Hot LRS Data Stored', '1 GB/Month', '0.0184'),
  bandwidth: meter('Microsoft.Network', 'Networking', 'Bandwidth', 'Rtn Preference: MGN', 'Standard Data Transfer Out', '1 GB', '0.0752'),
  sql: meter(
    'Microsoft.Sql',
    'Databases',
    'SQL Database',
    'Single/Elastic Pool General Purpose - Compute Gen5',
    'vCore',
    '1 Hour',
    '0.1214',
  ),
} satisfies Record<string, Meter>;

type MeterName = keyof typeof meters;

/** Tokens are billed on the account, other things on a resource of their own. */
function charged(workload: Workload, name: MeterName, perDay: number, curve: Demand['curve'], always = false): Charged {
  const kind = meters[name];
  const place = `${workload.app}-${workload.environment}`;
  const [type, resource] = resourceOf(kind, name, place);
  return { key: `azure ${place} ${name}`, workload, meter: kind, perDay, curve, always, type, resource };
}

export const enterprise: Charged[] = [
  charged(work('tutoring'), 'gpt5Input', 160_000_000, 'rising'),
  charged(work('tutoring'), 'gpt5Cached', 240_000_000, 'rising'),
  charged(work('tutoring'), 'gpt5Output', 12_000_000, 'rising'),
  charged(work('tutoring'), 'gpt54Input', 40_000_000, 'newInSpring'),
  charged(work('tutoring'), 'gpt54Cached', 90_000_000, 'newInSpring'),
  charged(work('tutoring'), 'gpt54Output', 5_500_000, 'newInSpring'),
  charged(work('tutoring'), 'gpt54Priority', 700_000, 'newInSummer'),
  charged(work('tutoring', 'staging'), 'gpt5MiniInput', 9_000_000, 'steady'),
  charged(work('tutoring', 'staging'), 'gpt5MiniOutput', 1_500_000, 'steady'),
  charged(work('content'), 'gpt41Input', 32_000_000, 'fading'),
  charged(work('content'), 'gpt41Cached', 20_000_000, 'fading'),
  charged(work('content'), 'gpt41Output', 9_000_000, 'fading'),
  charged(work('content'), 'gpt41BatchInput', 45_000_000, 'steady'),
  charged(work('content'), 'gpt41BatchOutput', 8_000_000, 'steady'),
  charged(work('support'), 'gpt5MiniInput', 110_000_000, 'rising'),
  charged(work('support'), 'gpt5MiniCached', 150_000_000, 'rising'),
  charged(work('support'), 'gpt5MiniOutput', 14_000_000, 'rising'),
  charged(work('search'), 'embedding', 180_000_000, 'rising'),
  charged(work('research', 'dev'), 'zeta', 9_000_000, 'newest'),
  charged(work('tutoring', 'staging'), 'ptu', 40, 'steady'),
  charged(untagged('legacy-assistant'), 'gpt4oInput', 14_000_000, 'fading'),
  charged(untagged('legacy-assistant'), 'gpt4oOutput', 3_200_000, 'fading'),
  charged(work('platform'), 'virtualMachine', 1_440_000, 'steady', true),
  charged(work('research', 'dev'), 'gpuMachine', 160_000, 'rising'),
  charged(work('content'), 'storage', 6_400_000, 'rising'),
  charged(untagged('course-media'), 'bandwidth', 2_300_000, 'rising'),
  charged(work('platform'), 'sql', 1_920_000, 'steady', true),
];

export const subsidiary: Charged[] = [
  charged(work('tutoring'), 'gpt5MiniInput', 24_000_000, 'rising'),
  charged(work('tutoring'), 'gpt5MiniCached', 20_000_000, 'rising'),
  charged(work('tutoring'), 'gpt5MiniOutput', 4_500_000, 'rising'),
  charged(work('content'), 'gpt4oInput', 5_000_000, 'fading'),
  charged(work('content'), 'gpt4oOutput', 1_100_000, 'fading'),
  charged(work('platform'), 'virtualMachine', 480_000, 'steady', true),
  charged(untagged('picture-store'), 'storage', 900_000, 'rising'),
];

/** Price after the discount of the agreement. */
export function agreedPrice({ list }: Meter, factor: string): bigint {
  return times(exact(list), exact(factor));
}

export function quantityOf({ decimals }: Meter, units: bigint): bigint {
  return scaled(units, decimals);
}

export function subscriptionOf(agreement: string, { environment }: Workload): { id: string; name: string } {
  const names = { prod: 'Production', staging: 'Staging', dev: 'Development' };
  return { id: guid(`${agreement} ${environment}`), name: `${agreement} ${names[environment]}` };
}

function resourceOf({ category, service }: Meter, name: MeterName, place: string): [type: string, resource: string] {
  if (category === models) return ['accounts', `nw-${place}-ai`];
  if (service === 'Microsoft.Compute') return ['virtualMachines', `vm-${place}-${name === 'gpuMachine' ? 'gpu' : 'node'}`];
  if (service === 'Microsoft.Storage') return ['storageAccounts', `nw${place.replaceAll('-', '')}${hex(place, 4)}`];
  return service === 'Microsoft.Sql' ? ['servers', `sql-${place}`] : ['publicIPAddresses', `ip-${place}`];
}
