import type { MeterText, TokenType } from './types';

/**
 * What one grammar reads in a meter, before units and catalogue are consulted.
 * `tokens`: the quantity should count tokens, so model and direction are expected.
 * `model`: a model's charge that is counted otherwise (images, seconds, hosting hours).
 * `other`: AI spend in which no model is named by nature (tools, storage, capacity, AI compute).
 */
export interface Reading {
  kind: 'tokens' | 'model' | 'other';
  model: string | null;
  vendor: string | null;
  tokenType: TokenType | null;
  cacheTtl: string | null;
  modality: string | null;
  deploymentType: string | null;
  serviceTier: string | null;
  contextBand: string | null;
  lifecycle: string | null;
  /** Tokens in one unit according to the meter's name: consulted only where the unit column is silent. */
  blockHint: number | null;
  rule: string;
}

export type Grammar = (meter: MeterText, provider: string) => Reading | null;

/** A reading that says only what is given: everything else is "not said". */
export function reading(kind: Reading['kind'], rule: string, said: Partial<Omit<Reading, 'kind' | 'rule'>> = {}): Reading {
  return {
    kind,
    model: null,
    vendor: null,
    tokenType: null,
    cacheTtl: null,
    modality: null,
    deploymentType: null,
    serviceTier: null,
    contextBand: null,
    lifecycle: null,
    blockHint: null,
    ...said,
    rule,
  };
}

/** The texts in which a meter may name itself, best first, without the empty ones. */
export function textsOf(...texts: readonly (string | null)[]): string[] {
  return texts.map((text) => text?.trim() ?? '').filter((text) => text !== '');
}
