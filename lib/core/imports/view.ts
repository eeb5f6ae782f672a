import type { Finding, ImportResult } from './result';

/** An import as pages and machines see it; no paths of this machine. */
export interface ImportView {
  id: number;
  fileName: string;
  bytes: number;
  status: 'uploaded' | 'queued' | 'running' | 'done' | 'refused' | 'interrupted';
  phase: string | null;
  /** Rows done in this phase, and of how many. */
  progress: { done: number; total: number } | null;
  reason: string | null;
  /** What a person has said about the file, kept with it. */
  choices: Readonly<Record<string, string>>;
  finding: Finding | null;
  result: ImportResult | null;
  createdByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  hasRejects: boolean;
}
