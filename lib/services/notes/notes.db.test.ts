import { expect, test } from 'vitest';
import { prisma } from '../../db/client';
import { actorIn, makeActor, makeOrganization } from '../../runtime/test-database';
import { addNote, changeNote, listNotes, removeNote } from './manage-notes';

const october = { from: '2026-10-01', to: '2026-11-01' };

test('a note is written, changed and taken away; each stands in the audit log with what was there before', async () => {
  const actor = await makeActor('analyst');
  const late = await addNote(actor, { day: '2026-10-31', text: 'Contract ended' });
  const made = await addNote(actor, { day: '2026-10-12', text: ' migrated to Bedrock ' });
  expect(made).toMatchObject({ day: '2026-10-12', text: 'migrated to Bedrock', createdByName: 'Tester', mayChange: true });
  await addNote(actor, { day: '2026-11-01', text: 'next month' });
  expect((await listNotes(actor, october)).map((n) => n.text)).toEqual(['migrated to Bedrock', 'Contract ended']);

  expect(await changeNote(actor, made.id, { day: '2026-10-13' })).toMatchObject({ day: '2026-10-13', text: 'migrated to Bedrock' });
  expect(await changeNote(actor, made.id, { text: 'Moved' })).toMatchObject({ day: '2026-10-13', text: 'Moved' });
  await removeNote(actor, late.id);
  expect((await listNotes(actor, october)).map((n) => [n.day, n.text])).toEqual([['2026-10-13', 'Moved']]);
  await expect(removeNote(actor, late.id)).rejects.toThrow('taken away before');
  await expect(changeNote(actor, late.id, { text: 'x' })).rejects.toThrow('no such note');

  const audit = await prisma().auditEvent.findMany({ where: { organizationId: actor.organizationId }, orderBy: { id: 'asc' } });
  expect(audit.filter((a) => a.action.startsWith('note.')).map((a) => [a.action, a.subject, a.details])).toEqual([
    ['note.added', 'Contract ended', { day: '2026-10-31' }],
    ['note.added', 'migrated to Bedrock', { day: '2026-10-12' }],
    ['note.added', 'next month', { day: '2026-11-01' }],
    ['note.changed', 'migrated to Bedrock', { day: '2026-10-13', before: 'migrated to Bedrock', dayBefore: '2026-10-12' }],
    ['note.changed', 'Moved', { day: '2026-10-13', before: 'migrated to Bedrock', dayBefore: '2026-10-13' }],
    ['note.removed', 'Contract ended', { day: '2026-10-31' }],
  ]);
});

test('viewers read notes and write none; another organisation sees and reaches nothing', async () => {
  const organization = await makeOrganization();
  const [analyst, viewer, stranger] = [actorIn(organization, 'analyst'), actorIn(organization, 'viewer'), await makeActor('admin')];
  const { id } = await addNote(analyst, { day: '2026-10-12', text: 'Ours' });
  expect(await listNotes(viewer, october)).toMatchObject([{ text: 'Ours', mayChange: false }]);
  await expect(addNote(viewer, { day: '2026-10-12', text: 'x' })).rejects.toThrow('needs the role analyst');
  await expect(changeNote(viewer, id, { text: 'x' })).rejects.toThrow('needs the role analyst');
  await expect(removeNote(viewer, id)).rejects.toThrow('needs the role analyst');
  expect(await listNotes(stranger, october)).toEqual([]);
  await expect(changeNote(stranger, id, { text: 'x' })).rejects.toThrow('no such note');
  await expect(removeNote(stranger, id)).rejects.toThrow('no such note');
  expect(await listNotes(analyst, october)).toHaveLength(1);
});
