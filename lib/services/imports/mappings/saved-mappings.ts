import { ColumnMapping } from '../../../core/imports/column-mapping';
import type { ImportResult } from '../../../core/imports/result';
import { findMapping, findMappingFor } from '../../../db/records/column-mappings';
import { digestOf, fingerprintOf } from '../../../ingest/mapped/fingerprint';
import type { Recall } from '../../../ingest/mapped/recall';
import type { Recognition } from '../../../ingest/pipeline';
import type { Choices } from '../../../ingest/providers/provider';
import { Refusal } from '../../../ingest/refusal';
import type { FileChoices } from '../choices';

/** What was said about a file, the number of a mapping looked up among those of this organisation. Throws a Refusal where there is none. */
export async function withMapping(organization: number, { mapping, ...others }: FileChoices): Promise<Choices> {
  if (typeof mapping !== 'number') return { ...others, mapping };
  const found = await findMapping(organization, mapping);
  if (!found) throw new Refusal(`There is no mapping ${mapping}. It may have been deleted; choose another one or take it back.`);
  return { ...others, mapping: ColumnMapping.parse(found.mapping) };
}

/** The mapping that is saved for the headings of a file. */
export const recallFor =
  (organization: number): Recall =>
  async (fingerprint) => {
    const found = await findMappingFor(organization, fingerprint);
    return found ? ColumnMapping.parse(found.mapping) : null;
  };

type ReadBy = ImportResult['mapping'];

/** How a file was read, to be kept with what became of it. */
export function readByOf({ mapping, members }: Recognition): { mapping?: NonNullable<ReadBy> } {
  if (!mapping) return {};
  return { mapping: { name: mapping.name, fingerprint: fingerprintOf(members[0]?.readable.written ?? []), digest: digestOf(mapping) } };
}

/** Would these bytes be read today as they were then? A mapping that was changed, deleted or saved since makes them another bill. */
export async function isReadAlike(organization: number, choices: Pick<Choices, 'mapping'>, before: ReadBy): Promise<boolean> {
  if (!before) return !choices.mapping;
  const now = choices.mapping ?? (await recallFor(organization)(before.fingerprint));
  return now !== null && digestOf(now) === before.digest;
}
