/** What one JSON object of a file says, as rows of named cells. */
export interface DocumentRows {
  /** Columns that belong to such a document even when no row fills them. */
  columns: readonly string[];
  /** How many records they stand for: one record may be several rows. */
  records: number;
  rows: { record: number; cells: Record<string, string | null> }[];
}
