import Big from 'big.js';
import type { Share } from './pools';
import { shareWords } from './share-words';

/** The cells of FOCUS 1.3 and later that say how a shared cost was split, and whom this part went to. */
export interface AllocatedCells {
  AllocatedMethodId: string;
  AllocatedMethodDetails: string;
  AllocatedResourceId: string | null;
  AllocatedResourceName: string | null;
  AllocatedTags: string | null;
}

type Way = Pick<Share, 'pool' | 'method' | 'driver' | 'fellBack' | 'target'>;

/** "Platform: in proportion to tokens": the same of all parts of one pool. */
export const methodId = (share: Way): string => `${share.pool}: ${shareWords(share)}`;

/** The target's part of 1, and the driver's quantity where there is one. */
export const methodDetails = (ratio: string, share: Pick<Share, 'quantity' | 'driver' | 'currency'> | null): string =>
  `{"Elements":[{"AllocatedRatio":${exact(ratio)},"UsageUnit":${share?.quantity ? JSON.stringify(unitOf(share)) : null},"UsageQuantity":${share?.quantity ? exact(share.quantity) : null}}]}`;

/** A decimal as JSON holds it, with every digit: a number of the language would cut it. */
const exact = (decimal: string): string => new Big(decimal).toFixed();

/** Who carries it, and who stands above in the tree, the highest first. */
export const allocatedTags = (dimension: string, target: string | null, path: readonly string[] | null): string | null =>
  target === null
    ? null
    : JSON.stringify({ [dimension]: target, ...Object.fromEntries((path ?? []).map((name, i) => [`above_${i + 1}`, name])) });

const units = { tokens: 'Tokens', requests: 'Requests', events: 'Events', charges: 'Charges' } as const;

const unitOf = ({ driver, currency }: Pick<Share, 'driver' | 'currency'>): string =>
  driver === null || driver === 'cost' ? currency : units[driver];
