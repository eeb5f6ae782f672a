import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, requirePermission } from '../core/access/actor';
import { can, type Permission, permissions, roles } from '../core/access/permissions';

const names = Object.keys(permissions) as Permission[];
const actor = (role: Actor['role']): Actor => ({
  organizationId: 1,
  organizationName: 'Northwind',
  userId: null,
  name: 'Ada',
  email: null,
  role,
});

test('whoever stands higher may do all that those below may', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(2), (permission, i) => {
      const [lower, higher] = [roles[i] ?? 'viewer', roles[i + 1] ?? 'admin'];
      expect(!can(lower, permission) || can(higher, permission)).toBe(true);
    }),
  );
});

test('the matrix of roles and permissions', () => {
  const matrix = Object.fromEntries(names.map((p) => [p, roles.filter((role) => can(role, p))]));
  expect(matrix['costs:read']).toEqual(['viewer', 'analyst', 'editor', 'admin']);
  expect(matrix['alerts:write']).toEqual(['analyst', 'editor', 'admin']);
  expect(matrix['imports:write']).toEqual(['editor', 'admin']);
  expect(matrix['members:write']).toEqual(['admin']);
  expect(matrix['audit:read']).toEqual(['admin']);
});

test('a viewer changes nothing', () => {
  expect(names.filter((p) => p.endsWith(':write') && can('viewer', p))).toEqual([]);
});

test('a refusal names the role that would do and the one that asks', () => {
  expect(() => requirePermission(actor('editor'), 'members:write')).toThrow('This needs the role admin; you are editor in Northwind.');
});
