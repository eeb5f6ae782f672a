/** What a region is called whose part of the world alone is known: `us`, `eu`, `apac`; `us-gov` stands apart. */
const zones: readonly (readonly [RegExp, string])[] = [
  [/^us-?gov|^usgov/, 'us-gov'],
  [/^(?:us|eu|apac|jp|au|ca|sa|in|uk|me|af)$/, '$0'],
  // AWS and Google
  [/^us-/, 'us'],
  [/^(?:eu|europe)-/, 'eu'],
  [/^(?:ap|asia|australia)-/, 'apac'],
  [/^(?:ca|northamerica)-/, 'ca'],
  [/^(?:sa|southamerica)-/, 'sa'],
  [/^(?:me|il)-/, 'me'],
  [/^(?:af|africa)-/, 'af'],
  // Azure
  [/^(?:(?:east|west|central|northcentral|southcentral|westcentral)us\d?)$/, 'us'],
  [/^(?:(?:west|north)europe|france|germany|sweden|italy|spain|poland|austria|belgium|denmark|finland|greece)/, 'eu'],
  [/^(?:australia|japan|korea|(?:south)?eastasia|(?:central|south|west)india|indonesia|malaysia|newzealand|taiwan)/, 'apac'],
  [/^canada/, 'ca'],
  [/^(?:brazil|chile)/, 'sa'],
];

/** The part of the world a region lies in, as geographic prices name it; null where the region says nothing of the kind. */
export function zoneOf(region: string | null): string | null {
  if (region === null) return null;
  const name = region.toLowerCase();
  for (const [pattern, zone] of zones) if (pattern.test(name)) return zone === '$0' ? name : zone;
  return null;
}
