/** How many of each an organisation may have. */
export const most = {
  dimensions: 12,
  rules: 500,
  conditions: 10,
  values: 500,
  mapped: 1_000,
  pools: 50,
  placements: 5_000,
  synonyms: 50,
} as const;

/** Days of an allocation without a beginning or an end. */
export const ALWAYS_FROM = '1900-01-01';
export const ALWAYS_TO = '9999-12-31';
