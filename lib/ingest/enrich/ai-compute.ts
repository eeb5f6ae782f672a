import { type Grammar, type Reading, reading, textsOf } from './reading';
import { stringsOf } from './sku-details';

/** Accelerator families of aws §5; with `ml.` in front they are SageMaker's. */
const awsFamily =
  /(?:^|[^a-z0-9])(?:ml\.)?(?:trn|inf|p[3-9]|g[4-9]|gr\d|dl\d)[a-z0-9]*(?:-[a-z0-9]+)?\.(?:\d*(?:nano|micro|small|medium|large|xlarge)|metal)/i;
const awsCapacity = /capacity ?block|ultraserver|^(?:[A-Z]{2,4}\d*-)?(?:reservation:)?(?:trn|inf|p[3-9])\d*[a-z]*\.\d+xl/i;
const sageMaker = /\bml\.[a-z0-9-]+\.|sagemaker/i;

/** Azure's GPU sizes: NC and ND compute, NV visualisation; `NCasT4 v3 Series`, `Standard_ND96asr_v4`, `NV36ads A10 v5`. */
const azureSize = /(?:^|[\s_/])(?:standard_)?n[cdv]\d+[a-z]*(?=$|[\s_/])/i;
const azureSeries = /\bn[cdvg][a-z0-9_]*(?: [a-z0-9_]+){0,3} series\b/i;

const googleAccelerator =
  /\b(?:nvidia|tpu|tesla|(?:a100|h100|h200|b200|l4|t4|v100|p100|gb200)\b.*\bgpu|gpu\b.*\b(?:a100|h100|l4))|^(?:a2|a3|a4|g2|ct\d\w*)-/i;
const oracleShape = /\b(?:bm|vm)\.gpu\b|\bgpu\b/i;

const compute = (rule: string): Reading => reading('other', rule);

/** AI compute: accelerated machines and the training and hosting they are rented for. It is AI spend in which no model is named. */
export const readAiCompute: Grammar = (meter, provider) => {
  const details = stringsOf(meter.skuPriceDetails);
  const instance = details.get('instancetype') ?? null;
  const texts = textsOf(instance, meter.skuMeter, meter.meterSubcategory, meter.productName, meter.chargeDescription, meter.skuId);
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if (provider === 'aws') {
    if (says(awsFamily) || says(awsCapacity)) return compute('compute/aws-accelerator');
    if (says(sageMaker) || sageMaker.test(meter.serviceName ?? '')) return compute('compute/sagemaker');
  }
  if (provider === 'azure' && !/^storage/i.test(meter.meterCategory ?? '') && (says(azureSize) || says(azureSeries))) {
    return compute('compute/azure-gpu');
  }
  if (provider === 'gcp' && says(googleAccelerator)) return compute('compute/google-accelerator');
  if (provider === 'oracle' && says(oracleShape)) return compute('compute/oracle-gpu');
  return null;
};
