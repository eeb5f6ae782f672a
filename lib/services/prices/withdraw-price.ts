import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { cardName, ratesInWords } from '../../core/pricing/own-price';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { withdrawPriceCards } from '../../db/records/price-cards';

/** Takes an own price back. Usage that was priced with it keeps its price until it is priced anew. */
export async function withdrawPrice(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'prices:write');
  await prisma().$transaction(async (tx) => {
    const [card] = await withdrawPriceCards(tx, actor.organizationId, [id]);
    if (!card) throw new AppError('not_found', 'There is no such price, or it was withdrawn before.');
    await recordAudit(tx, actor, { action: 'price.withdrawn', subject: cardName(card), details: { before: ratesInWords(card) } });
  });
}
