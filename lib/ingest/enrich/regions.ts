import type { MeterText } from './types';

/** Codes in front of an AWS usage type (aws §4, ai-meters §2). `APS3` is spelled so although its siblings count from one. */
const awsCodes = table(
  'USE1:us-east-1 USE2:us-east-2 USW1:us-west-1 USW2:us-west-2 CAN1:ca-central-1 CAN2:ca-west-1 MXC1:mx-central-1 ' +
    'EU:eu-west-1 EUW1:eu-west-1 EUW2:eu-west-2 EUW3:eu-west-3 EUC1:eu-central-1 EUC2:eu-central-2 EUN1:eu-north-1 EUS1:eu-south-1 ' +
    'EUS2:eu-south-2 APN1:ap-northeast-1 APN2:ap-northeast-2 APN3:ap-northeast-3 APS1:ap-southeast-1 APS2:ap-southeast-2 ' +
    'APS3:ap-south-1 APS4:ap-southeast-3 APS5:ap-south-2 APS6:ap-southeast-4 APS7:ap-southeast-5 APE1:ap-east-1 SAE1:sa-east-1 ' +
    'MES1:me-south-1 MEC1:me-central-1 ILC1:il-central-1 AFS1:af-south-1 UGW1:us-gov-west-1 UGE1:us-gov-east-1',
);

/** Names in AWS price lists and FOCUS files, in lower case without spaces. */
const awsNames = table(
  'useast(n.virginia):us-east-1 useast(ohio):us-east-2 uswest(n.california):us-west-1 uswest(oregon):us-west-2 ' +
    'canada(central):ca-central-1 canadawest(calgary):ca-west-1 eu(ireland):eu-west-1 eu(london):eu-west-2 eu(paris):eu-west-3 ' +
    'eu(frankfurt):eu-central-1 eu(stockholm):eu-north-1 eu(milan):eu-south-1 eu(spain):eu-south-2 eu(zurich):eu-central-2 ' +
    'asiapacific(tokyo):ap-northeast-1 asiapacific(seoul):ap-northeast-2 asiapacific(osaka):ap-northeast-3 ' +
    'asiapacific(singapore):ap-southeast-1 asiapacific(sydney):ap-southeast-2 asiapacific(jakarta):ap-southeast-3 ' +
    'asiapacific(mumbai):ap-south-1 asiapacific(hyderabad):ap-south-2 asiapacific(hongkong):ap-east-1 ' +
    'southamerica(saopaulo):sa-east-1 middleeast(bahrain):me-south-1 middleeast(uae):me-central-1 africa(capetown):af-south-1 ' +
    'israel(telaviv):il-central-1 awsgovcloud(us-west):us-gov-west-1 awsgovcloud(us-east):us-gov-east-1',
);

/** Azure's other spellings: the meter region puts the continent first, older files abbreviate (Microsoft's open-data region list). */
const azureNames = table(
  'euwest:westeurope eunorth:northeurope europewest:westeurope europenorth:northeurope west_europe:westeurope north_europe:northeurope ' +
    'we:westeurope weu:westeurope ne:northeurope neu:northeurope useast:eastus useast2:eastus2 us_east:eastus us_west:westus eus:eastus ' +
    'eus2:eastus2 uswest:westus uswest2:westus2 uswest3:westus3 wus:westus wus2:westus2 wus3:westus3 uscentral:centralus cus:centralus ' +
    'usnorthcentral:northcentralus ncus:northcentralus ussouthcentral:southcentralus scus:southcentralus ' +
    'uswestcentral:westcentralus wcus:westcentralus usgovaz:usgovarizona usgovtx:usgovtexas cacentral:canadacentral caeast:canadaeast ' +
    'uks:uksouth ukw:ukwest apeast:eastasia asiaeast:eastasia apsoutheast:southeastasia asiasoutheast:southeastasia ' +
    'aecentral:uaecentral aenorth:uaenorth ateast:austriaeast aucentral:australiacentral aucentral2:australiacentral2 ' +
    'aueast:australiaeast ausoutheast:australiasoutheast becentral:belgiumcentral brsouth:brazilsouth brsoutheast:brazilsoutheast ' +
    'chnorth:switzerlandnorth chwest:switzerlandwest clcentral:chilecentral decentral:germanycentral denorth:germanynorth ' +
    'dewestcentral:germanywestcentral escentral:spaincentral ficentral:finlandcentral frcentral:francecentral frsouth:francesouth ' +
    'idcentral:indonesiacentral ilcentral:israelcentral incentral:centralindia insouth:southindia inwest:westindia ' +
    'indiacentral:centralindia indiasouth:southindia indiawest:westindia itnorth:italynorth jaeast:japaneast jawest:japanwest ' +
    'krcentral:koreacentral krsouth:koreasouth mxcentral:mexicocentral mywest:malaysiawest noeast:norwayeast nowest:norwaywest ' +
    'nznorth:newzealandnorth plcentral:polandcentral qacentral:qatarcentral secentral:swedencentral sesouth:swedensouth ' +
    'twnorth:taiwannorth zanorth:southafricanorth zawest:southafricawest',
);

const placeholders = new Set(['', 'null', '-', '-2', 'unassigned', 'unknown', 'notapplicable', 'n/a', 'none']);
const usageTypePrefix = /^([A-Z]{2,4}\d*)-/;

/** The region a usage type is billed in, or null where it carries no known code. */
function awsRegionOfUsageType(usageType: string | null): string | null {
  const code = usageTypePrefix.exec(usageType?.trim() ?? '')?.[1];
  return code === undefined ? null : (awsCodes.get(code) ?? null);
}

/** The provider's region id in lower case without spaces; an AWS usage type's prefix stands in where the file names no region. */
export function regionOf(meter: MeterText, provider: string): string | null {
  const id = compact(meter.regionId);
  if (id !== null) return known(id, provider);
  if (provider === 'aws') {
    const coded = awsRegionOfUsageType(meter.skuMeter);
    if (coded !== null) return coded;
  }
  const name = compact(meter.regionName);
  return name === null ? null : known(name, provider);
}

function known(text: string, provider: string): string {
  if (provider === 'azure') return azureNames.get(text) ?? text;
  if (provider === 'aws') return awsNames.get(text.replace(/^europe\(/, 'eu(')) ?? text;
  return text;
}

function compact(text: string | null): string | null {
  const plain = text?.toLowerCase().replace(/\s+/g, '') ?? '';
  return placeholders.has(plain) ? null : plain;
}

function table(text: string): Map<string, string> {
  return new Map(text.split(' ').map((pair) => pair.split(':') as [string, string]));
}
