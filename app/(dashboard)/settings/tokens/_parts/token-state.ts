import type { Tone } from '@/components/ui/badge';
import type { TokenRow } from '@/lib/services/tokens/manage-tokens';

const SOON_MS = 14 * 86_400_000;

/** Whether a token opens anything, in a word. */
export function stateOf({ revokedAt, expiresAt }: Pick<TokenRow, 'revokedAt' | 'expiresAt'>, now: string): [word: string, tone: Tone] {
  if (revokedAt) return ['withdrawn', 'neutral'];
  const left = Date.parse(expiresAt) - Date.parse(now);
  if (left <= 0) return ['expired', 'neutral'];
  return left < SOON_MS ? ['expires soon', 'warn'] : ['good', 'ok'];
}
