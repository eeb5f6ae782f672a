/** A file that cannot be loaded, in one sentence for the person who brought it. An outcome, caught by the pipeline; not a bug. */
export class Refusal extends Error {
  /** What the file was recognised as, where it came that far. */
  recognisedAs?: { provider: string; title: string };
  /** Its bytes never became rows, so there are none to count. */
  isUnreadable = false;
  /** It is a table that nobody knows: a person can say what its columns are. */
  isMappable = false;

  constructor(
    message: string,
    /** What the person can say to make it loadable: the name of a choice. */
    readonly choice?: 'currency' | 'dateOrder' | 'format',
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
