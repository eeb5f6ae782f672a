import { name } from './session';

interface StructField {
  /** `service.id`, as a flattened export writes it. */
  written: string;
  sql: string;
  type: string;
}

/** The fields of a record in a Parquet file, and theirs: BigQuery exports keep the nesting that a CSV loses. */
export function fieldsOf(written: string, type: string, sql = name(written)): StructField[] {
  if (!type.startsWith('STRUCT(') || !type.endsWith(')')) return [];
  return parts(type.slice('STRUCT('.length, -1)).flatMap(({ field, type: own }) => {
    const found = { written: `${written}.${field}`, sql: `${sql}.${name(field)}`, type: own };
    return [found, ...fieldsOf(found.written, own, found.sql)];
  });
}

/** `id VARCHAR, "odd name" STRUCT(a INTEGER)` → its fields. */
function parts(inside: string): { field: string; type: string }[] {
  const found: string[] = [];
  let [depth, isQuoted, from] = [0, false, 0];
  for (let i = 0; i < inside.length; i++) {
    const char = inside[i];
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      found.push(inside.slice(from, i));
      from = i + 1;
    }
  }
  found.push(inside.slice(from));
  return found.flatMap((text) => {
    const match = /^\s*(?:"((?:[^"]|"")*)"|(\S+)) ([\s\S]+?)\s*$/.exec(text);
    return match ? [{ field: (match[1] ?? match[2] ?? '').replaceAll('""', '"'), type: match[3] ?? '' }] : [];
  });
}
