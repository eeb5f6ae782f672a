import Big from 'big.js';
import type { UsageEvent } from './event';
import { promptTokens, type tokenKinds } from './tokens';

/** Tokens as reports sum them: `input` is the whole prompt and `output` the whole answer, the others are parts of them. */
export interface TokenSummary {
  input: number;
  uncachedInput: number;
  cachedInput: number;
  cacheWriteInput: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
  inputAudio: number;
  outputAudio: number;
  inputImage: number;
  outputImage: number;
}

/** What came of a file of usage events. Amounts are exact decimals as text. */
export interface EventImportResult {
  file: string;
  provider: string | null;
  format: string | null;
  outcome: 'imported' | 'imported-with-rejects' | 'unchanged' | 'refused';
  reason: string | null;
  /** Rows, spans or results: those accepted, rejected and skipped. */
  rows: number;
  accepted: number;
  rejected: number;
  skipped: number;
  /** New ones; `duplicates` were there before. */
  events: number;
  duplicates: number;
  flagged: number;
  unpriced: number;
  tokens: TokenSummary;
  quantities: Record<string, number>;
  /** What the source thinks it cost: an estimate, never money of a bill. */
  estimated: { currency: string; amount: string }[];
  /** At list price, of what could be priced. */
  listCost: { currency: string; amount: string }[];
  from: string | null;
  to: string | null;
  rejects: { line: number; column: string | null; reason: string; original: string }[];
  choice?: string;
}

const noTokens = (): TokenSummary => ({
  input: 0,
  uncachedInput: 0,
  cachedInput: 0,
  cacheWriteInput: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  reasoning: 0,
  inputAudio: 0,
  outputAudio: 0,
  inputImage: 0,
  outputImage: 0,
});

export const emptyResult = (file: string): EventImportResult => ({
  file,
  provider: null,
  format: null,
  outcome: 'imported',
  reason: null,
  rows: 0,
  accepted: 0,
  rejected: 0,
  skipped: 0,
  events: 0,
  duplicates: 0,
  flagged: 0,
  unpriced: 0,
  tokens: noTokens(),
  quantities: {},
  estimated: [],
  listCost: [],
  from: null,
  to: null,
  rejects: [],
});

/** Adds an event's tokens to a summary, in place. */
export function addTokens(to: TokenSummary, { tokens: t }: Pick<UsageEvent, 'tokens'>): void {
  const n = (kind: (typeof tokenKinds)[number]) => t[kind] ?? 0;
  const prompt = promptTokens(t);
  to.input += prompt;
  to.cachedInput += n('cached_input');
  to.cacheWriteInput += n('cache_write_5m') + n('cache_write_1h');
  to.uncachedInput += prompt - n('cached_input') - n('cache_write_5m') - n('cache_write_1h');
  to.cacheWrite5m += n('cache_write_5m');
  to.cacheWrite1h += n('cache_write_1h');
  to.output += n('output') + n('reasoning') + n('output_audio') + n('output_image');
  to.reasoning += n('reasoning');
  to.inputAudio += n('input_audio');
  to.outputAudio += n('output_audio');
  to.inputImage += n('input_image');
  to.outputImage += n('output_image');
}

/** Exact sums by currency, in the order of the codes. */
export class MoneySums {
  private readonly sums = new Map<string, Big>();

  add(currency: string, amount: string): void {
    this.sums.set(currency, (this.sums.get(currency) ?? new Big(0)).plus(amount));
  }

  list = (): { currency: string; amount: string }[] =>
    [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: amount.toFixed() }));
}
