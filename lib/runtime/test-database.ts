import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Actor } from '../core/access/actor';
import type { Role } from '../core/access/permissions';
import { prisma } from '../db/client';
import { createOrganization } from '../services/identity/create-organization';
import { shutDown } from '../services/shut-down';

/** A HEADROOM_HOME and a place for files, of this test file alone; gone when it is done. */
export const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-test-'));
process.env.HEADROOM_HOME = path.join(scratch, 'home');

afterAll(async () => {
  await shutDown();
  fs.rmSync(scratch, { recursive: true, force: true });
});

export interface TestOrganization {
  id: number;
  name: string;
  slug: string;
}

/** An organisation that nobody else has: tests share a database and never meet in it. */
export function makeOrganization(name = 'Test'): Promise<TestOrganization> {
  return prisma().$transaction((tx) => createOrganization(tx, `${name} ${randomUUID().slice(0, 8)}`), { timeout: 20_000 });
}

export const actorIn = (organization: TestOrganization, role: Role = 'editor'): Actor => ({
  organizationId: organization.id,
  organizationName: organization.name,
  userId: null,
  name: 'Tester',
  email: null,
  role,
});

/** Somebody who may import, in an organisation of their own. */
export const makeActor = async (role: Role = 'editor'): Promise<Actor> => actorIn(await makeOrganization(), role);

/** A file in the scratch folder. */
export function writeFile(name: string, content: string | Buffer): string {
  const file = path.join(scratch, `${randomUUID().slice(0, 8)}-${name}`);
  fs.writeFileSync(file, content);
  return file;
}
