import { listPrices } from '../../core/pricing/book/list-prices';
import { PriceBook } from '../../core/pricing/price-book';
import { listPriceCards, priceCardsVersion } from '../../db/records/price-cards';

const kept = new Map<number, { version: string; book: PriceBook }>();
const keptBooks = 200;
let lists: PriceBook | null = null;

/** The book of list prices alone. */
function listBook(): PriceBook {
  lists ??= new PriceBook(listPrices());
  return lists;
}

/**
 * The prices of an organisation: its own before the list's. Kept in memory, and asked for anew when any process has set or withdrawn a price
 * since; ask once for a batch of events and not for each.
 */
export async function loadPriceBook(organizationId: number): Promise<PriceBook> {
  const version = await priceCardsVersion(organizationId);
  const there = kept.get(organizationId);
  if (there?.version === version) return there.book;
  const own = await listPriceCards(organizationId);
  const book = own.length ? new PriceBook([...listPrices(), ...own.map((s) => s.card)]) : listBook();
  if (kept.size >= keptBooks) kept.clear();
  kept.set(organizationId, { version, book });
  return book;
}
