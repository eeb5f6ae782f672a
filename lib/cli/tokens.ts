import { type Command, Option } from 'commander';
import { roles } from '../core/access/permissions';
import { AppError } from '../core/app-error';
import { operatorOf } from '../services/identity/operator';
import { createToken, listTokens, revokeToken } from '../services/tokens/manage-tokens';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');

/** `tokens create`, `tokens`, `tokens revoke`. */
export function addTokenCommands(program: Command): void {
  const tokens = program.command('tokens').description('keys for gateways and scripts');
  tokens
    .command('create <name>')
    .description('make a token; it is printed once and can never be read again')
    .addOption(new Option('--role <role>', 'what it may do').choices([...roles]).default('viewer'))
    .option('--days <days>', 'after how many days it expires', '90')
    .addOption(org())
    .action(async (name: string, o) => {
      const { token } = await createToken(await operatorOf(o.org), { name, role: o.role, days: o.days }, new Date());
      console.log(token);
    });
  tokens
    .command('list')
    .description('what tokens there are')
    .addOption(org())
    .action(async (o) => {
      const list = await listTokens(await operatorOf(o.org));
      console.log(
        printTable(
          list.map((t) => ({ ...t, state: t.revokedAt ? 'withdrawn' : t.expiresAt < new Date().toISOString() ? 'expired' : 'good' })),
        ),
      );
    });
  tokens
    .command('revoke <id>')
    .description('withdraw a token')
    .addOption(org())
    .action(async (id: string, o) => {
      if (!/^\d{1,9}$/.test(id)) throw new AppError('invalid', `"${id}" is no token's number. See \`headroom tokens list\`.`);
      await revokeToken(await operatorOf(o.org), Number(id));
      console.log(`Token ${id} opens nothing any more.`);
    });
}
