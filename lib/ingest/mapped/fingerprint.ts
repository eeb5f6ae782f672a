import { createHash } from 'node:crypto';
import type { ColumnMapping } from '../../core/imports/column-mapping';
import { sameHeading } from '../../core/imports/headings';

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Files with the same headings are of one kind, in whatever order these stand. */
export const fingerprintOf = (headings: readonly string[]): string => hash(headings.map(sameHeading).sort());

/** Tells one state of a mapping from another. */
export const digestOf = (mapping: ColumnMapping): string => hash(mapping).slice(0, 32);
