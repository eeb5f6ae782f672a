import type { ConnectionKind } from './types';

/** Every kind of place that bills come from by themselves, in the order in which they are offered. */
export const connectionKinds = [] as unknown as readonly ConnectionKind[];

export const connectionKind = (kind: string): ConnectionKind | undefined => connectionKinds.find((c) => c.kind === kind);
