/** What amounts are told apart in, being never added up. */
export interface Kind {
  currency: string;
  unit: string | null;
}

/** What a group is called; groups of several kinds share a `name`. */
export interface GroupName {
  name: number;
  /** Place in `kinds`. */
  kind: number;
  values: (string | null)[];
}

/** The groups of a question by number. */
export interface Numbered {
  /** An allocation makes a value hold for some days only. */
  dated: boolean;
  /** ` join … m` for facts `f`: each row gets the number of its group, `m.code`, and its kind, `m.kind`; rows of profiles that were not asked for fall out. */
  join: string;
  /** The table that says what `code` is called: name, kind, g0, g1 … */
  named: string;
  kinds: readonly Kind[];
  /** How many groups there are. */
  count: number;
  /** By number, where they are few enough to be told whole. */
  names: ReadonlyMap<number, GroupName> | null;
}

export interface KeptNumbers {
  /** Of the ledger and its allocation (`Held`). */
  version: string;
  table: string;
  made: Promise<Numbered>;
  users: number;
}

/** The numbers that a copy keeps. */
export interface Numbers {
  /** In the order in which they were asked last. */
  kept: Map<string, KeptNumbers>;
  /** Ends when the tables in memory are nobody's turn: DuckDB refuses two who make or drop tables of one database at the same time. */
  turn: Promise<unknown>;
}
