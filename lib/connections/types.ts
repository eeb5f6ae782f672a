import type { z } from 'zod';

/** What a person fills in. The form is drawn from it; what is `isSecret` is written once and shown to nobody. */
export interface Field {
  name: string;
  label: string;
  hint: string;
  isSecret: boolean;
  isRequired: boolean;
  /** For a private key, which has lines. */
  isLong?: boolean;
  options?: readonly { value: string; label: string }[];
}

/** What a connection may use of the world. */
export interface Outside {
  now(): Date;
  /** False: addresses of private networks are refused, by literal and by name. */
  allowPrivate: boolean;
  /** Folders of this machine that may be watched; a connection reaches nothing outside of them. */
  watchable: readonly string[];
  /** Whether a connection without a key may use this machine's own role at AWS. Of an installation with several organisations each could. */
  ownCredentials: boolean;
  /** Ends when the worker is told to stop. */
  signal: AbortSignal;
}

/** `[from, until)`: days whose bills are wanted. */
export interface Window {
  from: string;
  until: string;
}

/** One export of the other side that is loaded as a whole or not at all, such as a month of a report or a day range of an API. */
export interface Delivery {
  /** What it replaces when it comes again: the same for every version, such as `cur/data/BILLING_PERIOD=2026-10`. */
  key: string;
  /** Another one whenever it has to be loaded again: ETags, a run id, a modification time and size. */
  version: string;
  /** What a person calls it. */
  title: string;
  /** First day of what it bills, where that can be told before it is read. */
  period: string | null;
  /** The billing account of rows that name none, as somebody has said it. */
  account?: string | undefined;
  /** Where its files go: the ledger, or the usage events. */
  brings: 'bill' | 'events';
  /** Why it cannot be loaded yet (its manifest is missing, a part is missing); null for a complete one. */
  waitsFor: string | null;
}

/** What was configured, checked, with its secret opened. */
export interface Opened<C, S> {
  config: C;
  secret: S;
  outside: Outside;
}

/** One kind of place that bills come from by themselves. */
export interface ConnectionKind<C = unknown, S = unknown> {
  kind: string;
  title: string;
  /** One sentence: what it reads, and the smallest permission that it needs. */
  about: string;
  group: 'files' | 'api';
  fields: readonly Field[];
  config: z.ZodType<C>;
  secret: z.ZodType<S>;
  /** Reaches the other side with what was configured. Returns one sentence of what it saw; throws a ConnectionFailure. */
  test(opened: Opened<C, S>): Promise<string>;
  /** What the other side has for these days, oldest first, the newest version of each. Reads listings and manifests, never the bills. */
  deliveries(opened: Opened<C, S>, window: Window): AsyncIterable<Delivery>;
  /**
   * Brings the files of a delivery into `folder`, under names of its own that hold no path, and returns those names in order. A file that is there
   * complete from an earlier try is not fetched again. `note` is told what is being done. Throws a ConnectionFailure.
   */
  fetch(opened: Opened<C, S>, delivery: Delivery, folder: string, note: (doing: string) => void): Promise<string[]>;
}

/** Longest pause between two tries of one pull. */
export const LONGEST_PAUSE_MS = 60_000;

/** The other side refused, or was not there. `isFinal`: only a person can mend it (a wrong key, a missing bucket), trying again cannot. */
export class ConnectionFailure extends Error {
  constructor(
    message: string,
    readonly isFinal = false,
    /** How long the other side wants to be left alone; null where it does not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = 'ConnectionFailure';
  }

  /** Asked to wait for longer than anybody stands at a door: the pull ends, and the next one comes then. */
  get isForLater(): boolean {
    return (this.retryAfterMs ?? 0) > LONGEST_PAUSE_MS;
  }
}

export const defineConnection = <C, S>(kind: ConnectionKind<C, S>): ConnectionKind<C, S> => kind;
