import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getTagKeys } from '@/lib/services/allocation/tag-keys';

/** Keys of tags with the money they stand on. */
export const GET = handler({ run: ({ actor }) => getTagKeys(actor, today()) });
