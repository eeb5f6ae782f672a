import { handler } from '@/lib/http/handler';
import { listMappings, MappingToSave, saveMapping } from '@/lib/services/imports/mappings/manage-mappings';

export const GET = handler({ run: ({ actor }) => listMappings(actor) });
export const POST = handler({ body: MappingToSave, run: ({ actor, body }) => saveMapping(actor, body) });
