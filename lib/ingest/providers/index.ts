import { anthropicCosts } from './anthropic';
import { awsCur } from './aws';
import { azureCost } from './azure';
import { focusContractCommitment, focusCost } from './focus';
import { gcpBilling } from './gcp';
import { gitHubUsage } from './github';
import { m365Licenses } from './m365';
import { ociCost, ociFocus } from './oci';
import { openAiCosts, openAiUsage } from './openai';
import { openRouterActivity } from './openrouter';
import type { Format } from './provider';
import { selfHostedGpus } from './self-hosted';

/**
 * Every format that is understood. A new one is a folder and a line here. Where two are equally sure the first is taken: Oracle's FOCUS is FOCUS,
 * too.
 */
export const formats: readonly Format[] = [
  ociFocus,
  focusCost,
  focusContractCommitment,
  azureCost,
  awsCur,
  gcpBilling,
  ociCost,
  openAiCosts,
  openAiUsage,
  anthropicCosts,
  gitHubUsage,
  openRouterActivity,
  m365Licenses,
  selfHostedGpus,
];

export const formatById = (id: string): Format | undefined => formats.find((f) => f.id === id);
