import { markInterrupted } from '../../db/records/imports';

/** An import without a sign of life for this long has lost its process: it beats every three seconds. */
const SILENCE_MS = 20_000;

/** Says so of imports whose process has died, so that a person can resume or discard them. */
export const markDeadImports = (): Promise<number> => markInterrupted(SILENCE_MS);
