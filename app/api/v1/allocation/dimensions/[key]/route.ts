import { handler } from '@/lib/http/handler';
import { deleteDimension } from '@/lib/services/allocation/save';

export const DELETE = handler({ run: ({ actor, params }) => deleteDimension(actor, params.key ?? '') });
