/**
 * The tags of a charge as they stand in its bill: keys with their values, in order, empty values left out. Takes JSON objects, Google's list of
 * key and value, and Azure's objects without outer braces; what cannot be read has no tags.
 */
export function tagEntries(tagsJson: string | null): [key: string, value: string][] {
  return entriesOf(parse(tagsJson)).flatMap(([key, value]): [string, string][] => {
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    return text === '' ? [] : [[key.trim(), text]];
  });
}

function parse(tagsJson: string | null): unknown {
  const text = tagsJson?.trim() ?? '';
  if (text === '') return null;
  try {
    // Some Azure versions leave the outer braces away (azure §3).
    return JSON.parse(text.startsWith('"') ? `{${text}}` : text);
  } catch {
    return null;
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(pairOf);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Google delivers labels as a list of key and value. */
function pairOf(item: unknown): [string, unknown][] {
  if (typeof item !== 'object' || item === null) return [];
  const pair = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  const key = pair.get('key');
  return typeof key === 'string' ? [[key, pair.get('value')]] : [];
}
