import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Big from 'big.js';
import { hashPassword, passwordMatches } from '../lib/auth/password';
import type { Actor } from '../lib/core/access/actor';
import { type Role, roles } from '../lib/core/access/permissions';
import type { ImportResult } from '../lib/core/imports/result';
import { addMonths } from '../lib/core/time/days';
import { prisma } from '../lib/db/client';
import { recordAudit } from '../lib/db/records/audit';
import { insertMember } from '../lib/db/records/members';
import { findCredentials, insertUser } from '../lib/db/records/users';
import { pool } from '../lib/db/sql';
import { env } from '../lib/env';
import { applyAgreements } from '../lib/services/agreements/apply-agreements';
import { evaluate } from '../lib/services/alerts/evaluate';
import { applyAllocation } from '../lib/services/allocation/save';
import { closeStatements } from '../lib/services/allocation/statements';
import { applyBudgets } from '../lib/services/budgets/apply-budgets';
import { importEvents } from '../lib/services/events/import-events';
import { refreshUsage } from '../lib/services/events/refresh-usage';
import { createOrganization } from '../lib/services/identity/create-organization';
import { importPath } from '../lib/services/imports/import-path';
import { getReconciliation } from '../lib/services/invoices/get-reconciliation';
import { importInvoices } from '../lib/services/invoices/manage-invoices';
import { importSeries } from '../lib/services/series/import-series';
import { shutDown } from '../lib/services/shut-down';
import { setUnitTarget } from '../lib/services/tasks/unit-targets';
import { agreementsYaml, budgetsYaml, illustrativeRevenue, partnerRevenue } from './sample/agreements';
import { allocationYaml } from './sample/allocation';
import { company } from './sample/company';
import { invoicesCsv } from './sample/invoices';
import type { SampleFile } from './sample/sample-file';
import { writeGatewayLogs, writeSampleFiles } from './sample/write-sample-files';

const loaded = 'sample.loaded';
const people: Record<Role, { email: string; name: string }> = {
  admin: { email: 'demo@headroom.example', name: 'Dana Okafor' },
  editor: { email: 'editor@headroom.example', name: 'Emil Larsen' },
  analyst: { email: 'analyst@headroom.example', name: 'Anita Rao' },
  viewer: { email: 'viewer@headroom.example', name: 'Victor Lehmann' },
};

/** The sample organisation, its people and its bills, through the doors that everybody's bills take. Run again, it adds only what is missing. */
async function seed(): Promise<void> {
  const organization = await sampleOrganization();
  await addPeople(organization.id, fs.readFileSync(path.join(env().HEADROOM_HOME, 'demo-password'), 'utf8').trim());
  if (await prisma().auditEvent.findFirst({ where: { organizationId: organization.id, action: loaded } })) return;
  // The day of the first start stays the sample's today: after an interruption the files are the same to the last byte.
  const today = organization.createdAt.toISOString().slice(0, 10);
  const actor: Actor = {
    organizationId: organization.id,
    organizationName: organization.name,
    userId: null,
    name: people.admin.name,
    email: people.admin.email,
    role: 'admin',
  };
  const files = await writeSampleFiles(path.join(env().HEADROOM_HOME, 'sample'), { today });
  const done = await hashesDone(organization.id);
  const started = Date.now();
  let rows = 0;
  for (const [n, file] of files.entries()) {
    rows += file.rows;
    if (!done.has(createHash('sha256').update(fs.readFileSync(file.path)).digest('hex')))
      compare(file, await importPath(actor, file.path, {}, { isOneOfMany: true }));
    progress(n + 1, files.length, rows, started);
  }
  await addInvoices(actor, today);
  await addUse(actor, today);
  await addPlans(actor, today);
  await recordAudit(prisma(), actor, { action: loaded, subject: company.name, details: { files: files.length, rows, today } });
}

async function addInvoices(actor: Actor, today: string): Promise<void> {
  const text = invoicesCsv(await getReconciliation(actor, {}), today);
  await importInvoices(actor, { name: 'invoices.csv', text });
}

/** The gateway's log, calibrated to the bills that are there by now. */
async function addUse(actor: Actor, today: string): Promise<void> {
  for (const { path: file, events } of await writeGatewayLogs(path.join(env().HEADROOM_HOME, 'sample'), { today })) {
    const result = await importEvents(actor, file, {}, { refresh: false });
    if (result.outcome === 'refused' || result.accepted !== events)
      throw new Error(`${path.basename(file)}: ${result.reason ?? `${result.accepted} of ${events} events arrived`}`);
  }
  await refreshUsage(actor.organizationId);
  await setUnitTarget(actor, { taskType: 'support answer', amount: '0.85', currency: 'USD' });
}

/** Revenue, agreements, budgets and who owns what, through the doors that everybody's files take. */
async function addPlans(actor: Actor, today: string): Promise<void> {
  await importSeries(actor, 'partner-revenue', { name: 'partner-revenue.csv', text: partnerRevenue(today) });
  await importSeries(actor, 'openai-revenue-illustrative', { name: 'illustrative.csv', text: illustrativeRevenue(today) });
  await applyAgreements(actor, { name: 'agreements.yaml', text: agreementsYaml(today) });
  await applyBudgets(actor, { name: 'budgets.yaml', text: budgetsYaml });
  await applyAllocation(actor, { name: 'allocation.yaml', text: allocationYaml });
  await closeStatements(actor, { dimension: 'team', month: addMonths(today, -2).slice(0, 7) }, today);
  await evaluate(actor.organizationId, new Date());
}

async function sampleOrganization() {
  const found = await prisma().organization.findFirst({ where: { isSample: true }, orderBy: { id: 'asc' } });
  if (found) return found;
  return prisma().$transaction(
    async (tx) => {
      const { id } = await createOrganization(tx, company.name);
      return tx.organization.update({ where: { id }, data: { isSample: true } });
    },
    { timeout: 20_000 },
  );
}

/** One person for each role. The password is the one this installation prints, also when its file was lost and made anew. */
async function addPeople(organizationId: number, password: string): Promise<void> {
  for (const role of [...roles].reverse()) {
    const { email, name } = people[role];
    const known = await findCredentials(email);
    if (known && (await passwordMatches(known.passwordHash, password))) continue;
    const passwordHash = await hashPassword(password);
    if (known) await prisma().user.update({ where: { id: known.id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    else
      await prisma().$transaction(async (tx) => {
        const user = await insertUser(tx, { email, name, passwordHash });
        await insertMember(tx, organizationId, user.id, role);
      });
  }
}

async function hashesDone(organizationId: number): Promise<Set<string | null>> {
  const done = await prisma().import.findMany({ where: { organizationId, status: 'done' }, select: { fileHash: true } });
  return new Set(done.map((i) => i.fileHash));
}

/** The writer counted what it billed; the import says what arrived. A cent between them is a fault, and the sample is not to hide it. */
function compare(file: SampleFile, result: ImportResult): void {
  const name = path.basename(file.path);
  if (result.outcome === 'refused') throw new Error(`${name} was refused: ${result.reason}`);
  if (result.rejected > 0) throw new Error(`${name}: ${result.reason}`);
  const arrived = new Map(result.billed.map((b) => [b.currency, new Big(b.amount)]));
  for (const { currency, amount } of file.billed) {
    const other = arrived.get(currency) ?? new Big(0);
    if (!other.eq(amount)) throw new Error(`${name} bills ${amount} ${currency}, and ${other.toFixed()} arrived.`);
    arrived.delete(currency);
  }
  for (const [currency, amount] of arrived)
    if (!amount.eq(0)) throw new Error(`${name} bills nothing in ${currency}, and ${amount.toFixed()} arrived.`);
}

/** One line that grows on a terminal; a line now and then in a log. */
function progress(n: number, all: number, rows: number, started: number): void {
  const words = `Loading the sample: ${n} of ${all} files, ${rows.toLocaleString('en')} rows, ${Math.round((Date.now() - started) / 1000)} s`;
  if (process.stdout.isTTY) process.stdout.write(`\r${words}${n === all ? '\n' : ''}`);
  else if (n === all || n % 20 === 0) process.stdout.write(`${words}\n`);
}

/** One at a time: a start that was killed may have left its loading under way, and the next one waits for it. */
async function alone(work: () => Promise<void>): Promise<void> {
  const client = await pool().connect();
  try {
    const lock = await client.query<{ free: boolean }>("select pg_try_advisory_lock(hashtext('headroom.sample')) as free");
    if (!lock.rows[0]?.free) {
      console.log('Waiting for an earlier start that still loads the sample …');
      await client.query("select pg_advisory_lock(hashtext('headroom.sample'))");
    }
    await work();
  } finally {
    client.release(true); // with its connection the lock ends
  }
}

process.umask(0o077); // what lies in the home is for its owner alone
try {
  await alone(seed);
} catch (e) {
  console.error(`\n${e instanceof Error ? e.message : e}`);
  process.exitCode = 1;
} finally {
  await shutDown();
}
