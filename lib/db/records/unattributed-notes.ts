import { prisma, type Transaction } from '../client';

export interface PlaceNote {
  place: string;
  owner: string | null;
  note: string;
  changedByName: string;
  changedAt: Date;
}

export const listPlaceNotes = (organizationId: number): Promise<PlaceNote[]> =>
  prisma().unattributedNote.findMany({ where: { organizationId }, omit: { id: true, organizationId: true } });

export const savePlaceNote = (
  tx: Transaction,
  organizationId: number,
  note: Pick<PlaceNote, 'place' | 'owner' | 'note' | 'changedByName'>,
) =>
  tx.unattributedNote.upsert({
    where: { organizationId_place: { organizationId, place: note.place } },
    create: { organizationId, ...note },
    update: { ...note, changedAt: new Date() },
  });
