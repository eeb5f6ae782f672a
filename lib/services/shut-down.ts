import { closePrisma } from '../db/client';
import { closeColumnarStores } from '../db/columnar/store';
import { closePool } from '../db/sql';

/** Lets go of the database, so that a command can end. */
export async function shutDown(): Promise<void> {
  await Promise.all([closePool(), closePrisma(), closeColumnarStores()]);
}
