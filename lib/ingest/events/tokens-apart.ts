import { allTokens, type TokenCounts } from '../../core/usage/tokens';

/** Totals as most APIs tell them: cached and written tokens inside the input, reasoning inside the output. */
export interface TokenTotals {
  /** With what was read from and written to the cache, unless `inputIsUncached`. */
  input: number;
  output: number;
  cacheRead?: number | null;
  cacheWrite5m?: number | null;
  cacheWrite1h?: number | null;
  reasoning?: number | null;
  inputAudio?: number | null;
  outputAudio?: number | null;
  inputImage?: number | null;
  outputImage?: number | null;
  /** What the source says they all come to, where it does. */
  total?: number | null;
  /** Anthropic's own APIs count only what is neither read from nor written to the cache. */
  inputIsUncached?: boolean;
}

/**
 * Disjoint counts out of totals that include one another, so that nothing is priced twice (lessons L17). Where the parts cannot lie inside the
 * whole, they are taken to stand beside it, as old instrumentation writes them (otel §1). What does not add up is said in `flags`.
 */
export function takeApart(t: TokenTotals): { tokens: TokenCounts; flags: string[] } {
  const flags: string[] = [];
  const [read, write5m, write1h] = [t.cacheRead ?? 0, t.cacheWrite5m ?? 0, t.cacheWrite1h ?? 0];
  const reasoning = t.reasoning ?? 0;
  let [audioIn, audioOut, imageIn, imageOut] = [t.inputAudio ?? 0, t.outputAudio ?? 0, t.inputImage ?? 0, t.outputImage ?? 0];
  const cached = read + write5m + write1h;
  const beside = t.inputIsUncached === true || cached > t.input;
  if (!t.inputIsUncached && cached > t.input) flags.push('cached tokens are more than the input that should include them');
  const fresh = t.input - (beside ? 0 : cached);
  if (audioIn + imageIn > fresh) {
    flags.push('audio and image tokens are more than the input that should include them');
    audioIn = Math.min(audioIn, fresh);
    imageIn = Math.min(imageIn, fresh - audioIn);
  }
  const input = fresh - audioIn - imageIn;
  if (audioOut + imageOut > t.output) {
    flags.push('audio and image tokens are more than the output that should include them');
    audioOut = Math.min(audioOut, t.output);
    imageOut = Math.min(imageOut, t.output - audioOut);
  }
  let output = t.output - reasoning - audioOut - imageOut;
  if (output < 0) {
    flags.push('reasoning, audio and image tokens are more than the output that should include them');
    output = Math.max(0, t.output - audioOut - imageOut);
  }
  const tokens = kept({
    input,
    cached_input: read,
    cache_write_5m: write5m,
    cache_write_1h: write1h,
    output,
    reasoning,
    input_audio: audioIn,
    output_audio: audioOut,
    input_image: imageIn,
    output_image: imageOut,
  });
  if (typeof t.total === 'number' && t.total > 0 && t.total !== allTokens(tokens))
    flags.push(`the parts give ${allTokens(tokens)} tokens, the source says ${t.total}`);
  return { tokens, flags };
}

/** Counts without their zeros. */
export const kept = (tokens: TokenCounts): TokenCounts => Object.fromEntries(Object.entries(tokens).filter(([, n]) => n)) as TokenCounts;
