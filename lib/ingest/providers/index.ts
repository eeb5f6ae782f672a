import { awsCur } from './aws';
import { azureCost } from './azure';
import { focusContractCommitment, focusCost } from './focus';
import { openAiCosts, openAiUsage } from './openai';
import type { Format } from './provider';

/** Every format that is understood. A new one is a folder and a line here. */
export const formats: readonly Format[] = [focusCost, focusContractCommitment, azureCost, awsCur, openAiCosts, openAiUsage];

export const formatById = (id: string): Format | undefined => formats.find((f) => f.id === id);
