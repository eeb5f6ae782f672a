import type { ColumnMapping, ColumnRef, MappingDraft } from './column-mapping';
import type { CurrencyAmount } from './result';

/** A saved mapping, as it is listed. */
export interface MappingView {
  id: number;
  name: string;
  /** Stands for the headings of the files that it reads. */
  fingerprint: string;
  mapping: ColumnMapping;
  createdByName: string;
  changedByName: string;
  changedAt: string;
  mayChange: boolean;
}

/** A column of theirs with its first cells. */
export interface TheirColumn extends ColumnRef {
  /** As a page calls it: `"Amount"`, `column 7`. */
  label: string;
  /** Different ones, the first of them. */
  samples: string[];
}

export interface MappingProblem {
  line: number;
  /** Ours. */
  target: string;
  /** Theirs, where one column is behind it. */
  column: string | null;
  value: string | null;
  reason: string;
}

/** What a mapping makes of the first rows of a file; nothing of it is stored. */
export interface MappingPreview {
  file: string;
  /** What the file is by itself, where it is known here. */
  known: string | null;
  /** The mapping that is saved for these headings. */
  saved: { id: number; name: string } | null;
  columns: TheirColumn[];
  draft: MappingDraft;
  /** Why something was guessed, and what is asked because it was not. */
  reasons: Readonly<Record<string, string>>;
  open: Readonly<Record<string, string>>;
  /** What has to be said before anything can be read. */
  missing: string[];
  rows: { line: number; charge: Readonly<Record<string, string | null>>; problem: MappingProblem | null }[];
  /** Rows that were looked at, and those of them that would be kept. */
  checked: number;
  kept: number;
  problems: MappingProblem[];
  billed: CurrencyAmount[];
}
