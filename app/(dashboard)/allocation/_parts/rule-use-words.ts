import type { RuleUse, TakenBefore } from '@/lib/services/allocation/rule-use';
import { count } from './figures';

/** What is to be said of a rule beside its money; null where it is used as it should be. */
export function stateWords(
  { state, latest }: Pick<RuleUse, 'state' | 'latest'>,
  { since, until }: { since: string | null; until: string | null },
): { words: string; tone: 'warn' | 'neutral' } | null {
  switch (state) {
    case 'used':
      return null;
    case 'idle':
      return { words: latest === null ? 'matches nothing for 90 days' : 'matches nothing for 30 days', tone: 'warn' };
    case 'ended':
      return { words: `ended before ${until}`, tone: 'neutral' };
    case 'later':
      return { words: `begins on ${since}`, tone: 'neutral' };
    case 'unknown':
      return latest === null ? { words: 'has matched nothing yet', tone: 'neutral' } : null;
  }
}

/** What rules before take in the currency that is shown; that of other currencies only of a rule which has nothing at all in this one. */
export function takenIn(taken: readonly TakenBefore[], figures: readonly { currency: string }[], currency: string): TakenBefore[] {
  const isShown = (of: { currency: string }) => of.currency === currency;
  return taken.some(isShown) || figures.some(isShown) ? taken.filter(isShown) : [...taken];
}

/** "4 more charges fit, 12.00 USD; rules 1 and 2 take them": what stands before and after the money. Null where nothing is taken. */
export function takenWords(
  taken: readonly Pick<TakenBefore, 'charges' | 'by'>[],
  placeOf: (id: number) => number,
): { before: string; after: string } | null {
  const charges = taken.reduce((sum, t) => sum + t.charges, 0);
  if (charges === 0) return null;
  const places = [...new Set(taken.flatMap((t) => t.by))].map(placeOf).sort((a, b) => a - b);
  const [last] = places.slice(-1);
  const list = places.length > 1 ? `rules ${places.slice(0, -1).join(', ')} and ${last}` : `rule ${last}`;
  return {
    before: `${count(charges)} more ${charges === 1 ? 'charge fits' : 'charges fit'}, `,
    after: `: ${list} ${places.length > 1 ? 'take' : 'takes'} ${charges === 1 ? 'it' : 'them'}.`,
  };
}
