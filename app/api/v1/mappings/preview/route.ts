import { handler } from '@/lib/http/handler';
import { MappingToPreview, previewMapping } from '@/lib/services/imports/mappings/preview-mapping';

export const POST = handler({ body: MappingToPreview, run: ({ actor, body }) => previewMapping(actor, body) });
