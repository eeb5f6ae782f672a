import fs from 'node:fs';
import { type Command, Option } from 'commander';
import type { Actor } from '../core/access/actor';
import { AppError } from '../core/app-error';
import { Schedule } from '../core/connections/schedule';
import type { ConnectionDetail, ConnectionRow } from '../core/connections/view';
import { listKinds } from '../services/connections/kinds';
import { connectionNamed, listConnections } from '../services/connections/list-connections';
import { createConnection } from '../services/connections/manage-connections';
import { pullNow } from '../services/connections/pull-due';
import { testConnection } from '../services/connections/test-connection';
import { operatorOf } from '../services/identity/operator';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');
const several = (value: string, before: string[] = []) => [...before, value];
const lines = (rows: readonly object[]) => rows.map((r) => JSON.stringify(r)).join('\n');

/** `connections kinds`, `list`, `add`, `test`, `pull`. */
export function addConnectionCommands(program: Command): void {
  const connections = program.command('connections').description('bills that come by themselves');
  connections
    .command('kinds')
    .description('what can be connected, and what each kind asks for')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const kinds = listKinds(await operatorOf(o.org));
      console.log(o.json ? lines(kinds) : kinds.map(kindText).join('\n\n'));
    });

  connections
    .command('list')
    .description('what is connected, and how it does')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const rows = await listConnections(await operatorOf(o.org), new Date());
      console.log(o.json ? lines(rows) : printTable(rows.map(brief)));
    });

  connections
    .command('add <kind>')
    .description('set a connection up; its first pull begins at once where Headroom runs')
    .requiredOption('--name <name>', 'what it is called, and the source in Headroom')
    .option('--set <key=value>', 'one field of its kind; may be said several times', several)
    .option('--secret <key=@file>', 'one secret, out of a file or, as key=env:NAME, out of the environment; never typed here', several)
    .option('--from <day>', 'the first day that is wanted; a year of whole months when left out')
    .addOption(new Option('--every <often>', 'how often it is pulled').choices(['hour', '6-hours', 'day']).default('day'))
    .option('--hour <hour>', 'the hour, UTC, of a daily pull', '6')
    .option('--hash-persons', 'replace names and e-mail addresses of people by their hash')
    .addOption(org())
    .addOption(json())
    .action(async (kind: string, o) => {
      const schedule = Schedule.safeParse(o.every === 'day' ? { every: 'day', hour: Number(o.hour) } : { every: o.every });
      if (!schedule.success) throw new AppError('invalid', `"${o.hour}" is no hour from 0 to 23.`);
      const input = {
        ...{ kind, name: o.name, schedule: schedule.data, hashPersons: o.hashPersons === true },
        config: Object.fromEntries((o.set ?? []).map(pair)),
        secret: Object.fromEntries((o.secret ?? []).map(pair).map(([key, where]: [string, string]) => [key, secretAt(key, where)])),
        ...(o.from && { from: o.from }),
      };
      const { id } = await createConnection(await operatorOf(o.org, 'My organisation'), input, new Date());
      console.log(
        o.json ? JSON.stringify({ id, name: o.name }) : `${o.name} is set up. Try it with: headroom connections test "${o.name}"`,
      );
    });

  connections
    .command('test <name>')
    .description('reach the other side as a pull would, and bring nothing')
    .addOption(org())
    .addOption(json())
    .action(async (name: string, o) => {
      const { actor, id } = await named(name, o.org);
      const answer = await testConnection(actor, id);
      console.log(o.json ? JSON.stringify(answer) : answer.answer);
      process.exitCode = answer.ok ? 0 : 1;
    });

  connections
    .command('pull <name>')
    .description('bring what is new, now; interrupted with Ctrl-C it goes on with the next pull')
    .option('--from <day>', 'read everything since this day once more')
    .addOption(org())
    .addOption(json())
    .action(async (name: string, o) => {
      const { actor, id } = await named(name, o.org);
      const stop = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
      const found = await pullNow(actor, id, { from: o.from, signal: stop.signal });
      console.log(o.json ? JSON.stringify(found) : pullText(found));
      process.exitCode = found.runs[0]?.status === 'good' ? 0 : 1;
    });
}

async function named(name: string, organization: string | undefined): Promise<{ actor: Actor; id: number }> {
  const actor = await operatorOf(organization);
  return { actor, id: await connectionNamed(actor, name) };
}

const brief = (c: ConnectionRow) => ({
  ...{ connection: c.name, kind: c.kind, state: c.state.health, schedule: c.scheduleWords },
  ...{ 'last good': c.lastGoodAt?.slice(0, 16) ?? null, next: c.nextAt?.slice(0, 16) ?? null, months: c.months, rows: c.rows },
  words: c.state.words,
});

function kindText({ kind, title, about, fields }: ReturnType<typeof listKinds>[number]): string {
  const rows = fields.map(
    (f) =>
      `  ${f.isSecret ? '--secret' : '--set   '} ${f.name}${f.isRequired ? '' : ' (optional)'}: ${f.label}${f.hint ? `. ${f.hint}` : ''}`,
  );
  return [`${kind}: ${title}`, `  ${about}`, ...rows].join('\n');
}

function pullText({ name, state, runs, deliveries }: ConnectionDetail): string {
  const [run] = runs;
  if (!run) return `${name}: ${state.words}`;
  const bad = deliveries.filter((d) => d.status !== 'loaded' && d.status !== 'unchanged');
  return [
    `${name}: ${run.status}. ${run.found} found, ${run.loaded} loaded, ${run.unchanged} unchanged, ${run.waiting} waiting, ${run.refused} refused`,
    ...(run.note ? [`  ${run.note}`] : []),
    ...bad.map((d) => `  ${d.title}: ${d.status}. ${d.reason ?? ''}`),
  ].join('\n');
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('invalid', 'Say a field as key=value.');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A secret is never an argument: every process of the machine can read those. */
function secretAt(key: string, where: string): string {
  if (where.startsWith('@')) {
    try {
      return fs.readFileSync(where.slice(1), 'utf8').trim();
    } catch {
      throw new AppError('invalid', `The file of the secret "${key}" cannot be read: ${where.slice(1)}.`);
    }
  }
  const name = where.startsWith('env:') ? where.slice(4) : null;
  const value = name === null ? undefined : process.env[name];
  if (value) return value;
  throw new AppError(
    'invalid',
    name === null
      ? `Say where the secret "${key}" is: ${key}=@file or ${key}=env:NAME.`
      : `There is nothing in the environment under ${name}.`,
  );
}
