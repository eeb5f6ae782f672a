import type { FocusColumn } from '../../core/focus/columns';
import type { ColumnMapping } from '../../core/imports/column-mapping';
import type { Columns, DateOrder, Expression } from '../duckdb/expressions';

/** FOCUS on the left, the file on the right. Every column has to be said: what a source lacks is `absent`. */
export type FocusMapping = Record<FocusColumn, Expression>;

export type Dataset = 'cost' | 'actual' | 'amortized' | 'usage' | 'contract';

/** What a person may have to say because the file does not. */
export interface Choices {
  currency?: string | undefined;
  /** The billing account of rows that name none: two organisations of one provider are told apart by it. */
  account?: string | undefined;
  dateOrder?: Exclude<DateOrder, 'iso'> | undefined;
  dataset?: Dataset | undefined;
  /** The format's id, when the guess was wrong. */
  format?: string | undefined;
  /** Whether e-mail addresses and names of people are replaced by their hash. */
  people?: 'hash' | undefined;
  /** How a person says its columns are to be read, whatever the file is recognised as. */
  mapping?: ColumnMapping | undefined;
}

/** The names of a file's columns as they are written, and folded for comparison. */
export interface Header {
  written: readonly string[];
  has(folded: string): boolean;
}

export interface Recognised {
  /** 0 … 1: how much of the header speaks for this format; the highest wins. */
  score: number;
  version: string | null;
  /** What told us, in words. */
  because: string;
}

/** A second look at the whole file, for what the header cannot tell: how days are written, which dataset it is. */
export interface Inspection {
  /** A DuckDB select list over the file. */
  select: (columns: Columns) => string;
  settle: (answer: Record<string, string | number | boolean | null>) => { dataset?: Dataset; dateOrder?: DateOrder; ambiguous?: string };
}

export interface Format {
  id: string;
  /** azure, aws, openai, focus: the folder it lives in. */
  provider: string;
  title: string;
  dataset: Dataset;
  replaces: 'period' | 'day';
  recognise(header: Header): Recognised | null;
  /** Folded names without which nothing can be loaded, each with what may stand in for it. */
  needs: readonly (readonly string[])[];
  mapping: FocusMapping;
  /** Who sends the bill, where the rows say it in columns of their own. */
  issuer?: Expression;
  /** Rows that say nothing: empty buckets, negations folded into their usage. */
  skip?: Expression;
  inspect?: Inspection;
  /** Where a mapping depends on the dataset that `inspect` found. */
  mappingFor?: (dataset: Dataset) => FocusMapping;
}
