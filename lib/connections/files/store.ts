import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ConnectionFailure } from '../types';

/** One file of the other side. `version` is another one whenever its content is: an ETag, a generation, a size and a time. */
export interface StoredObject {
  key: string;
  bytes: number;
  version: string;
  changedAt: Date;
  /** Why it cannot be read as it is, as a sentence. */
  trouble?: string;
}

/** A place that holds files. Its failures are ConnectionFailures, and it tries nothing twice: that is for who asks. */
export interface Store {
  /** What a person calls it: `the bucket acme-bills`. */
  place: string;
  /** Some of what lies under the configured folder, and how to go on. */
  page(after: string | null): Promise<{ objects: StoredObject[]; next: string | null }>;
  /** The bytes of an object from an offset on; `from` is 0 where the other side cannot begin in the middle. Throws `Changed` for another version. */
  read(object: StoredObject, from: number): Promise<{ body: Readable; from: number }>;
  close(): void;
}

/** About one delivery alone: asking again at once cannot help, and the others may go well. */
export class NotThisOne extends ConnectionFailure {}

/** What was listed is no more: the next listing tells what there is now. */
export class Changed extends NotThisOne {
  constructor(key: string) {
    super(`${key} was replaced or removed while it was being fetched. What is there now comes with the next pull.`);
  }
}

/** `bytes 100-199/200`: where an answer to a request for a range begins; 0 for an answer with everything. */
export const rangeStart = (contentRange: string | null | undefined): number => Number(/^bytes (\d+)-/.exec(contentRange ?? '')?.[1] ?? 0);

/** A body that ends well only if, at its end, its file is still the one that it began with. */
export function steady(body: Readable, isSame: () => Promise<boolean>, key: string): Readable {
  const checked = new PassThrough({
    flush: (done) => {
      isSame().then((same) => done(same ? null : new Changed(key)), done);
    },
  });
  pipeline(body, checked, () => {}); // what breaks the body breaks what is read of it
  return checked;
}
