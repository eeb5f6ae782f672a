import { type FocusCells, focusHeader, focusRow } from '../imports/focus.fixture';

const wideColumns = [
  'ChargeClass',
  'CommitmentDiscountId',
  'CommitmentDiscountStatus',
  'ListCost',
  'ContractedCost',
  'ConsumedQuantity',
  'ConsumedUnit',
] as const;

/** A FOCUS file with the columns that tell refunds, commitments, prices and quantities; what is not said of them is empty. */
export type WideCells = FocusCells & Partial<Record<(typeof wideColumns)[number], string>>;
export const wideFile = (rows: readonly WideCells[]): string =>
  [[focusHeader, ...wideColumns].join(','), ...rows.map((cells) => [focusRow(cells), ...wideColumns.map((c) => cells[c] ?? '')].join(','))]
    .map((line) => `${line}\n`)
    .join('');
