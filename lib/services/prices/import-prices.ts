import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { PlannedChange } from '../../core/plan';
import { readPrices } from '../../core/pricing/read-prices';
import { namingOf } from './naming';
import { writeCards } from './write-cards';

interface Options {
  /** Only says what would be done. */
  dryRun?: boolean;
  /** Withdraws the own prices that the file does not have. */
  prune?: boolean;
  /** The prices that no token costs are meant. */
  confirmScale?: boolean;
}

/** Makes own prices what a CSV or JSON file says, whole or not at all. The same file again changes nothing. */
export async function importPrices(actor: Actor, file: { name: string; text: string }, options: Options = {}): Promise<PlannedChange[]> {
  requirePermission(actor, 'prices:write');
  const { cards, offScale } = readPrices(file.text, file.name, namingOf);
  if (offScale.length && !options.confirmScale)
    throw new AppError(
      'invalid',
      `${file.name}: a token hardly costs this: ${offScale.slice(0, 5).join('; ')}${offScale.length > 5 ? `; and ${offScale.length - 5} more` : ''}. ` +
        'Is the unit in "per" right? If it is, say --confirm-scale.',
      { offScale: offScale.length },
    );
  const { plan } = await writeCards(actor, cards, { note: `from ${file.name}`, dryRun: options.dryRun, prune: options.prune });
  return plan;
}
