import { AppError } from '../../core/app-error';
import { keyedDimension } from '../../core/explore/dimensions';
import { type ExploreQuery, groupedBy } from '../../core/explore/explore-query';
import { nearWord } from '../../core/text/near-word';
import { keyedWords } from '../../db/columnar/keyed-words';
import { withConnection } from '../../db/columnar/store';
import { allocatedDimensions } from '../../db/queries/allocations';
import { type copyOf, onCopy } from './engine';

/**
 * Refuses a tag that no charge of the ledger carries and an allocation that there is not: every charge would be without it, and a slip of the pen would be
 * taken for that answer. Throws `invalid` with the word as its field.
 */
export async function requireKnownKeys(
  organization: number,
  query: Pick<ExploreQuery, 'by' | 'by2' | 'f'>,
  copy?: ReturnType<typeof copyOf>,
): Promise<void> {
  const words = [...new Set([...groupedBy(query), ...query.f.map((f) => f.dimension)])];
  const asked = words.flatMap((word) => keyedDimension(word) ?? []);
  if (asked.length === 0) return;
  const keysOf = (kind: 'tag' | 'allocation') => asked.filter((a) => a.kind === kind).map((a) => a.key);
  const [tags, allocations] = [keysOf('tag'), keysOf('allocation')];
  const known = new Set([
    ...(tags.length ? await onCopy(organization, async (store) => store.held?.tags ?? [], undefined, copy) : []).map((key) => `tag:${key}`),
    ...(allocations.length ? await allocatedDimensions(organization) : []).map((key) => `allocation:${key}`),
  ]);
  const missing = asked.find(({ kind, key }) => !known.has(`${kind}:${key}`));
  if (!missing) return;
  const { kind, key } = missing;
  const there = await onCopy(organization, (store) => withConnection(store, keyedWords));
  const near = nearWord(key, kind === 'tag' ? there.tags : there.allocations);
  const what = kind === 'tag' ? `No charge carries the tag "${key}".` : `There is no allocation "${key}".`;
  const message = `${what}${near === null ? '' : ` Did you mean ${kind}:${near}?`}`;
  throw new AppError('invalid', message, { issues: [{ field: `${kind}:${key}`, message }] });
}
