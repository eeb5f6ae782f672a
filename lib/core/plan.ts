/** What applying a file does, or would do, to one record. */
export interface PlannedChange {
  action: 'create' | 'change' | 'unchanged' | 'delete';
  name: string;
  /** Fields that differ. */
  fields: string[];
  /** What it says and hardly means. */
  warnings?: string[];
}
