/** A unit that counts tokens: how many, and whether that is certain or to be proved over the file. */
export interface TokenUnit {
  /** Tokens in one unit, were the quantity to count blocks. */
  block: number;
  /** Units of one family stand or fall together. Null where the unit says plainly what one is. */
  family: string | null;
}

const multipliers = new Map([
  ['', 1],
  ['k', 1_000],
  ['m', 1_000_000],
]);

const plainTokens = /^(\d+)?[\s_]*(?:tokens?|count)$/i;
const blockTokens = /^(\d+)([km])[\s_]*(?:tokens?)$/i;
const bareBlock = /^(\d+)([km]?)$/i;

/**
 * What a unit says about tokens (ai-meters §0). `Tokens`, `1000 Tokens`, `1000000_tokens` and Google's `count` are certain. `1K`, `1M`,
 * `1K tokens` and `Units` are what native files print both over blocks and over raw counts. Null: the unit counts no tokens.
 */
export function tokenUnitOf(unit: string | null, provider: string, blockHint: number | null): TokenUnit | null {
  const text = unit?.trim() ?? '';
  // No unit column at all: the name's hint is a hypothesis like any other, and without it nothing says tokens.
  if (text === '') return blockHint === null ? null : { block: blockHint, family: `${provider}/unstated` };
  const plain = plainTokens.exec(text);
  if (plain) return { block: Number(plain[1] ?? 1), family: null };
  const sized = blockTokens.exec(text);
  if (sized) return { block: sizeOf(sized), family: `${provider}/sized` };
  const bare = bareBlock.exec(text);
  if (bare) return { block: sizeOf(bare), family: `${provider}/bare` };
  if (/^units?$/i.test(text)) {
    // A marketplace unit is a million tokens (aws §4); Microsoft's FOCUS files say Units over raw counts.
    return provider === 'aws' ? { block: blockHint ?? 1_000_000, family: 'aws/units' } : { block: 1, family: null };
  }
  return null;
}

/** Whether a unit says the word tokens. */
export function isTokenUnit(unit: string | null): boolean {
  const text = unit?.trim() ?? '';
  return /tokens?$/i.test(text) && (plainTokens.test(text) || blockTokens.test(text));
}

const sizeOf = (match: RegExpExecArray): number => Number(match[1]) * (multipliers.get(match[2]?.toLowerCase() ?? '') ?? 1);
