import type { EventFormat } from '../types';
import { anthropicTokensCsv, anthropicUsage } from './anthropic';
import { langfuseTrace } from './langfuse';
import { litellmCallback, litellmSpend } from './litellm';
import { openaiUsage, openaiUsageCsv } from './openai';
import { burstGpt, openrouterActivity, workloadTrace } from './others';
import { otlpTraces } from './otlp';
import { plainEvents } from './plain';

/** Every way usage is written, asked in this order: what is most particular first. */
export const eventFormats: readonly EventFormat[] = [
  otlpTraces,
  langfuseTrace,
  litellmSpend,
  litellmCallback,
  openaiUsage,
  anthropicUsage,
  openaiUsageCsv,
  anthropicTokensCsv,
  openrouterActivity,
  workloadTrace,
  burstGpt,
  plainEvents,
];
