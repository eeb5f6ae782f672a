import { SharedSettings } from '@/lib/core/allocation/allocation-file';
import { handler } from '@/lib/http/handler';
import { changeShared } from '@/lib/services/allocation/save';

/** `{pools?, tree?, synonyms?, base?}`: each replaces what there was; what is left out stays. */
export const PUT = handler({ body: SharedSettings, bodyBytes: 1024 ** 2, run: ({ actor, body }) => changeShared(actor, body) });
