import type { ColumnMapping } from '../../core/imports/column-mapping';
import { type Detected, detect } from '../detect';
import type { Choices } from '../providers/provider';
import type { Readable } from '../read';
import { Refusal } from '../refusal';
import { fingerprintOf } from './fingerprint';
import { mappedFormat, requireColumns } from './format';

/** The mapping that is kept for files with these headings, if there is one. */
export type Recall = (fingerprint: string) => Promise<ColumnMapping | null>;

export interface Known extends Detected {
  /** Set where the columns are read as a person said. */
  mapping?: ColumnMapping;
}

/**
 * Whose file is it? A mapping that was chosen comes first, then the formats that are known here, then a mapping that was kept for these
 * headings: what we know is never shadowed by what was saved.
 */
export async function whose(r: Readable, choices: Choices, recall: Recall | undefined): Promise<Known> {
  if (choices.mapping) return mapped(r, choices.mapping, 'its columns were mapped by hand');
  try {
    if (r.strange && !choices.format) throw r.strange;
    return detect(r.member.name, r.written, choices.format);
  } catch (e) {
    if (!(e instanceof Refusal) || choices.format) throw e;
    const kept = await recall?.(fingerprintOf(r.written));
    if (kept) return mapped(r, kept, `it has the columns of your mapping "${kept.name}"`);
    throw e;
  }
}

function mapped(r: Readable, mapping: ColumnMapping, because: string): Known {
  requireColumns(r.member.name, r.written, mapping, r.recordColumn !== null);
  return { format: mappedFormat(mapping, r.written), score: 1, version: null, because, mapping };
}
