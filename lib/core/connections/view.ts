import type { Wanted } from './plan';
import type { Schedule } from './schedule';
import type { ConnectionState } from './state';

// Connections as pages and machines see them; nothing secret is in here. Moments and days are text.

/** What a kind asks for. What is secret is written once and shown to nobody. */
export interface FieldView {
  name: string;
  label: string;
  hint: string;
  isSecret: boolean;
  isRequired: boolean;
  isLong?: boolean;
  options?: readonly { value: string; label: string }[];
}

/** A kind of place that bills come from, as its form needs it. */
export interface KindView {
  kind: string;
  title: string;
  about: string;
  group: 'files' | 'api';
  fields: readonly FieldView[];
}

/** What a test has seen, or what is wrong. */
export interface TestAnswer {
  ok: boolean;
  answer: string;
}

export interface ConnectionRow {
  id: number;
  name: string;
  kind: string;
  /** What the kind is called. */
  title: string;
  schedule: Schedule;
  /** "daily at 06:00 UTC". */
  scheduleWords: string;
  /** First day that is wanted. */
  from: string;
  enabled: boolean;
  hashPersons: boolean;
  state: ConnectionState;
  /** What is being done, while it is pulled. */
  doing: string | null;
  lastGoodAt: string | null;
  /** Null while it is pulled. */
  nextAt: string | null;
  /** What of it stands in the ledger. */
  rows: string;
  months: number;
  /** The day after the last one it brought. */
  completeTo: string | null;
}

export interface RunRow {
  id: string;
  trigger: 'schedule' | 'person' | 'backfill';
  status: 'running' | 'good' | 'partly' | 'failed' | 'interrupted';
  found: number;
  loaded: number;
  unchanged: number;
  waiting: number;
  refused: number;
  note: string | null;
  startedByName: string;
  startedAt: string;
  finishedAt: string | null;
}

export interface DeliveryRow {
  id: string;
  title: string;
  period: string | null;
  status: 'waiting' | 'loaded' | 'unchanged' | 'refused' | 'failed';
  reason: string | null;
  importId: number | null;
  at: string;
}

export interface ConnectionDetail extends ConnectionRow {
  /** What was configured; empty for those who may not change it. */
  config: Record<string, unknown>;
  /** The same in the words of its form. */
  said: { label: string; value: string }[];
  wanted: Wanted | null;
  createdByName: string;
  createdAt: string;
  runs: RunRow[];
  deliveries: DeliveryRow[];
}
