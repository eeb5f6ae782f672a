import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import { ratesInWords } from '../core/pricing/own-price';
import { operatorOf } from '../services/identity/operator';
import { importPrices } from '../services/prices/import-prices';
import { listPrices } from '../services/prices/list-prices';
import { repricePast } from '../services/prices/reprice-past';
import { withdrawPrice } from '../services/prices/withdraw-price';
import { printPlan, readFile } from './agreements';
import { printTable } from './print';

const organization = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const asJson = () => new Option('--json', 'print JSON');

/** `prices list`, `prices import`, `prices reprice`, `prices withdraw`. */
export function addPriceCommands(program: Command, org: () => Option = organization, json: () => Option = asJson): void {
  const prices = program.command('prices').description('what tokens cost: the list that comes with Headroom, and our own prices before it');
  prices
    .command('list')
    .description('prices per 1,000,000 tokens')
    .option('--model <model>', 'a model or a part of its name')
    .option('--channel <channel>', 'where it is bought: openai, azure, bedrock, …')
    .option('--tier <tier>', 'standard, batch, flex, priority, …')
    .option('--day <day>', 'those valid on this day')
    .option('--own', 'our own alone')
    .option('--limit <count>', 'how many at most', '500')
    .addOption(org())
    .addOption(json())
    .action(async ({ org: organisation, json: isJson, own, ...query }) => {
      const { prices: rows, total } = await listPrices(await operatorOf(organisation), { ...query, ...(own && { own: 'true' }) });
      if (isJson) console.log(rows.map((r) => JSON.stringify(r)).join('\n'));
      else {
        const shown = rows.map((r) => ({
          price: r.id ?? 'list',
          model: r.model,
          channel: r.channel,
          where: [r.deployment, r.region].filter(Boolean).join(' '),
          tier: r.tier,
          from: r.validFrom,
          to: r.validTo,
          rates: ratesInWords(r),
          source: r.source,
        }));
        console.log(printTable(shown));
        if (total > rows.length) console.log(`${rows.length} of ${total}; say --limit for more.`);
      }
    });
  prices
    .command('import <file>')
    .description('make our own prices what a CSV or JSON file says; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .option('--dry-run', 'only say what would change')
    .option('--prune', 'withdraw own prices that the file does not have')
    .option('--confirm-scale', 'prices outside 0.001 to 1,000 per 1M tokens are meant')
    .action(async (file: string, o) => {
      const plan = await importPrices(await operatorOf(o.org, 'My organisation'), await readFile(file), o);
      console.log(o.json ? JSON.stringify(plan) : printPlan(plan, o.dryRun));
      if (!o.json && !o.dryRun && plan.some((p) => p.action !== 'unchanged'))
        console.log('Past use keeps the prices it has until `headroom prices reprice --from <day> --to <day> --apply`.');
    });
  prices
    .command('reprice')
    .description('price past use again with the prices of today: what would change, and with --apply it does')
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'the day after the last')
    .option('--apply', 'change it; the audit log keeps both sums')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const result = await repricePast(await operatorOf(o.org), o);
      if (o.json) console.log(JSON.stringify(result));
      else
        console.log(
          `${result.changed} events ${result.applied ? 'have' : 'would have'} another price.\n${result.rows.length ? printTable(result.rows.map((r) => ({ ...r, before: r.before ?? 'not priced', after: r.after ?? 'not priced', difference: r.difference ?? '' }))) : ''}`.trim(),
        );
    });
  prices
    .command('withdraw <price>')
    .description('take an own price back, by its number in `prices list --own`')
    .addOption(org())
    .action(async (price: string, o) => {
      if (!/^\d{1,9}$/.test(price)) throw new AppError('invalid', `"${price}" is no price's number. See \`headroom prices list --own\`.`);
      await withdrawPrice(await operatorOf(o.org), Number(price));
      console.log(`Price ${price} no longer counts.`);
    });
}
