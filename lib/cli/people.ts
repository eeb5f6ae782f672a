import { type Command, Option } from 'commander';
import { AppError } from '../core/app-error';
import { makeResetLink, setPassword, unlockAccount } from '../services/operator/accounts';
import { getOrganizations, makeOrganization } from '../services/operator/organizations';
import { printTable } from './print';

const json = () => new Option('--json', 'print JSON');
const minute = (at: string | Date) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** `unlock`, `reset-password`, `organizations`, `organizations create`. */
export function addPeopleCommands(program: Command): void {
  program
    .command('unlock <email>')
    .description('let somebody try to sign in again at once')
    .action(async (email: string) => {
      const forgiven = await unlockAccount(email);
      console.log(forgiven ? `${email} can sign in again at once.` : `${email} was not held up by anything.`);
    });

  program
    .command('reset-password <email>')
    .description('take a password away, end all its sessions, and print a link for a new one')
    .option('--stdin', 'read the new password from standard input instead of making a link')
    .action(async (email: string, o) => {
      if (o.stdin) {
        await setPassword(email, await readLine('New password: '));
        console.log(`${email} has a new password; all sessions were ended.`);
        return;
      }
      const { link, expiresAt } = await makeResetLink(email);
      console.log(
        `${email} is signed out everywhere, and the password of before no longer works.\nA new one is set at\n\n  ${link}\n\nThe link works once, until ${minute(expiresAt)}. It is shown only now.${unless(link)}`,
      );
    });

  const organizations = program
    .command('organizations')
    .description('which organisations there are')
    .addOption(json())
    .action(async (o) => {
      const rows = await getOrganizations();
      console.log(
        o.json
          ? rows.map((r) => JSON.stringify(r)).join('\n')
          : printTable(rows.map(({ slug, name, members, createdAt }) => ({ slug, name, members, created: createdAt.slice(0, 10) }))),
      );
    });
  organizations
    .command('create <name>')
    .description('make a further organisation')
    .requiredOption('--admin <email>', 'who administers it: an account that is there, or somebody to invite')
    .addOption(json())
    .action(async (name: string, { admin }, command: Command) => {
      const made = await makeOrganization({ name, admin });
      if (command.optsWithGlobals().json) return console.log(JSON.stringify(made));
      const who = made.link
        ? `${made.admin} becomes its administrator at\n\n  ${made.link}\n\nThe link works once, for seven days. It is shown only now.${unless(made.link)}`
        : `${made.admin} is its administrator and finds it in the menu.`;
      console.log(`${made.name} is there (${made.slug}). ${who}`);
    });
}

/** The terminal knows the site's address only while the server runs, or when it is set. */
const unless = (link: string): string =>
  link.startsWith('/') ? '\nPut the address of your Headroom before it; NEXTAUTH_URL would have said it.' : '';

/** One line of standard input. A terminal is asked, and does not show what is typed. */
async function readLine(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    let text = '';
    for await (const chunk of stdin.setEncoding('utf8')) {
      text += chunk;
      if (text.length > 4096) throw new AppError('invalid', 'That is too long for a password.');
    }
    return text.replace(/\r?\n[\s\S]*$/, '');
  }
  stderr.write(question);
  stdin.setRawMode(true);
  let typed = '';
  try {
    for await (const chunk of stdin.setEncoding('utf8'))
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n') return typed;
        if (key === '\u0003' || key === '\u0004') throw new AppError('invalid', 'Nothing was changed.');
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
