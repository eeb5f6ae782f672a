import { AppError } from '../app-error';
import { can, type Permission, permissions, type Role } from './permissions';

/** Who acts, in which organisation, with which role: every service takes one first. */
export interface Actor {
  organizationId: number;
  organizationName: string;
  userId: string | null;
  name: string;
  email: string | null;
  role: Role;
}

/** A service's first line. Throws `forbidden`, naming the role that would do. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor.role, permission))
    throw new AppError('forbidden', `This needs the role ${permissions[permission]}; you are ${actor.role} in ${actor.organizationName}.`);
}
