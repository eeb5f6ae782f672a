import { canonicalModel } from '../../ingest/enrich/canonical-model';
import { lookUpModel } from '../../ingest/enrich/catalogue';

/** A model as the ledger and the events call it, with its vendor where it is known. */
export function namingOf(text: string): { model: string; vendor: string | null } {
  const model = canonicalModel(text) ?? text.trim().toLowerCase();
  return { model, vendor: lookUpModel(model)?.vendor ?? null };
}
