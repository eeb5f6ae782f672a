import { z } from 'zod';
import { axisText, taughtWords } from './taught-words';

const name = z.string().trim().min(1).max(120);

/**
 * What a person says a meter means. What is left out stays as the grammars have it; null is "there is none". AI without a model is a tool, a
 * seat or capacity: recognised, and in the list of models no more.
 */
export const TaughtMeaning = z
  .strictObject({
    isAi: z.boolean().default(true),
    model: name.nullable(),
    vendor: name.nullable().optional(),
    tokenType: z.enum(taughtWords.tokenType).nullable().optional(),
    cacheTtl: z.enum(taughtWords.cacheTtl).nullable().optional(),
    modality: z.enum(taughtWords.modality).nullable().optional(),
    deploymentType: z.enum(taughtWords.deploymentType).nullable().optional(),
    serviceTier: z.enum(taughtWords.serviceTier).nullable().optional(),
    lifecycle: z.enum(taughtWords.lifecycle).nullable().optional(),
    tokensPerUnit: z.enum(taughtWords.tokensPerUnit).nullable().optional(),
  })
  .refine((t) => t.isAi || t.model === null, { message: 'A meter that is no AI has no model.', path: ['model'] })
  .refine((t) => t.tokenType !== undefined || !t.cacheTtl, { message: 'How long a cache lives is said beside the kind of token.' });
export type TaughtMeaning = z.infer<typeof TaughtMeaning>;

/** The texts a meter may be known by; the first that is there is what people see on the bill. */
export interface MeterNames {
  skuMeter: string | null;
  chargeDescription: string | null;
  skuId: string | null;
}

/** Longer texts are no meters; the database could not keep them apart either. */
export const LONGEST_METER = 500;

/** A meter's words as they are compared: without case and without blanks around them. */
export const foldMeter = (text: string): string => text.trim().toLowerCase();

/** What a meter is taught under; null for one without a name. */
export function meterWords({ skuMeter, chargeDescription, skuId }: MeterNames): string | null {
  const text = skuMeter || chargeDescription || skuId;
  return text ? foldMeter(text) : null;
}

/** The part of a meaning that teaching touches. */
export interface TeachableMeaning {
  isAi: boolean;
  modelClass: 'classified' | 'unclassified' | 'not_ai';
  model: string | null;
  modelFamily: string | null;
  modelVendor: string | null;
  tokenType: string | null;
  cacheTtl: string | null;
  modality: string | null;
  deploymentType: string | null;
  serviceTier: string | null;
  contextBand: string | null;
  lifecycle: string | null;
  tokensPerUnit: string | null;
  scaleSuspect: boolean;
  rule: string;
}

/** What is known of a model by its name. */
export interface KnownOfModel {
  family: string;
  vendor: string;
  modality: string | null;
}

const nothing = {
  model: null,
  modelFamily: null,
  modelVendor: null,
  tokenType: null,
  cacheTtl: null,
  modality: null,
  deploymentType: null,
  serviceTier: null,
  contextBand: null,
  lifecycle: null,
  tokensPerUnit: null,
  scaleSuspect: false,
} as const;

/** The rule's name on whatever was taught. */
const TAUGHT_RULE = 'taught';

/**
 * A meaning as it was taught. Only usage counts tokens, whatever is said of the unit; and who says the unit is not suspected of another. `known` is of
 * the taught model.
 */
export function applyTaught<M extends TeachableMeaning>(
  meaning: M,
  taught: TaughtMeaning,
  { known, isUsage }: { known: KnownOfModel | null; isUsage: boolean },
): M {
  if (!taught.isAi) return { ...meaning, ...nothing, isAi: false, modelClass: 'not_ai', rule: TAUGHT_RULE };
  const { vendor, tokensPerUnit, isAi: _isAi, model, ...axes } = taught;
  const said = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined)) as Partial<M>;
  const ofModel =
    model === null
      ? { model: null, modelFamily: null, modelVendor: vendor ?? null, modality: null }
      : {
          model,
          modelFamily: known?.family ?? null,
          modelVendor: vendor === undefined ? (known?.vendor ?? (model === meaning.model ? meaning.modelVendor : null)) : vendor,
          modality: known?.modality ?? (model === meaning.model ? meaning.modality : null) ?? 'text',
        };
  const counted = tokensPerUnit === undefined ? {} : { tokensPerUnit: isUsage ? tokensPerUnit : null, scaleSuspect: false };
  return {
    ...meaning,
    isAi: true,
    modelClass: model === null ? 'not_ai' : 'classified',
    ...ofModel,
    ...said,
    // another kind of token has another life in the cache
    ...(axes.tokenType !== undefined && axes.cacheTtl === undefined && { cacheTtl: null }),
    ...counted,
    rule: TAUGHT_RULE,
  };
}

/** "gpt-5-mini, input, batch". */
export function taughtText(t: TaughtMeaning): string {
  if (!t.isAi) return 'no AI';
  const axes = [t.tokenType, t.cacheTtl, t.modality, t.deploymentType, t.serviceTier, t.lifecycle, t.tokensPerUnit];
  return [t.model ?? 'AI without a model', ...axes.flatMap((a) => (a ? [axisText(a)] : []))].join(', ');
}
