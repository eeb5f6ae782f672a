import type { UsageEvent } from '../../core/usage/event';

/** Something of an item that cannot be believed: which field, and what to do. */
export class BadEvent extends Error {
  constructor(
    readonly column: string | null,
    reason: string,
  ) {
    super(reason);
    this.name = 'BadEvent';
  }
}

/** What a person says of a file that does not say it itself. */
export interface EventChoices {
  format?: string | undefined;
  channel?: string | undefined;
  model?: string | undefined;
  account?: string | undefined;
  taskType?: string | undefined;
  team?: string | undefined;
  /** First day of a trace that counts seconds from an unnamed start. */
  startDate?: string | undefined;
  /** People's names and e-mail addresses: hashed unless said otherwise. */
  people?: 'hash' | 'keep' | 'drop' | undefined;
}

/** What came of one item. `skipped` are parts that are context and no usage: parents, tools, empty buckets. */
export interface ReadItem {
  events: UsageEvent[];
  skipped: number;
  /** Things counted that are no tokens: requests, images, searches. */
  quantities?: Record<string, number>;
}

/** How one source writes usage. Pure: one item in, events out; throws BadEvent for an item that cannot be read. */
export interface EventFormat {
  id: string;
  title: string;
  /** Is this item, the first of a file or any of a stream, of this format? */
  recognise(item: Fields, isCsv: boolean): boolean;
  read(item: Fields, choices: EventChoices): ReadItem;
}

/** A JSON object or a CSV record: nothing is believed of it. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
